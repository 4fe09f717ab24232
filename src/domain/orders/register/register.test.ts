import { describe, expect, it } from 'vitest';
import { indexKnown } from '../../referrals/known-index.ts';
import { knownFromRecord } from '../../referrals/known-people.ts';
import type { ResultCode } from './entry.ts';
import { becameOf, isDone, planEntry, whichHearing, whoIsMeant } from './judge-entry.ts';
import { planResults } from './plan-results.ts';
import { readRegister } from './read-register.ts';

const today = '2026-10-06';
const codes: readonly ResultCode[] = [
  { code: 'YROEW', label: 'Youth rehabilitation order', kind: 'order' },
  { code: 'RIYDA', label: 'Remand to youth detention accommodation', kind: 'remand' },
  { code: 'wdrn', label: 'Withdrawn', kind: 'final' },
  { code: 'not-in-list', label: 'Not in the list', kind: 'other' },
];
const plain = {
  Court: 'Eastmarsh Youth Court',
  'Hearing date': '2026-10-05T10:00:00Z',
  'Hearing type': 'Sentence',
  'Case URN': '12AB3456726',
  'Arrest summons number': '',
  'Defendant name': 'THORNABY, Wren',
  'Date of birth': '01/02/2011',
  Address: '9 Quay Close, Eastmarsh',
  'Defendant present': 'false',
  Offence: 'Theft from a shop',
  'Result code': 'YROEW',
  Result: '12 months',
  'Next hearing': '',
};
type Cells = Record<keyof typeof plain, string>;

function read(...rows: readonly Partial<Cells>[]) {
  const keys = Object.keys(plain) as (keyof Cells)[];
  const result = readRegister(
    [
      { line: 1, cells: ['OFFICIAL-SENSITIVE'] },
      { line: 2, cells: keys },
      ...rows.map((row, at) => ({
        line: at + 3,
        cells: keys.map((key) => ({ ...plain, ...row })[key]),
      })),
    ],
    { today, codes },
  );
  if (result.kind !== 'read') throw new Error(result.reason);
  return result.entries;
}
const one = (row: Partial<Cells> = {}) => {
  const [entry] = read(row);
  if (!entry) throw new Error('Nothing was read');
  return entry;
};
const holds = (row: Partial<Cells>) =>
  one(row)
    .noticed.filter((each) => each.holds)
    .map(({ says }) => says);

describe('an entry of a court register', () => {
  it('is read with its child, its hearing and its result in the court’s code', () => {
    expect(one().values).toMatchObject({
      surname: 'Thornaby',
      forename: 'Wren',
      dateOfBirth: '2011-02-01',
      urn: '12AB3456726',
      court: 'Eastmarsh Youth Court',
      heardOn: '2026-10-05',
      heardAt: '10:00',
      results: [{ offence: 'Theft from a shop', code: 'YROEW', words: '12 months' }],
    });
    expect(holds({})).toEqual([]);
  });

  it('joins the results of one child at one hearing, and takes a doubled row once', () => {
    const [entry, ...more] = read({}, { Offence: 'Criminal damage', 'Result code': 'wdrn' }, {});
    expect(more).toEqual([]);
    expect(entry?.lines).toEqual([3, 4, 5]);
    expect(entry?.values.results).toHaveLength(2);
    expect(entry?.noticed.map(({ says }) => says).join()).toContain('Row 5 says the same again');
  });

  it('never lets a row without a whole name fall on the child above it', () => {
    const entries = read({}, { 'Defendant name': '', 'Result code': 'RIYDA' });
    expect(entries.map(({ values }) => values.results.map(({ code }) => code))).toEqual([
      ['YROEW'],
      ['RIYDA'],
    ]);
    expect(entries[1]?.noticed.filter((each) => each.holds)[0]?.says).toMatch(
      /Surname, Forename missing/,
    );
  });

  it('needs no address, believes no “not present”, and says both', () => {
    const { noticed, values } = one({ Address: '' });
    expect(values.attended).toBe('not-known');
    expect(noticed.filter((each) => each.holds)).toEqual([]);
    const said = noticed.map(({ says }) => says).join();
    expect(said).toContain('no address');
    expect(said).toContain('It says so of every child');
  });

  it('takes the clock of the court from a time that is marked as the world’s, and says so', () => {
    const { values, noticed } = one({ 'Hearing date': '2026-07-14T23:30:00Z' });
    expect([values.heardOn, values.heardAt]).toEqual(['2026-07-14', '23:30']);
    expect(noticed.map(({ says }) => says).join()).toContain('an hour out');
  });

  it.each([
    [{ 'Hearing date': '31/02/2026' }, /Hearing date: .*Hearing date missing/s],
    [{ 'Hearing date': '2026-10-07' }, /still to come/],
    [{ 'Date of birth': '01/02/2020' }, /under ten/],
    [{ 'Defendant name': '=HYPERLINK("http://x"), Wren' }, /formula or markup/],
    [{ 'Defendant name': '<b>Thornaby</b>, Wren' }, /formula or markup/],
    [{ 'Result code': '', Result: '' }, /Result missing/],
    [{ Court: '' }, /Court missing/],
  ] as const)('waits for a person, who is told why: %o', (row, says) => {
    expect(holds(row).join('; ')).toMatch(says);
  });

  it('does not wait for being of today', () => {
    expect(holds({ 'Hearing date': today })).toEqual([]);
  });

  it('keeps a result of no known code in the court’s words', () => {
    expect(one({ 'Result code': 'RO', Result: 'Referral order 9 months' }).values.results).toEqual([
      { offence: 'Theft from a shop', code: 'not-in-list', words: 'RO: Referral order 9 months' },
    ]);
  });

  it('says of an arrest summons number with a wrong letter that nothing is found by it', () => {
    const said = one({ 'Arrest summons number': '26/0000/00/000001X/A' }).noticed;
    expect(said.map(({ says }) => says).join()).toContain('nothing is found by it');
  });

  it('is one of at most two hundred of a day: a file of more is to be split', () => {
    const some = (count: number) => () =>
      read(
        ...Array.from({ length: count }, (_, at) => ({
          'Date of birth': `${String((at % 28) + 1).padStart(2, '0')}/02/${2002 + Math.floor(at / 28)}`,
        })),
      );
    expect(some(200)()).toHaveLength(200);
    expect(some(201)).toThrow('The file has 201 entries');
  });

  it('is read with the court and the day that stand once above all entries', () => {
    const result = readRegister(
      [
        { line: 1, cells: ['Venue', 'Eastmarsh Youth Court'] },
        { line: 2, cells: ['Hearing date', '05/10/2026'] },
        { line: 3, cells: ['Name', 'DOB', 'Offence', 'Result'] },
        { line: 4, cells: ['Wren THORNABY', '01/02/2011', 'Theft', 'Fine £20'] },
      ],
      { today, codes },
    );
    expect(result.kind === 'read' && result.entries[0]?.values).toMatchObject({
      court: 'Eastmarsh Youth Court',
      heardOn: '2026-10-05',
    });
  });
});

describe('whose entry it is', () => {
  const child = {
    id: 'c1',
    surname: 'Thornaby',
    forename: 'Wren',
    dateOfBirth: '2011-02-01',
    sex: 'female' as const,
    address: '9 Quay Close, Eastmarsh',
    postcode: null,
    referrals: [],
  };
  const among = (...children: readonly (typeof child)[]) =>
    indexKnown(children.map(knownFromRecord));

  it('is sure of a child of the same name, birth and home', () => {
    expect(whoIsMeant(one().values, among(child)).childId).toBe('c1');
  });

  it('asks a person about a namesake, about two records of one child, and about nobody', () => {
    const other = { ...child, dateOfBirth: '2011-02-10' };
    expect(whoIsMeant(one().values, among(other))).toMatchObject({
      childId: null,
      reason: expect.stringContaining('decide whether it is the same child'),
    });
    expect(whoIsMeant(one().values, among(child, { ...child, id: 'c2' })).childId).toBeNull();
    expect(whoIsMeant(one().values, among()).reason).toContain('Nobody on record');
  });
});

describe('what an entry makes', () => {
  const hearing = {
    id: 'h1',
    court: 'Eastmarsh Youth Court',
    listed_on: '2026-10-05',
    listed_at: '10:00',
    state: 'expected' as const,
  };
  const nothing = { charges: [], orders: [], results: [], hearings: [] };
  const charge = { id: 'k1', wording: 'Theft from a shop' };
  const said = {
    id: 'r1',
    hearing_id: 'h1',
    charge_id: 'k1',
    code: 'YROEW',
    label: 'Youth rehabilitation order',
    words: '12 months',
  };

  it('is a new hearing where none is on record, and the expected one where it is', () => {
    expect(planEntry(one().values, nothing).hearing).toEqual({ kind: 'new' });
    expect(whichHearing(one().values, [hearing])).toMatchObject({
      kind: 'there',
      isRecorded: false,
    });
    expect(
      whichHearing(one({ Court: 'The Eastmarsh Magistrates’ Court' }).values, [hearing]).kind,
    ).toBe('there');
  });

  it.each([
    ['another court that day', { court: 'Northport Crown Court' }, /not before/],
    ['the crown court of the same town', { court: 'Eastmarsh Crown Court' }, /not before/],
    ['a court that is named by no place', { court: 'Youth Court' }, /not before/],
    [
      'a hearing that was taken out of the list',
      { state: 'vacated' as const },
      /taken out of the list/,
    ],
  ])('asks about %s', (_what, change, says) => {
    expect(
      planEntry(one().values, { ...nothing, hearings: [{ ...hearing, ...change }] }).asks.join(),
    ).toMatch(says);
  });

  it('asks about a next day that is not on record, where the hearing is recorded already', () => {
    const { values } = one({ 'Next hearing': '20/10/2026' });
    const hearings = [{ ...hearing, state: 'held' as const }];
    expect(planEntry(values, { ...nothing, hearings }).asks.join()).toMatch(
      /next hearing on 20 October 2026, which is not on record/,
    );
    const next = { ...hearing, id: 'h2', listed_on: '2026-10-20' };
    expect(planEntry(values, { ...nothing, hearings: [...hearings, next] }).asks).toEqual([]);
  });

  it('puts a result on the charge of the same words, and keeps the offence in words where there is none', () => {
    const results = one().values.results;
    const place = { ...nothing, hearingId: null };
    expect(planResults(results, { ...place, charges: [charge] }).add).toEqual([
      { charge_id: 'k1', order_id: null, code: 'YROEW', words: '12 months' },
    ]);
    expect(planResults(results, place).add).toEqual([
      { charge_id: null, order_id: null, code: 'YROEW', words: 'Theft from a shop: 12 months' },
    ]);
  });

  it('is nothing where the record says all of it', () => {
    const hearings = [{ ...hearing, state: 'held' as const }];
    const have = { ...nothing, charges: [charge], hearings, results: [said] };
    expect(isDone(planEntry(one().values, have))).toBe(true);
    const typed = { ...said, words: null };
    expect(isDone(planEntry(one().values, { ...have, results: [typed] }))).toBe(true);
  });

  it('adds what only the register says, and asks where each says what the other does not', () => {
    const have = { ...nothing, charges: [charge], hearings: [hearing], results: [said] };
    const more = read({}, { 'Result code': 'RIYDA', Result: '' })[0];
    expect(more && planEntry(more.values, have).results.add).toHaveLength(1);
    const other = planEntry(one({ Result: '18 months' }).values, have);
    expect(other.results.differing[0]).toMatchObject({
      gone: ['r1'],
      said: [{ words: '18 months' }],
    });
    expect(other.asks.join()).toContain('decide which is right');
  });

  it.each([
    ['a next day', { 'Next hearing': '20/10/2026' }, { state: 'adjourned', without_day: false }],
    ['a remand', { 'Result code': 'RIYDA' }, { state: 'adjourned', without_day: true }],
    [
      'words that leave it open',
      { 'Result code': '', Result: 'Adjourned for a report' },
      { state: 'adjourned', without_day: true },
    ],
    ['an order', {}, { state: 'held', without_day: false }],
  ] as const)('tells from %s whether it goes on', (_what, row, became) => {
    expect(becameOf(one(row).values, new Map(codes.map((each) => [each.code, each.kind])))).toEqual(
      became,
    );
  });
});
