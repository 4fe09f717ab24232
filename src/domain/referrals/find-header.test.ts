import { describe, expect, it } from 'vitest';
import { dataRows, findHeader, headingKey, keepMapping, type SourceRow } from './find-header.ts';

const lines = (...texts: string[]): SourceRow[] =>
  texts.map((text, index) => ({ line: index + 1, cells: text.split(',') }));

const list = lines(
  'OFFICIAL-SENSITIVE,,,,,',
  'Youth referrals,,,,,',
  'URN,Surname,Forename(s),D.O.B,Offence,Offence date',
  '01EM/1/26,Vickery,Finn,06/09/2011,Theft,05/10/2026',
  ',,,,,',
  'URN,Surname,Forename(s),D.O.B,Offence,Offence date',
  '01EM/2/26,Tennick,Reuben,03/09/2012,TWOC,25/10/2026',
  'End of list,,,,,',
);

describe('the header of a police list', () => {
  it('is found below marking and title rows', () => {
    const found = findHeader(list);
    expect(found.kind === 'found' && found.mapping).toMatchObject({
      headerLine: 3,
      columns: { urn: 0, surname: 1, forename: 2, dateOfBirth: 3, offence: 4, offenceDate: 5 },
      missing: [],
      unmapped: [],
    });
  });

  it('blank rows, titles and repeated headers tell of no child', () => {
    const found = findHeader(list);
    const rows = found.kind === 'found' ? dataRows(list, found.mapping) : [];
    expect(rows.map((row) => row.line)).toEqual([4, 7]);
  });

  it('in other words is understood', () => {
    const found = findHeader(
      lines(
        'Occurrence number,Family name,First name,Date of Birth,Gender,Offence(s),Date of offence,Shoe size',
      ),
    );
    expect(found.kind === 'found' && found.mapping).toMatchObject({
      columns: {
        urn: 0,
        surname: 1,
        forename: 2,
        dateOfBirth: 3,
        sex: 4,
        offence: 5,
        offenceDate: 6,
      },
      unmapped: [{ index: 7, heading: 'Shoe size' }],
    });
  });

  it('without a needed column says which', () => {
    const found = findHeader(lines('Surname,Forename,DOB,Offence,Offence date'));
    expect(found.kind === 'found' && found.mapping.missing).toEqual([
      { field: 'urn', label: 'URN or crime reference' },
    ]);
  });

  it('follows what the service decided before', () => {
    const rows = lines('Nominal,Surname,Forename,DOB,Reference,Offence,Offence date,Notes');
    const found = findHeader(rows, {
      [headingKey('Nominal')]: 'urn',
      [headingKey('Notes')]: 'leave-out',
    });
    expect(found.kind === 'found' && found.mapping).toMatchObject({
      columns: { urn: 0 },
      unmapped: [{ index: 4, heading: 'Reference' }],
    });
  });

  it('can be kept, and kept gives the same mapping again', () => {
    const found = findHeader(list);
    if (found.kind !== 'found') throw new Error(found.reason);
    expect(findHeader(list, keepMapping(found.mapping))).toEqual(found);
  });

  it('is not guessed where there is none', () => {
    const found = findHeader(lines('a,b,c', '1,2,3'));
    expect(found.kind === 'not-found' && found.reason).toContain('add a heading row');
  });

  it('a row with only a URN is still a row', () => {
    const found = findHeader(list);
    const lone: SourceRow = { line: 9, cells: ['01EM/9/26', '', '', '', '', ''] };
    expect(found.kind === 'found' && dataRows([lone], found.mapping)).toEqual([lone]);
  });
});
