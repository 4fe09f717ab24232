import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { runCommand } from '../../src/cli/run-command.ts';

const data = mkdtempSync(join(tmpdir(), 'foothold-lists-'));
afterAll(() => rmSync(data, { recursive: true, force: true }));

type Row = {
  readonly row: number;
  readonly verdict: string;
  readonly reasons: readonly string[];
  readonly child: Record<string, unknown> | null;
};

/** What the command says of a list: its rows, what it did not read, or what is wrong with it. */
async function judge(file: string, asOf = '2026-06-15') {
  const said: string[] = [];
  const path = join(import.meta.dirname, '../fixtures/lists', file);
  await runCommand(
    commands,
    ['import', 'referrals', path, '--dry-run', '--json', '--as-of', asOf],
    {
      out: (text) => said.push(text),
      note: () => undefined,
      env: { FOOTHOLD_DATA: join(data, 'none') },
      now: () => new Date('2026-06-15T12:00:00Z'),
      readLine: async () => '',
      readAll: async () => new Uint8Array(),
    },
  );
  const answer: { rows?: Row[]; notRead?: string[]; error?: string } = JSON.parse(said.join('\n'));
  return { rows: answer.rows ?? [], notRead: answer.notRead ?? [], error: answer.error ?? '' };
}
const verdicts = async (file: string, asOf?: string) =>
  (await judge(file, asOf)).rows.map(({ row, verdict }) => `${row} ${verdict}`);
const child = async (file: string, line = 2) =>
  (await judge(file)).rows.find(({ row }) => row === line)?.child ?? {};
const reasons = async (file: string, line = 2) =>
  (await judge(file)).rows.find(({ row }) => row === line)?.reasons.join('\n') ?? '';

describe('whose name a column holds', () => {
  it.each(['08b-dup-header-victim-first.csv', '08-dup-header-victim-second.csv'])(
    '%s: two columns called Surname are never chosen between',
    async (file) => {
      const { rows, error } = await judge(file);
      expect(rows).toEqual([]);
      expect(error).toContain('Surname stands twice');
      expect(error).toContain('say which is the suspect');
    },
  );

  it('one column for the whole name is parted at the comma, and said', async () => {
    expect(await child('09-one-name-column.csv')).toMatchObject({
      surname: 'Pellow',
      forename: 'Tamsin',
    });
    expect(await reasons('09-one-name-column.csv')).toContain('surname Pellow, forename Tamsin');
  });

  it('columns that nothing uses are named', async () => {
    expect((await judge('41c-list-blank-columns.csv')).notRead).toEqual([]);
    expect(await verdicts('41c-list-blank-columns.csv')).toEqual(['2 create']);
  });

  it('a sum and the closing lines are passed over and said', async () => {
    const { rows, notRead } = await judge('18-total-row.csv');
    expect(rows.map(({ row }) => row)).toEqual([2]);
    expect(notRead.join()).toContain('row 3 (“Total 1”)');
    expect(notRead.join()).toContain('row 5 (“End of report Printed 20/05/2026”)');
  });
});

describe('references', () => {
  it('that a spreadsheet has shortened are never a child’s own', async () => {
    expect(await verdicts('03e-urn-scientific-alone.csv')).toEqual(['2 hold']);
    expect(await reasons('03e-urn-scientific-alone.csv')).toContain('a spreadsheet has shortened');
    expect(await verdicts('03-urn-scientific.csv')).toEqual(['2 hold', '3 hold']);
  });

  it('of a co-suspect that are damaged are said', async () => {
    expect(await reasons('03h-co-suspect-scientific.csv')).toContain('“4.40001E+11”');
  });

  it('names and days that stand for "not known" are none', async () => {
    const { rows } = await judge('10d-placeholder-urn.csv');
    expect(rows.filter(({ verdict }) => verdict === 'create').map(({ row }) => row)).toEqual([
      9, 10,
    ]);
    for (const line of [2, 3, 4])
      expect(await reasons('10d-placeholder-urn.csv', line)).toContain('URN is missing');
    for (const line of [6, 7])
      expect(await reasons('10d-placeholder-urn.csv', line)).toContain('Forename is missing');
    expect(await reasons('10d-placeholder-urn.csv', 5)).toMatch(/missing/);
    expect(await reasons('10d-placeholder-urn.csv', 8)).toContain('Offence is missing');
  });

  it('days that are not known are held as if they were empty', async () => {
    for (const line of [2, 3, 4, 5])
      expect(await reasons('10e-dob-not-known-words.csv', line)).toContain(
        'Date of birth is missing',
      );
    expect(await reasons('10e-dob-not-known-words.csv', 6)).toContain('Offence date is missing');
    expect(await reasons('10e-dob-not-known-words.csv', 7)).toContain('the day of import is used');
    for (const verdict of await verdicts('10e-dob-not-known-words.csv'))
      expect(verdict).toContain('hold');
  });

  it('what a failed formula left is an empty cell', async () => {
    expect(await reasons('10b-error-text.csv', 4)).toContain('Offence is missing');
    expect(await reasons('10b-error-text.csv', 4)).toContain('Address is not recorded');
  });
});

describe('dates', () => {
  it('of a list that proves itself month first are none of them read', async () => {
    expect(await verdicts('04-month-first-dates.csv')).toEqual([
      '2 refuse',
      '3 refuse',
      '4 refuse',
    ]);
    expect(await reasons('04-month-first-dates.csv', 4)).toContain('month first');
    const turn = await judge('04c-us-birthday-turn.csv', '2026-11-15');
    expect(turn.rows[1]?.reasons.join()).toContain('month first');
    expect(turn.rows[1]?.reasons.join()).not.toContain('adult');
  });

  it.each([
    ['05-iso-utc-midnight.csv', '2011-06-15'],
    ['05c-offset.csv', '2011-06-15'],
    ['06-date-am-pm.csv', '2011-03-04'],
    ['07-invisible-marks.csv', '2011-03-04'],
  ])('%s: born on %s', async (file, born) => {
    expect(await child(file)).toMatchObject({ dateOfBirth: born });
  });

  it('turn on the birthday, leap years too', async () => {
    expect(await verdicts('15-leap-and-birthday.csv')).toEqual([
      '2 hold',
      '3 refuse',
      '4 create',
      '5 refuse',
      '6 refuse',
    ]);
  });
});

describe('names', () => {
  it('are read without the signs that nobody sees', async () => {
    const { rows } = await judge('07b-zero-width-name.csv');
    expect(rows.map(({ verdict }) => verdict)).toEqual(['create', ...Array(5).fill('match')]);
  });

  it('damaged by a wrong alphabet are held, though the damage is made of letters', async () => {
    expect(await verdicts('13j-mojibake-letters.csv')).toEqual(
      Array.from([2, 3, 4, 5], (row) => `${row} hold`),
    );
    expect(await reasons('13j-mojibake-letters.csv')).toContain('“Inês”');
    expect(await verdicts('13f-double-encoded.csv')).toEqual(['2 hold']);
  });

  it('with any apostrophe are one', async () => {
    const { rows } = await judge('14b-apostrophe-variants.csv');
    expect(rows.find(({ row }) => row === 7)).toMatchObject({ verdict: 'match' });
  });

  it('in Turkish capitals lose no dot and gain none', async () => {
    expect(await child('14c-lower-names.csv', 13)).toMatchObject({
      forename: 'Elif',
      surname: 'İnce',
    });
  });
});

describe('homes', () => {
  it('two children without an address share none', async () => {
    expect(await verdicts('17c-nfa-merges.csv')).toEqual(
      await verdicts('17d-no-address-control.csv'),
    );
    expect(await verdicts('17c-nfa-merges.csv')).toEqual(['2 create', '3 hold']);
  });

  it('a postcode that is none is noted, never guessed, and kept as written', async () => {
    for (const [line, written] of [
      [5, 'EMI 2AB'],
      [7, 'EM1 2A8'],
      [9, 'BFPO 61'],
    ] as const) {
      expect(await reasons('17-postcodes.csv', line)).toContain(`“${written}”`);
      expect(await child('17-postcodes.csv', line)).toMatchObject({
        postcode: null,
        postcodeWritten: written,
      });
    }
  });
});

describe('ethnicity', () => {
  it.each([
    [2, null],
    [4, null],
    [6, 'A4'],
    [7, 'A4'],
    [8, 'A1'],
    [9, 'W1'],
    [10, 'W1'],
    [11, 'B1'],
    [12, 'M1'],
    [15, null],
    [16, 'NS'],
    [13, null],
    [19, 'A1'],
    [21, 'W1'],
    [22, 'O2'],
    [24, 'W1'],
  ])('row %i is %s', async (line, code) => {
    expect(await child('16-ethnicity.csv', line)).toMatchObject({ ethnicity: code });
  });

  it('Roma is no other group, and that is said', async () => {
    expect(await reasons('16-ethnicity.csv', 4)).toContain('a group of its own');
  });
});

it('a separator line of Excel is no row', async () => {
  expect(await verdicts('13-sep-line.csv')).toEqual(['3 create']);
});

describe('workbooks', () => {
  it('a hidden sheet before the list is not the list, and is named', async () => {
    const { rows, notRead } = await judge('01-hidden-first-sheet.xlsx');
    expect(rows.map(({ verdict }) => verdict)).toEqual(['create']);
    expect(notRead).toContain('Sheet not read: “Lists”, hidden, 3 rows');
  });

  it('two sheets with lists are named and neither is chosen', async () => {
    const { rows, error } = await judge('01d-two-lists.xlsx');
    expect(rows).toEqual([]);
    expect(error).toContain('“North”, “South”');
  });

  it('a row that a filter hides is read and said', async () => {
    expect((await judge('12-filtered-rows.xlsx')).notRead.join()).toContain(
      'Rows hidden in the sender’s sheet, read all the same: 3',
    );
  });

  it.each([
    ['02b-date-1904-true.xlsx', '2011-03-04'],
    ['02c-custom-date-format.xlsx', '2011-03-04'],
  ])('%s: born on %s', async (file, born) => {
    expect(await child(file)).toMatchObject({ dateOfBirth: born });
  });

  it('a bare number is no day', async () => {
    expect(await reasons('02d-dates-as-bare-numbers.xlsx')).toContain(
      'format the column as a date',
    );
  });

  it('a number is read as its sheet shows it, so that it is known again', async () => {
    const { rows } = await judge('03i-leading-zero-format-then-text.xlsx');
    expect(rows.map(({ verdict }) => verdict)).toEqual(['create', 'match']);
    expect(rows[1]?.reasons.join()).toContain('Repeats URN 004521');
  });

  it('a cell with an error is an empty cell', async () => {
    for (const { reasons } of (await judge('10-error-cells.xlsx')).rows)
      expect(reasons.join()).not.toMatch(/#(N\/A|REF|VALUE)/);
  });
});
