import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { readTable } from '../src/platform/files/read-table.ts';
import { workbookOf } from './support/zip.ts';

const cell = (place: string, text = 'x') =>
  `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
const sheet = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
const bytes = (text: string) => new TextEncoder().encode(text);
const megabyte = 1024 * 1024;

/** Reads a file, and how long the process was away from its other work meanwhile. */
async function read(content: Uint8Array, name = 'list.xlsx') {
  let isOver = false;
  let longest = 0;
  const watch = (async () => {
    let last = performance.now();
    while (!isOver) {
      await pause(5);
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }
  })();
  const table = await readTable(content, name);
  isOver = true;
  await watch;
  return { table, reason: table.kind === 'unreadable' ? table.reason : 'it was read', longest };
}

const bomb = () =>
  Buffer.alloc(400 * megabyte, '<row><c t="str"><v>1</v></c></row>'.padEnd(64)).fill(
    '<worksheet><sheetData>',
    0,
    22,
  );

it.each([
  [
    'a small workbook with one cell in the last column of the last row',
    () => workbookOf(sheet(`<row r="1048576">${cell('XFD1048576')}</row>`)),
    'list.xlsx',
    'something in column 16,384',
  ],
  [
    'a workbook that claims a thousand bytes and unpacks to 400 MB',
    () => workbookOf(bomb(), { claims: 1000 }),
    'list.xlsx',
    'unpacks to more than 60 MB',
  ],
  [
    'a workbook with a cell of many signs',
    () => workbookOf(sheet(`<row r="1">${cell('A1', 'x'.repeat(8 * megabyte))}</row>`)),
    'list.xlsx',
    'longer than 32,767 signs',
  ],
  [
    'a workbook with a million rows',
    () => workbookOf(sheet(`<row>${cell('A1')}</row>`.repeat(400_000))),
    'list.xlsx',
    'more than 20,000 rows',
  ],
  [
    'a small workbook whose twenty thousand cells all mean one long text',
    () =>
      workbookOf(sheet(`<row>${'<c t="s"><v>0</v></c>'.repeat(50)}</row>`.repeat(400)), {
        strings: `<sst><si><t>${'x'.repeat(32_000)}</t></si></sst>`,
      }),
    'list.xlsx',
    'more than 20,000,000 signs together',
  ],
  [
    'a workbook with one cell far to the right in each of many rows',
    () => workbookOf(sheet(`<row>${cell('SF1')}</row>`.repeat(19_000))),
    'list.xlsx',
    'more than 1,000,000 cells',
  ],
  [
    'a list of one cell that fills the file',
    () => bytes(`URN,Surname\n"${'x'.repeat(7.9 * megabyte)}"`),
    'list.csv',
    'longer than 1,000,000 signs',
  ],
  [
    'a list with a cell that no spreadsheet could hold',
    () => bytes(`URN,Surname\n1,"${'x'.repeat(40_000)}"`),
    'list.csv',
    'longer than 32,767 signs',
  ],
  [
    'a list of a hundred thousand columns',
    () => bytes(`${'x,'.repeat(100_000)}x`),
    'list.csv',
    'no more than 500 are read',
  ],
  [
    'a workbook whose parts lie outside it',
    () => workbookOf(sheet('')).map((byte, index, all) => (index > all.length - 8 ? 255 : byte)),
    'list.xlsx',
    'damaged',
  ],
])(
  '%s is turned away with what to do, and holds up nobody',
  { timeout: 60_000 },
  async (_, make, name, words) => {
    const { reason, longest } = await read(make(), name);
    expect(reason).toContain(words);
    expect(longest).toBeLessThan(1000);
  },
);

it('a cell at the foot of an otherwise short sheet makes one row and nothing between', async () => {
  const { table } = await read(
    workbookOf(sheet(`<row r="1">${cell('B1')}</row><row r="1048576">${cell('A1048576')}</row>`)),
  );
  expect(table.kind === 'read' && table.sheets[0]?.rows).toEqual([
    { line: 1, cells: ['', 'x'] },
    { line: 1_048_576, cells: ['x'] },
  ]);
});

it('an entity that stands for itself many times over is not expanded', async () => {
  const { table } = await read(
    workbookOf(
      `<!DOCTYPE x [<!ENTITY a "${'x'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}">]>${sheet(`<row r="1">${cell('A1', '&b;')}</row>`)}`,
    ),
  );
  expect(table.kind === 'read' && table.sheets[0]?.rows[0]?.cells[0]?.length).toBeLessThan(10);
});
