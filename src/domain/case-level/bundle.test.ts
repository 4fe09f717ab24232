import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BundleFile, bundleColumns, type ColumnKind } from './files.data.ts';
import { type Codes, judgeCell } from './judge-cell.ts';
import { judgeFile, type KnownIds, labelKey } from './judge-file.ts';

const none = new Set<string>();
const codes: Codes = {
  ethnicity: new Set(['W1', 'M2']),
  accommodation: none,
  education: none,
  health: none,
  'offence-category': none,
  remand: none,
  'legal-outcome': none,
  disposal: none,
};
const said = (text: string, kind: ColumnKind, needed = false) => {
  const judged = judgeCell(text, { name: 'any', kind, needed }, codes);
  return judged.kind === 'fault' ? `refused: ${judged.reason}` : judged.value;
};

describe('a cell of a bundle', () => {
  it.each<[string, ColumnKind, readonly string[], readonly string[], string]>([
    ['any text', 'text', ['Ash Grove', '12', '-'], [], ''],
    [
      'a day that exists',
      'day',
      ['2026-10-03', '2028-02-29'],
      ['03/10/2026', '2026-02-29', '2026-10-3'],
      'is not a day that exists, write it as 2026-10-03',
    ],
    [
      'a time with its offset',
      'instant',
      ['2026-10-03T14:30:00+01:00', '2026-10-03T23:59Z', '2026-10-03T00:00:59.25-0100'],
      ['2026-10-03', '2026-10-03T14:30:00', '2026-10-03T24:00Z', '2026-02-30T14:30Z'],
      'is not a time with its offset, write it as 2026-10-03T14:30:00+01:00',
    ],
    [
      'a number of 0 or more',
      'number',
      ['0', '12.5', '999999999.123456'],
      ['-1', '1,000', '1000000000', '.5', '12 hours'],
      'must be a number of 0 or more, without commas',
    ],
    [
      'a whole number',
      'whole',
      ['0', '15230'],
      ['1.5', '15,230', '-1'],
      'must be a whole number, without commas',
    ],
    [
      'a score from 1 to 8',
      'score',
      ['1', '8'],
      ['0', '9', '10', '5.5'],
      'must be a whole number from 1 to 8',
    ],
    ['yes or no', 'yes-no', ['yes', 'no'], ['y', 'Yes', 'true', '0'], 'must be yes or no'],
    [
      'one of a few words',
      { words: ['low', 'high'] },
      ['low', 'high'],
      ['medium', 'Low', 'lo'],
      'must be one of low, high',
    ],
    [
      'a code of a list',
      { list: 'ethnicity' },
      ['W1', 'M2'],
      ['White', 'w1'],
      'is not a code of the list ethnicity: use a code of it, or say in mapping.csv what the label means',
    ],
    ['an id of another file, which is looked up later', { of: 'people' }, ['p-1'], [], ''],
  ])('takes %s as it stands and says how to mend all else', (_what, kind, good, bad, how) => {
    for (const text of good) expect(said(text, kind), text).toBe(text);
    for (const text of bad) expect(said(text, kind), text).toBe(`refused: “${text}” ${how}`);
  });

  it('is read without the blanks around it', () => {
    expect(said(' 2026-10-03 ', 'day')).toBe('2026-10-03');
  });

  it('that is blank is not recorded, whatever it would hold, and refused where it is needed', () => {
    for (const kind of ['text', 'day', 'yes-no', { list: 'ethnicity' }] as const) {
      expect(said('  ', kind)).toBeNull();
      expect(said('  ', kind, true)).toBe('refused: must have a value');
      expect(said('x', 'text', true)).toBe('x');
    }
  });

  it.each(['=SUM(A1:A9)', '@now', ' =1+1'])('never keeps the formula %s', (text) => {
    expect(said(text, 'text')).toBe(
      `refused: “${text.trim()}” is a formula: write the value that it gives`,
    );
  });

  it('is quoted whole up to 40 characters, and by its beginning beyond', () => {
    const digits = '1234567890'.repeat(4);
    expect(said(digits, 'score')).toContain(`“${digits}” must`);
    expect(said(`${digits}1`, 'score')).toContain(`“${digits}…” must`);
  });

  it('is kept as it was typed or refused: nothing is ever changed by the way', () => {
    const kinds = Object.values(bundleColumns).flatMap((columns) =>
      columns.map(({ kind }) => kind),
    );
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...kinds), (text, kind) => {
        const value = said(text, kind);
        if (value === null) expect(text.trim()).toBe('');
        else if (!value.startsWith('refused: ')) expect(value).toBe(text.trim());
      }),
    );
  });
});

const judgeOf = (
  file: BundleFile,
  header: string,
  { labels = new Map<string, string>(), known = new Map() as KnownIds } = {},
) => judgeFile(file, header.split(','), { codes, labels, known });

describe('the header of a file', () => {
  it.each([
    ['is whole with its needed columns alone, in any order', 'name, service', []],
    ['lacks a column that is needed', 'service', ['name: is needed and missing from the header']],
    [
      'has a column twice',
      'service,name,service,service',
      ['service: stands twice in the header', 'service: stands twice in the header'],
    ],
    [
      'has a column that the file does not have',
      'service,name,town',
      [
        'town: is not a column of this file, which are service, name, population_year, population_10_17',
      ],
    ],
  ])('%s', (_what, header, faults) => {
    expect(
      judgeOf('service', header).faults.map(({ column, reason }) => `${column}: ${reason}`),
    ).toEqual(faults);
  });

  it('is line 1 of the file that is named', () => {
    expect(judgeOf('service', 'service').faults[0]).toMatchObject({
      file: 'service.csv',
      line: 1,
    });
  });
});

describe('a row of a file', () => {
  const people = () => new Map<BundleFile, Set<string>>([['people', new Set(['p-1'])]]);
  const contacts = 'person,contact,involvement,at';
  const at = '2026-10-03T14:30Z';

  it('is stored by the names of its columns, with what the file leaves out as not recorded', () => {
    expect(judgeOf('service', 'name,service').row(['Eastmarsh', 'em'], 2)).toEqual({
      service: 'em',
      name: 'Eastmarsh',
      population_year: null,
      population_10_17: null,
    });
  });

  it.each([1, 3])('with %i cells under a header of 2 is refused by its line', (count) => {
    expect(judgeOf('service', 'service,name').row(Array(count).fill('x'), 7)).toEqual([
      {
        file: 'service.csv',
        line: 7,
        column: '',
        reason: `has ${count} columns and the header 2: mend the commas or quotation marks`,
      },
    ]);
  });

  it('says everything that is wrong with it at once', () => {
    const faults = judgeOf('people', 'person,surname,forename,date_of_birth').row(
      ['p-1', '', 'Ada', 'May 2010'],
      4,
    );
    expect(faults).toEqual([
      expect.objectContaining({ line: 4, column: 'surname', reason: 'must have a value' }),
      expect.objectContaining({ line: 4, column: 'date_of_birth' }),
    ]);
  });

  it.each([
    ['names a child of the bundle', 'p-1', '', null],
    [
      'names nobody of it',
      'p-2',
      '',
      '“p-2” is not in people.csv: add its row there, or take this one out',
    ],
    ['names an order whose file could not be read', 'p-1', 'i-1', null],
  ])('that %s', (_what, person, involvement, reason) => {
    const row = judgeOf('contacts', contacts, { known: people() }).row(
      [person, 'c-1', involvement, at],
      2,
    );
    expect(row).toEqual(
      reason
        ? [expect.objectContaining({ column: 'person', reason })]
        : expect.objectContaining({ person, involvement: involvement || null }),
    );
  });

  it('need not name an order where it may be left blank', () => {
    const known = people().set('involvements', new Set(['i-1']));
    const judge = judgeOf('contacts', contacts, { known });
    expect(judge.row(['p-1', 'c-1', '', at], 2)).toMatchObject({ involvement: null });
    expect(judge.row(['p-1', 'c-2', 'i-2', at], 3)).toMatchObject([{ column: 'involvement' }]);
  });

  it('has an id of its own, which the file after it may name', () => {
    const known: KnownIds = new Map([['people', new Set<string>()]]);
    const judge = judgeOf('people', 'person,surname,forename', { known });
    expect(judge.row(['p-1', 'Reed', 'Ada'], 2)).toMatchObject({ person: 'p-1' });
    expect(judge.row(['p-1', 'Reed', 'Ben'], 3)).toMatchObject([
      { line: 3, column: 'person', reason: expect.stringContaining('“p-1” stands twice') },
    ]);
    expect(judge.row(['p-2', 'Reed', 'Cal'], 4)).toMatchObject({ person: 'p-2' });
    const address = judgeOf('addresses', 'person,from', { known });
    expect(address.row(['p-2', '2026-01-01'], 2)).toMatchObject({ person: 'p-2' });
    expect(address.row(['p-2', '2026-02-01'], 3)).toMatchObject({ person: 'p-2' });
  });

  it('may use a service’s own label, however it is spaced or capitalised, in the column it is given for', () => {
    const header = 'person,surname,forename,ethnicity,language';
    const labels = new Map([[labelKey('people', 'ethnicity', 'White British'), 'W1']]);
    const judge = judgeOf('people', header, { labels });
    expect(judge.row(['p-1', 'Reed', 'Ada', ' white BRITISH ', 'White British'], 2)).toMatchObject({
      ethnicity: 'W1',
      language: 'White British',
    });
    expect(judge.row(['p-2', 'Reed', 'Ben', 'Irish', ''], 3)).toMatchObject([
      { column: 'ethnicity' },
    ]);
  });
});
