import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { isDay } from '../src/domain/calendar/day.ts';
import { ETHNICITIES } from '../src/domain/people/ethnicity.data.ts';

const FOLDER = new URL('../db/reference/', import.meta.url);
const CONFIDENCES = [
  'confirmed',
  'part confirmed',
  'recalled',
  'local example',
  'computed',
  'check locally',
];
const TABLES: Record<string, readonly string[]> = {
  bank_holiday: ['division', 'day'],
  time_limit: ['id'],
};
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** Lists whose codes are somebody else's and are written as they are there. */
const OUTSIDE_CODES = [
  'ethnicity',
  'record_class',
  'home_office_outcome',
  'ho_offence_code',
  'legal_outcome',
  'remand_type',
  'court_result',
  'health_intervention',
];

const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.csv'))
  .map((file) => file.slice(0, -4));

describe.each(names)('%s', (name) => {
  const text = readFileSync(new URL(`${name}.csv`, FOLDER), 'utf8');
  const rows = read(name);
  const key = TABLES[name] ?? ['code'];

  test('has a header of plain column names with its key, source and confidence', () => {
    const header = (text.split('\n')[0] ?? '').split(',');
    expect(header.every((column) => /^[a-z][a-z0-9_]*$/.test(column))).toBe(true);
    expect(new Set(header).size).toBe(header.length);
    expect(header).toEqual(expect.arrayContaining([...key, 'source', 'confidence']));
    if (!(name in TABLES)) expect(header).toContain('label');
  });

  test('names every row once', () => {
    const keys = rows.map((row) => key.map((column) => cell(row, column)).join(' '));
    expect(rows.length).toBeGreaterThan(0);
    expect(keys.filter((value, index) => keys.indexOf(value) !== index)).toEqual([]);
    expect(keys.filter((value) => value.trim() === '')).toEqual([]);
  });

  test('says for every row where it comes from and how sure we are', () => {
    expect(rows.filter((row) => cell(row, 'source') === '')).toEqual([]);
    expect(rows.filter((row) => !CONFIDENCES.includes(cell(row, 'confidence')))).toEqual([]);
  });

  test('has plain values: no stray spaces, no formula, real days and whole numbers', () => {
    for (const row of rows) {
      for (const [column, value] of Object.entries(row)) {
        expect(value).toBe(value.trim());
        expect(value).not.toMatch(/^[=+@]/);
        if (column === 'day' || column.startsWith('valid_')) {
          expect(value === '' || isDay(value), `${name} ${column} ${value}`).toBe(true);
        }
        if (column === 'sort' || column === 'number') expect(value).toMatch(/^\d+$/);
      }
      const [from, to] = [row.valid_from ?? '', row.valid_to ?? ''];
      if (from !== '' && to !== '') expect(to >= from).toBe(true);
    }
  });

  test.skipIf(OUTSIDE_CODES.includes(name) || name === 'bank_holiday')(
    'writes its own codes in small letters with hyphens',
    () => {
      const codes = rows.map((row) => cell(row, key[0] ?? 'code'));
      expect(codes.filter((code) => !KEBAB.test(code))).toEqual([]);
    },
  );
});

test('what people read is set with the apostrophe of a printed page', () => {
  // The words of police lists stand as police write them.
  for (const name of names.filter((each) => each !== 'offence_wording'))
    expect(readFileSync(new URL(`${name}.csv`, FOLDER), 'utf8')).not.toMatch(/[a-z]'[a-z]/i);
  const standards = new URL('../db/standards/', import.meta.url);
  for (const file of readdirSync(standards)) {
    const said = readFileSync(new URL(file, standards), 'utf8').replaceAll(
      /^(--|comment on).*/gm,
      '',
    );
    expect(said, file).not.toMatch(/[a-z]''[a-z]/i);
  }
});

describe('a list is kept because something reads it', () => {
  // The history shows a code in words whatever its list is for; the demonstration invents.
  const isWork = (file: string) =>
    /\.(ts|tsx|sql)$/.test(file) &&
    !/\.(test|fixture|generated)\.|^(demo|features.admin.history)\W/.test(file);
  const work = [
    'src',
    ...['policies', 'standards', 'happenings', 'measures'].map((folder) => `db/${folder}`),
  ].flatMap((folder) => {
    const root = new URL(`../${folder}/`, import.meta.url);
    return readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter(isWork)
      .map((file) => readFileSync(new URL(file, root), 'utf8'));
  });

  test.each(names)('%s is read by a page, a rule or an import', (name) => {
    const asked = new RegExp(`['\`]${name}['\`]|join ${name} |from ${name} `);
    expect(work.some((text) => asked.test(text))).toBe(true);
  });
});

describe('lists that point at each other', () => {
  test.each([
    ['offence', 'category', 'offence_category'],
    ['offence_wording', 'offence', 'offence'],
    ['proposed_outcome', 'outcome', 'outcome'],
    ['outcome', 'involvement_type', 'involvement_type'],
    ['outcome', 'home_office_outcome', 'home_office_outcome'],
    ['referral_source', 'involvement_type', 'involvement_type'],
    ['gravity_factor', 'applies_to', 'offence_category'],
  ])('%s.%s names a row of %s', (from, column, to) => {
    const known = [...read(to).map((row) => cell(row, 'code')), '', 'all'];
    const strays = read(from).filter((row) => !known.includes(cell(row, column)));
    expect(strays).toEqual([]);
  });

  test.each(['time_limit', 'amount_limit'])(
    '%s applies to a kind of work, a tier of work, or everyone',
    (name) => {
      const kinds = read('involvement_type').flatMap((row) => [
        cell(row, 'code'),
        cell(row, 'tier'),
      ]);
      const known = [...kinds, 'all', 'victim', 'service'];
      expect(read(name).filter((row) => !known.includes(cell(row, 'applies_to')))).toEqual([]);
    },
  );
});

describe('what practice relies on', () => {
  test('ethnicity has the 18 codes and not stated, in the words the record uses', () => {
    const rows = read('ethnicity').map((row) => [cell(row, 'code'), cell(row, 'label')]);
    expect(rows).toEqual(ETHNICITIES.map((row) => [row.code, row.label]));
  });

  test('unknown, declined, not asked and not applicable are four answers', () => {
    const codes = read('not_known_reason').map((row) => cell(row, 'code'));
    expect(codes).toEqual(['unknown', 'declined', 'not-asked', 'not-applicable']);
  });

  test('police are told when an Outcome 23 plan or a conditional caution is not kept', () => {
    const told = read('outcome').filter((row) => row.police_notice_of_failure === 'true');
    expect(told.map((row) => row.code)).toEqual(['outcome-23', 'youth-conditional-caution']);
  });

  test('only cautions make a first-time entrant out of court', () => {
    const entrants = read('outcome').filter((row) => row.first_time_entrant === 'true');
    expect(entrants.map((row) => row.code)).toEqual(['youth-caution', 'youth-conditional-caution']);
  });

  test.each([
    ['Criminal damage to vehicle <£5,000', 'criminal-damage-vehicle-under-5000'],
    ['Robbery (personal)', 'robbery-personal'],
    ['Handling stolen goods', 'handling-stolen-goods'],
    ['Common assault and battery', 'common-assault'],
    ['Theft from shop', 'theft-from-shop'],
    ['Assault emergency worker', 'assault-emergency-worker'],
    ['Possession of knife blade/sharp pointed article in a public place', 'knife-public-place'],
    ['Possession of knife blade', 'knife-public-place'],
    ['TWOC', 'taking-vehicle-without-consent'],
    ['Possess class B - cannabis', 'possess-cannabis'],
    ['Public Order s4A', 'public-order-s4a'],
  ])('the police wording “%s” is understood', (wording, offence) => {
    const found = read('offence_wording').filter((row) => row.label === wording);
    expect(found.map((row) => row.offence)).toEqual([offence]);
  });

  test.each([
    ['CR', 'community-resolution'],
    ['O23', 'outcome-23'],
    ['Outcome 22', 'outcome-22'],
    ['YC', 'youth-caution'],
    ['YCC', 'youth-conditional-caution'],
    ['For panel', ''],
  ])('the police proposal “%s” is understood', (label, outcome) => {
    const found = read('proposed_outcome').filter((row) => row.label === label);
    expect(found.map((row) => row.outcome)).toEqual([outcome]);
  });

  test('offences have a gravity of 1 to 5 and a seriousness of 1 to 8, all to be checked locally', () => {
    for (const row of read('offence')) {
      expect(cell(row, 'gravity')).toMatch(/^[1-5]$/);
      expect(cell(row, 'seriousness')).toMatch(/^[1-8]$/);
      expect(cell(row, 'confidence')).toBe('check locally');
      expect(cell(row, 'is_knife')).toBe(String(cell(row, 'code').startsWith('knife-')));
    }
  });

  test('the time limits of the out-of-court journey are all there, in units the calendar knows', () => {
    const rows = read('time_limit');
    const units = ['working days', 'days', 'weeks', 'months'];
    expect(rows.filter((row) => !units.includes(cell(row, 'unit')))).toEqual([]);
    const limits = Object.fromEntries(rows.map((r) => [r.id, `${r.number} ${r.unit}`]));
    expect(limits).toMatchObject({
      'referral-allocation': '2 working days',
      'first-contact-child': '5 working days',
      'first-contact-parent': '5 working days',
      'information-answer': '5 working days',
      'victim-contact': '5 working days',
      'assessment-complete': '10 working days',
      countersign: '2 working days',
      'panel-after-assessment': '10 working days',
      'police-told': '15 working days',
      'plan-after-outcome': '15 working days',
      'plan-review': '3 months',
      'assessment-review': '3 months',
      'missed-contact-follow-up': '1 working days',
      'change-event-review': '5 working days',
      'break-glass-review': '1 working days',
      'warning-review': '6 months',
      closure: '10 working days',
    });
  });

  test('every change in a child’s life has a script and a time that is never longer than the rule', () => {
    for (const row of read('change_event_type')) {
      expect(Number(row.review_within)).toBeGreaterThan(0);
      expect(Number(row.review_within)).toBeLessThanOrEqual(5);
      expect(row.unit).toBe('working days');
      expect(cell(row, 'script').length).toBeGreaterThan(40);
    }
    // Nobody has to record what did not happen because what did is not in the list.
    expect(read('change_event_type').map(({ code }) => code)).toContain('other-change');
  });
});

function read(name: string): Record<string, string>[] {
  return parse(readFileSync(new URL(`${name}.csv`, FOLDER), 'utf8'), { columns: true });
}

function cell(row: Record<string, string>, column: string): string {
  const value = row[column];
  if (value === undefined) throw new Error(`There is no column ${column}`);
  return value;
}
