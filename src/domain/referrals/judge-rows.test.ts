import { describe, expect, it } from 'vitest';
import { judgeList } from './judge-list.ts';
import type { ExistingChild, JudgedRow } from './judged-row.ts';
import { type Cells, listOf, outcomeWordings, plain, today } from './list.fixture.ts';

function judge(
  rows: readonly Partial<Cells>[],
  existing: readonly ExistingChild[] = [],
): readonly JudgedRow[] {
  const list = judgeList(listOf(...rows), existing, { today, outcomeWordings });
  if (list.kind !== 'judged') throw new Error(`the test list is ${list.kind}`);
  return list.rows;
}

function verdicts(rows: readonly JudgedRow[]): readonly string[] {
  return rows.map((row) => `${row.row} ${row.verdict} ${row.effect.kind}`);
}

function reasons(row: JudgedRow | undefined): string {
  return row?.reasons.join('\n') ?? '';
}

const tegan: ExistingChild = {
  id: 'tegan',
  surname: 'Ashdown-Obi',
  forename: 'Tegan',
  dateOfBirth: '2012-05-14',
  sex: 'female',
  address: '12 Lantern Street',
  postcode: 'EM4 2AB',
  referrals: [],
};
const other: Partial<Cells> = {
  urn: '07ZZ/2002/26',
  surname: 'Pemberly',
  forename: 'Idris',
  dob: '02/11/2010',
  sex: 'M',
  address: '5 Quay Lane',
  postcode: 'EM9 1CD',
};

describe('one row alone', () => {
  it('of a child nobody knows makes a child, with its gaps named', () => {
    const [row] = judge([{ ethnicity: '', postcode: '' }]);
    expect(row).toMatchObject({
      row: 4,
      verdict: 'create',
      child: {
        kind: 'new',
        surname: 'Ashdown-Obi',
        forename: 'Tegan',
        dateOfBirth: '2012-05-14',
        ethnicity: null,
      },
    });
    expect(reasons(row)).toContain('Ethnicity is not recorded');
  });

  it.each([
    ['aged nine at the offence', { dob: '06/10/2016' }, 'refuse', 'children’s services'],
    ['ten on the day of the offence', { dob: '05/10/2016' }, 'create', ''],
    ['seventeen at offence and referral', { dob: '10/02/2009' }, 'create', ''],
    ['eighteen on the day of the offence', { dob: '05/10/2008' }, 'refuse', 'adult services'],
    [
      'eighteen between offence and referral',
      { dob: '07/10/2008' },
      'hold',
      'between offence and referral',
    ],
    ['eighteen soon after the referral', { dob: '20/10/2008' }, 'create', 'time is short'],
    ['born after the offence', { dob: '06/10/2026' }, 'refuse', 'is after the offence'],
    [
      'a date of birth that cannot exist',
      { dob: '31/02/2011' },
      'refuse',
      '31/02/2011 does not exist',
    ],
    [
      'referred before the offence',
      { referred: '01/10/2026' },
      'hold',
      'before the offence of 5 October 2026',
    ],
    [
      'an offence still to come',
      { offenceDate: '05/12/2026', referred: '06/12/2026' },
      'hold',
      'still to come',
    ],
    ['no URN', { urn: '' }, 'hold', 'URN is missing: ask police for it (PC 9001)'],
    [
      'no forename and no URN, but enough to ask',
      { urn: '', forename: '' },
      'hold',
      'Forename is missing',
    ],
    ['no date of birth', { dob: '' }, 'hold', 'Date of birth is missing'],
    ['no offence', { offence: '' }, 'hold', 'Offence is missing'],
    [
      'too little to ask about',
      { urn: '', forename: '', dob: '' },
      'refuse',
      'police cannot tell from the rest',
    ],
    [
      'no name at all, but a URN',
      { surname: 'Unknown', forename: '' },
      'hold',
      'Surname is missing',
    ],
    [
      'neither name nor URN',
      { surname: '', forename: '', urn: '' },
      'refuse',
      'Surname, Forename, URN missing',
    ],
    ['a formula for a URN', { urn: '=HYPERLINK("http://x")' }, 'refuse', 'formula'],
  ] as const)('%s', (_, change, verdict, reason) => {
    const [row] = judge([change]);
    expect(row?.verdict).toBe(verdict);
    expect(reasons(row)).toContain(reason);
    expect(row?.child === null).toBe(verdict === 'refuse');
  });
});

describe('two rows of one list', () => {
  it('an exact repeat, dates and capitals written otherwise, makes nothing new', () => {
    const rows = judge([
      {},
      { surname: 'ASHDOWN-OBI', dob: '14.05.12', offenceDate: '2026-10-05' },
    ]);
    expect(verdicts(rows)).toEqual(['4 create new-child', '5 match nothing']);
    expect(rows[1]?.child).toMatchObject({ kind: 'row', row: 4, name: 'Tegan Ashdown-Obi' });
  });

  it('another offence under the same URN is added to the referral', () => {
    const rows = judge([
      {},
      { offence: 'Robbery (personal)', outcome: 'For panel', admission: 'No' },
    ]);
    expect(rows[1]).toMatchObject({
      verdict: 'match',
      effect: { kind: 'added-offences', offences: ['Robbery (personal)'] },
    });
    expect(reasons(rows[1])).toContain('the admission is “no”, on row 4 “yes”');
  });

  it('the same offence again with another outcome is held: only police know which is right', () => {
    const rows = judge([{}, { outcome: 'YC' }]);
    expect(verdicts(rows)).toEqual(['4 create new-child', '5 hold nothing']);
    expect(reasons(rows[1])).toContain('ask police which is right');
  });

  it('the same offence again on another date is held', () => {
    const rows = judge([{}, { offenceDate: '06/10/2026' }]);
    expect(reasons(rows[1])).toContain('one offence or two');
  });

  it('names swapped under another URN are the same child', () => {
    const rows = judge([{}, { urn: '07ZZ/1002/26', surname: 'Tegan', forename: 'Ashdown-Obi' }]);
    expect(verdicts(rows)).toEqual(['4 create new-child', '5 match new-referral']);
    expect(reasons(rows[1])).toContain('Surname and forename swapped');
  });

  it('twins are two children, and each row says so', () => {
    const rows = judge([{}, { urn: '07ZZ/1002/26', forename: 'Rhodri', sex: 'M' }]);
    expect(verdicts(rows)).toEqual(['4 create new-child', '5 create new-child']);
    expect(reasons(rows[0])).toContain('Twin');
    expect(reasons(rows[0])).toContain('Rhodri Ashdown-Obi (row 5)');
    expect(reasons(rows[1])).toContain('Tegan Ashdown-Obi (row 4)');
  });

  it('twins under one URN are held, both', () => {
    const rows = judge([{}, { forename: 'Rhodri', sex: 'M' }]);
    expect(verdicts(rows)).toEqual(['4 hold nothing', '5 hold nothing']);
    expect(reasons(rows[0])).toContain('also stands against another child, row 5');
  });

  it('a child of the same name, born another day and living elsewhere, is another child', () => {
    const rows = judge([{}, { ...other, surname: 'ASHDOWN-OBI', forename: 'Tegan' }]);
    expect(verdicts(rows)).toEqual(['4 create new-child', '5 create new-child']);
    expect(reasons(rows[1])).toContain('thought to be another child');
  });

  it('a date of birth one digit off is for a person to decide, even under the same URN', () => {
    const rows = judge([{}, { dob: '15/05/2012', offence: 'TWOC' }]);
    expect(verdicts(rows)).toEqual(['4 create new-child', '5 hold nothing']);
    expect(rows[1]?.candidates).toMatchObject([
      { child: { kind: 'row', row: 4 }, verdict: 'likely' },
    ]);
  });

  it('another address under the same URN is the same child', () => {
    const rows = judge([{}, { address: '1 Elsewhere Road', postcode: '', offence: 'TWOC' }]);
    expect(verdicts(rows)).toEqual(['4 create new-child', '5 match added-offences']);
  });

  it('another address under another URN is for a person to decide', () => {
    const rows = judge([{}, { urn: '07ZZ/1002/26', address: '1 Elsewhere Road', postcode: '' }]);
    expect(verdicts(rows)[1]).toBe('5 hold nothing');
  });

  it('another sex is for a person to decide', () => {
    const rows = judge([{}, { sex: 'M', offence: 'TWOC' }]);
    expect(reasons(rows[1])).toContain('Recorded with different sexes');
  });

  it('a later row of a held child waits for it', () => {
    const rows = judge([{ referred: '01/10/2026' }, { urn: '07ZZ/1002/26' }]);
    expect(verdicts(rows)).toEqual(['4 hold nothing', '5 hold nothing']);
    expect(reasons(rows[1])).toContain('decide that row first');
  });

  it('a refused row is nobody’s twin and nobody’s match', () => {
    const rows = judge([{ dob: '31/02/2011' }, {}]);
    expect(verdicts(rows)).toEqual(['4 refuse nothing', '5 create new-child']);
  });
});

describe('a row and the record', () => {
  it('a child on record gets the referral', () => {
    const [row] = judge([{}], [tegan]);
    expect(row).toMatchObject({
      verdict: 'match',
      child: { kind: 'record', id: 'tegan' },
      effect: { kind: 'new-referral' },
    });
    expect(reasons(row)).toContain(
      'Tegan Ashdown-Obi (on record): Same name; Same date of birth; Same address',
    );
  });

  it('a URN already imported changes nothing', () => {
    const referrals = [
      { urn: plain.urn, offences: [{ text: plain.offence, offenceDate: '2026-10-05' }] },
    ];
    expect(verdicts(judge([{}], [{ ...tegan, referrals }]))).toEqual(['4 match nothing']);
  });

  it('a held row that a person has since decided changes nothing', () => {
    const referrals = [
      { urn: plain.urn, offences: [{ text: plain.offence, offenceDate: '2026-10-05' }] },
    ];
    const rows = judge([{ referred: '01/10/2026' }], [{ ...tegan, referrals }]);
    expect(verdicts(rows)).toEqual(['4 match nothing']);
  });

  it('a child who has moved is for a person to decide, with the candidate and why', () => {
    const [row] = judge([{}], [{ ...tegan, address: '7 Harbour View', postcode: 'EM7 3GH' }]);
    expect(row).toMatchObject({
      verdict: 'hold',
      candidates: [{ child: { id: 'tegan' }, verdict: 'likely' }],
    });
    expect(reasons(row)).toBe(
      'May be Tegan Ashdown-Obi (on record): Same name; Same date of birth; Different addresses; Could be one child who has moved, or two children who share a name and a birthday. Decide whether it is the same child',
    );
  });

  it('two records of the same child are for a person to merge first', () => {
    const [row] = judge([{}], [tegan, { ...tegan, id: 'again' }]);
    expect(row?.verdict).toBe('hold');
    expect(reasons(row)).toContain('merge the two records first');
  });

  it('a URN that another child has on record is held', () => {
    const stranger = {
      ...tegan,
      id: 'stranger',
      surname: 'Voss',
      forename: 'Petra',
      dateOfBirth: '2009-01-30',
    };
    const [row] = judge([{}], [{ ...stranger, referrals: [{ urn: plain.urn, offences: [] }] }]);
    expect(row?.verdict).toBe('hold');
    expect(reasons(row)).toContain('Petra Voss (on record)');
  });

  it('a row without a forename names the children it may mean', () => {
    const [row] = judge([{ urn: '', forename: '' }], [tegan]);
    expect(row?.candidates).toMatchObject([{ child: { id: 'tegan' }, verdict: 'possible' }]);
  });

  it('a twin on record is another child', () => {
    const [row] = judge([{}], [{ ...tegan, forename: 'Rhodri', sex: 'male' }]);
    expect(row?.verdict).toBe('create');
    expect(reasons(row)).toContain('Rhodri Ashdown-Obi (on record)');
  });
});

describe('a whole list', () => {
  const rows = [
    {},
    other,
    { ...other, offence: 'TWOC', outcome: 'YC' },
    { dob: '31/02/2011' },
    { ...other },
  ];

  it('judged again against the record it made finds nothing new', () => {
    const first = judge(rows);
    expect(verdicts(first)).toEqual([
      '4 create new-child',
      '5 create new-child',
      '6 match added-offences',
      '7 refuse nothing',
      '8 match nothing',
    ]);
    const made = first
      .filter((row) => row.verdict === 'create')
      .map(({ row, values }) => ({
        ...values,
        id: `made-${row}`,
        referrals: [
          {
            urn: values.urn ?? '',
            offences: [...values.offences, 'TWOC'].map((text) => ({
              text,
              offenceDate: values.offenceDate,
            })),
          },
        ],
      }));
    expect(verdicts(judge(rows, made))).toEqual([
      '4 match nothing',
      '5 match nothing',
      '6 match nothing',
      '7 refuse nothing',
      '8 match nothing',
    ]);
  });

  it('without a needed column is not judged', () => {
    const list = judgeList([{ line: 1, cells: ['URN', 'Surname', 'Forename', 'DOB'] }], [], {
      today,
      outcomeWordings,
    });
    expect(list).toMatchObject({
      kind: 'columns-unclear',
      mapping: { missing: [{ field: 'offence' }, { field: 'offenceDate' }] },
    });
  });

  it('without headings says what to do', () => {
    expect(judgeList([{ line: 1, cells: ['hello'] }], [], { today, outcomeWordings }).kind).toBe(
      'no-header',
    );
  });
});
