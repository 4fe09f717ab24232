import { describe, expect, it } from 'vitest';
import { dataRows } from './data-rows.ts';
import { columnFaults, findHeader } from './find-header.ts';
import { headerKey, keepMapping, type SourceRow } from './map-columns.ts';

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
    const rows = found.kind === 'found' ? dataRows(list, found.mapping).rows : [];
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

  it('follows what the service decided before, by the place of each column', () => {
    const rows = lines('Nominal,Surname,Forename,DOB,Reference,Offence,Offence date,Notes');
    const key = headerKey(rows[0]?.cells ?? []);
    const found = findHeader(
      rows,
      new Map([
        [
          key,
          [
            'urn',
            'surname',
            'forename',
            'dateOfBirth',
            'leave-out',
            'offence',
            'offenceDate',
            'leave-out',
          ],
        ],
      ]),
    );
    expect(found.kind === 'found' && found.mapping).toMatchObject({
      columns: { urn: 0 },
      missing: [],
      unmapped: [
        { index: 4, heading: 'Reference' },
        { index: 7, heading: 'Notes' },
      ],
    });
  });

  it('can be kept, and kept gives the same columns again', () => {
    const found = findHeader(list);
    if (found.kind !== 'found') throw new Error(found.reason);
    const key = headerKey(list[2]?.cells ?? []);
    expect(findHeader(list, new Map([[key, keepMapping(found.mapping)]]))).toEqual(found);
  });

  it('two columns that claim to be the child’s are never chosen between', () => {
    for (const second of ['Surname', 'Suspect surname', 'SURNAME:']) {
      const found = findHeader(lines(`${second},URN,Surname,Forename,DOB,Offence,Offence date`));
      expect(found.kind === 'found' && columnFaults(found.mapping)).toEqual([
        `${second} stands twice (columns 1 and 3): say which is the suspect’s`,
      ]);
    }
  });

  it('one column with the whole name stands for the two', () => {
    const found = findHeader(lines('URN,Name,DOB,Offence,Offence date'));
    expect(found.kind === 'found' && found.mapping).toMatchObject({
      columns: { wholeName: 1 },
      missing: [],
    });
  });

  it('sums and closing lines tell of no child', () => {
    const found = findHeader(list);
    if (found.kind !== 'found') throw new Error(found.reason);
    const below = lines('', '', '', '01EM/3/26,Totalby,Ada,01/02/2011,Theft,05/10/2026');
    const ends = lines(...Array(9).fill(''), 'Total,,,,2,', 'End of report,Printed 20/05/2026,,,,');
    const { rows, passedOver } = dataRows([...below, ...ends], found.mapping);
    expect(rows.map(({ line }) => line)).toEqual([4]);
    expect(passedOver.map(({ line }) => line)).toEqual([10, 11]);
  });

  it('is not guessed where there is none', () => {
    const found = findHeader(lines('a,b,c', '1,2,3'));
    expect(found.kind === 'not-found' && found.reason).toContain('add a heading row');
  });

  it('a row with only a URN is still a row', () => {
    const found = findHeader(list);
    const lone: SourceRow = { line: 9, cells: ['01EM/9/26', '', '', '', '', ''] };
    expect(found.kind === 'found' && dataRows([lone], found.mapping).rows).toEqual([lone]);
  });
});
