import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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
    [
      'a name for a total that is none',
      'a,A,B,All\nr,3,4,9\ns,1,2,8\n',
      'row “r”: the total says 9, the parts come to 7',
    ],
    ['nothing at all', '', 'A table needs labels and counts'],
  ])('%s is an error that says where', async (_, input, reason) => {
    const { status, answer, notes } = await typed(input, 'suppress');
    expect(status).toBe(1);
    expect(answer).toBe('');
    expect(notes).toContain(reason);
  });
});

it('a workbook is told what to do instead, and Excel’s own line about the separator is passed over', async () => {
  const { notes } = await typed('PK\u0003\u0004', 'suppress');
  expect(notes).toContain('This is a workbook: save the sheet that is meant as CSV');
  const { answer } = await typed('sep=;\nx;A;B;All\nr;12;3;15\n', 'suppress');
  expect(answer).toBe('x,A,B,All\nr,x,<6,15');
});

describe('totals under any name', () => {
  const fixture = (name: string) =>
    readFileSync(join(import.meta.dirname, '../fixtures/figures', name), 'utf8');

  it.each(['All', 'Sum', 'Grand total', 'Cyfanswm', 'Zz'])(
    'a hidden number cannot be worked out from a total called %s',
    async (name) => {
      const { answer } = await typed(
        `x,A,B,${name}\n1,1,9,10\n2,8,12,20\n${name},9,21,30\n`,
        'suppress',
      );
      expect(answer).toBe(`x,A,B,${name}\n1,<6,x,10\n2,x,x,20\n${name},9,21,30`);
    },
  );

  it('the one of a spreadsheet too, with the columns that it adds left out', async () => {
    expect((await typed(fixture('40a-all-grand-total.csv'), 'suppress')).answer).toContain(
      '1,<6,x,10',
    );
    expect((await typed(fixture('41a-blank-columns.csv'), 'suppress')).answer).toContain(
      'Black,x,<6,15',
    );
  });

  it('a total of some columns and a total of all are both known', async () => {
    const { answer } = await typed(
      'x,A,B,A and B,C,D,Everything\n1,1,9,10,20,30,60\n2,8,12,20,7,9,36\n3,30,30,60,40,50,150\n',
      'suppress',
    );
    expect(answer.split('\n')[1]).toBe('1,<6,x,10,20,30,60');
  });

  it('a number hidden in one table cannot be read in another', async () => {
    const { answer } = await typed(
      'x,Bail,Custody,All\nBoys,2,20,22\nGirls,10,30,40\nAll,12,50,62\n\nx,Bail,Custody\nBoys,2,20\nOthers,40,40\n',
      'suppress',
    );
    const boys = answer.split('\n').filter((line) => line.startsWith('Boys'));
    expect(boys).toEqual(['Boys,<6,x,22', 'Boys,<6,x']);
  });
});
