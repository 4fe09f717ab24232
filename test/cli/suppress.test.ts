import { describe, expect, it } from 'vitest';
import { typed } from '../support/typed-command.ts';

const table = `Ethnicity,Bail,Custody,Total
Asian,1,20,21
"Black, all",30,40,70
White,12,14,26
Total,43,74,117
`;

describe('hiding small numbers in a table', () => {
  it('writes the same table with marks where a number would tell of too few children', async () => {
    const { status, answer } = await typed(table, 'suppress');
    expect(status).toBe(0);
    expect(answer).toBe(
      'Ethnicity,Bail,Custody,Total\nAsian,<6,x,21\n"Black, all",30,40,70\nWhite,x,x,26\nTotal,43,74,117',
    );
  });

  it('says with --json why each is hidden', async () => {
    const { answer } = await typed(table, 'suppress', '--json');
    expect(JSON.parse(answer).hidden).toContainEqual({
      row: 'Asian',
      column: 'Custody',
      mark: 'x',
      why: 'protecting',
      of: { row: 'Asian', column: 'Bail' },
    });
  });

  it('keeps what is hidden already', async () => {
    const { answer } = await typed('a,A,B,C,Total\nr,<6,x,30,45\n', 'suppress');
    expect(answer).toBe('a,A,B,C,Total\nr,<6,x,30,45');
  });

  it.each([
    [
      'a row that does not add up',
      'a,A,B,Total\nr,3,4,8\n',
      'row “r”: the total says 8, the parts come to 7',
    ],
    [
      'a column that does not',
      'a,A,B\nr,3,4\nTotal,3,5\n',
      'column “B”: the total says 5, the parts come to 4',
    ],
    [
      'a cell that is no count',
      'a,A,B\nr,3,4.5\n',
      'Row “r”, column “B”: “4.5” is not a whole number',
    ],
    ['an empty cell', 'a,A,B\nr,3,\n', 'Row “r”, column “B”: “” is not a whole number'],
    ['a row that is too short', 'a,A,B\nr,3\n', 'Row “r” has 2 columns, the header has 3'],
    ['two totals', 'a,A,Total,total\nr,3,3,3\n', 'Two columns are labelled Total'],
    ['nothing at all', '', 'A table needs labels and counts'],
  ])('%s is an error that says where', async (_, input, reason) => {
    const { status, answer, notes } = await typed(input, 'suppress');
    expect(status).toBe(1);
    expect(answer).toBe('');
    expect(notes).toContain(reason);
  });
});
