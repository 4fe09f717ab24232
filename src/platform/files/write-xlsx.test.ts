import { expect, it } from 'vitest';
import { readXlsx } from './read-xlsx.ts';
import { writeXlsx } from './write-xlsx.ts';

it('a workbook holds words as words, numbers as numbers, and nothing that starts a formula', async () => {
  const bytes = await writeXlsx([
    {
      name: 'Table',
      columns: ['=1+1', 'Rate'],
      rows: [
        ['@SUM(A1)', { number: '1.50' }],
        ['<6', 'x'],
        ['Gap', { number: '-3.0' }],
      ],
    },
    { name: 'About', columns: ['About', 'In words'], rows: [['Source', 'Ours']] },
  ]);
  const read = readXlsx(bytes);
  expect(read.kind === 'read' && read.sheets[0]?.rows.map(({ cells }) => cells)).toEqual([
    ["'=1+1", 'Rate'],
    ["'@SUM(A1)", '1.5'],
    ['<6', 'x'],
    ['Gap', '-3'],
  ]);
});
