import { expect, it } from 'vitest';
import { datesDoubt } from './date-columns.ts';

const mapping = {
  headerLine: 1,
  headings: ['D.O.B'],
  columns: { dateOfBirth: 0 },
  unmapped: [],
  missing: [],
  doubled: [],
};
const doubt = (...dates: readonly string[]) =>
  datesDoubt(
    dates.map((text, at) => ({ line: at + 2, cells: [text] })),
    mapping as unknown as Parameters<typeof datesDoubt>[1],
  );

it('one date with the month first makes the list doubtful, however many cells hold no date at all', () => {
  expect(doubt('09/23/2010', 'not known', '', '45/45/2010')).toContain('row 2: 09/23/2010');
});

it('more dates with the day first than with the month first tell that those are slips', () => {
  expect(doubt('09/23/2010', '23/09/2010', '24/09/2010')).toBeNull();
  expect(doubt('09/23/2010', '23/09/2010')).toContain('month first');
});

it.each([
  ['01/13/2010', 'in January'],
  ['12/31/2010', 'on its last day'],
  ['2010-13-01', 'after the year, the wrong way round'],
])('%s has a month and a day that cannot be changed round: %s', (text) => {
  expect(doubt(text)).not.toBeNull();
});

it.each(['00/13/2010', '12/32/2010', '12/12/2010', '13/00/2010', '0/0/2010'])(
  '%s proves nothing',
  (text) => expect(doubt(text)).toBeNull(),
);
