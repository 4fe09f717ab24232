import { describe, expect, it } from 'vitest';
import { findHeader } from './find-header.ts';
import { type Cells, listOf, outcomeWordings, today } from './list.fixture.ts';
import { readRow } from './read-row.ts';
import { splitOffences } from './split-offences.ts';

function read(change: Partial<Cells>) {
  const rows = listOf(change);
  const header = findHeader(rows);
  const row = rows[3];
  if (header.kind !== 'found' || !row) throw new Error('the test list has a header and a row');
  return readRow(row, header.mapping, { today, outcomeWordings });
}

describe('a row of a police list', () => {
  it('is read cell by cell', () => {
    expect(read({})).toEqual({
      line: 4,
      findings: [],
      values: {
        urn: '07ZZ/1001/26',
        surname: 'Ashdown-Obi',
        forename: 'Tegan',
        dateOfBirth: '2012-05-14',
        sex: 'female',
        ethnicity: 'M2',
        address: '12 Lantern Street, Eastmarsh',
        postcode: 'EM4 2AB',
        offences: ['Theft from shop'],
        offenceDate: '2026-10-05',
        officer: 'PC 9001',
        proposedOutcome: 'CR',
        proposedOutcomeCode: 'community-resolution',
        admission: 'yes',
        hasVictim: 'yes',
        victimConsents: 'no',
        coSuspectUrns: [],
        referredOn: '2026-10-09',
      },
    });
  });

  it.each([
    ['two-digit year of birth', { dob: '14/05/12' }, { dateOfBirth: '2012-05-14' }],
    ['dots between the figures', { dob: '14.05.2012' }, { dateOfBirth: '2012-05-14' }],
    ['year first', { dob: '2012-05-14' }, { dateOfBirth: '2012-05-14' }],
    [
      'name in capitals',
      { surname: 'O’ROURKE', forename: 'ÉLODIE' },
      { surname: 'O’Rourke', forename: 'Élodie' },
    ],
    ['small postcode', { postcode: 'em4 2ab' }, { postcode: 'EM4 2AB' }],
    ['ethnicity not stated', { ethnicity: 'N' }, { ethnicity: 'NS' }],
    ['no comment', { admission: 'No comment' }, { admission: 'no-comment' }],
    ['admission left empty', { admission: '' }, { admission: 'unknown' }],
    [
      'no victim',
      { victim: 'N', consents: '' },
      { hasVictim: 'no', victimConsents: 'not-applicable' },
    ],
    [
      'victim not said',
      { victim: '', consents: '' },
      { hasVictim: 'unknown', victimConsents: 'unknown' },
    ],
    ['outcome in full', { outcome: 'outcome 22' }, { proposedOutcomeCode: 'outcome-22' }],
    [
      'left to the panel',
      { outcome: 'For panel' },
      { proposedOutcome: 'For panel', proposedOutcomeCode: null },
    ],
    [
      'two co-suspects',
      { coSuspect: '07zz/1/26; 07ZZ/2/26' },
      { coSuspectUrns: ['07ZZ/1/26', '07ZZ/2/26'] },
    ],
    [
      'two offences',
      { offence: 'Robbery (personal); Possession of knife blade' },
      { offences: ['Robbery (personal)', 'Possession of knife blade'] },
    ],
  ] as const)('%s', (_, change, values) => {
    const row = read(change);
    expect(row.values).toMatchObject(values);
    expect(row.findings).toEqual([]);
  });

  it.each([
    ['ethnicity is missing', { ethnicity: '' }, 'is-gap', 'Ethnicity is not recorded'],
    ['postcode is missing', { postcode: '' }, 'is-gap', 'Postcode is not recorded'],
    ['sex is missing', { sex: '' }, 'is-gap', 'Sex is not recorded'],
    ['date referred is missing', { referred: '' }, 'is-gap', 'the day of import is used'],
    [
      'postcode is not one',
      { postcode: 'EASTMARSH' },
      'cell-unreadable',
      'Postcode: “EASTMARSH” is not a UK postcode',
    ],
    ['ethnicity is an officer’s view', { ethnicity: 'IC1' }, 'cell-unreadable', 'ask the child'],
    ['outcome is not known', { outcome: 'Stern word' }, 'cell-unreadable', 'kept as written'],
    [
      'admission is something else',
      { admission: 'perhaps' },
      'cell-unreadable',
      'neither yes nor no',
    ],
    ['no victim who consents', { victim: 'N', consents: 'Y' }, 'victim-unclear', 'ask police'],
    [
      'a date cannot exist',
      { dob: '31/02/2011' },
      'impossible-date',
      'D.O.B: 31/02/2011 does not exist',
    ],
    [
      'an offence date is words',
      { offenceDate: 'last week' },
      'impossible-date',
      'Offence date: “last week”',
    ],
    [
      'a URN is a formula',
      { urn: '=HYPERLINK("http://x")' },
      'formula-in-identity',
      'starts like a spreadsheet formula',
    ],
    ['a surname begins with plus', { surname: '+44Obi' }, 'formula-in-identity', 'Surname'],
    [
      'a forename hides behind a tab',
      { forename: '\tTegan' },
      'formula-in-identity',
      'Forename(s)',
    ],
    ['an address is markup', { address: '<b>1 Wharf Way</b>' }, 'kept-as-text', 'plain text'],
    ['an officer is a formula', { officer: '@sum(A1)' }, 'kept-as-text', 'plain text'],
    ['a name holds figures', { forename: 'Tegan2' }, 'name-unreadable', 'check the spelling'],
  ] as const)('says when %s', (_, change, rule, text) => {
    expect(read(change).findings).toEqual([{ rule, text: expect.stringContaining(text) }]);
  });

  it('keeps what looks like markup or a formula as the text it is', () => {
    expect(read({ address: '<b>1 Wharf Way</b>' }).values.address).toBe('<b>1 Wharf Way</b>');
    expect(read({ officer: '@sum(A1)' }).values.officer).toBe('@sum(A1)');
  });
});

describe('offences in one cell', () => {
  it.each([
    ['Common assault and battery', ['Common assault and battery']],
    ['Drunk and disorderly', ['Drunk and disorderly']],
    ['Criminal damage to vehicle <£5,000', ['Criminal damage to vehicle <£5,000']],
    [
      'Possession of knife blade/sharp pointed article in a public place',
      ['Possession of knife blade/sharp pointed article in a public place'],
    ],
    ['Theft from shop and criminal damage', ['Theft from shop', 'criminal damage']],
    ['Robbery & possess class B - cannabis', ['Robbery', 'possess class B - cannabis']],
    ['1. TWOC\n2. Drive while disqualified', ['TWOC', 'Drive while disqualified']],
    ['Theft; theft ;', ['Theft']],
    ['Found in the park and theft from shop', ['Found in the park and theft from shop']],
    ['Robbery and left at once', ['Robbery and left at once']],
    ['', []],
  ])('%j is %j', (cell, offences) => {
    expect(splitOffences(cell)).toEqual(offences);
  });
});
