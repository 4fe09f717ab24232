import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { readTable } from './read-table.ts';
import { TABLE_LIMITS } from './table-limits.data.ts';
import { writeCsv } from './write-csv.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = async (content: Uint8Array, name = 'list.csv') => {
  const table = await readTable(content, name);
  if (table.kind === 'unreadable') throw new Error(table.reason);
  return table.sheets[0]?.rows ?? [];
};
const fault = async (content: Uint8Array, name = 'list.csv') => {
  const table = await readTable(content, name);
  return table.kind === 'unreadable' ? table.reason : 'it was read';
};

describe('the line of a row is its line in the file', () => {
  it.each([
    ['\n', 'one kind of line end'],
    ['\r\n', 'another'],
    ['\r', 'and the oldest'],
  ])('with blank lines and lines within cells (%j)', async (end) => {
    const text = ['a,b', '', '"x', 'y",2', ',', '3,4', '"p', 'q', 'r",5', '', '6,7'].join(end);
    const rows = await read(bytes(text));
    expect(
      rows.filter(({ cells }) => cells.some((cell) => cell !== '')).map(({ line }) => line),
    ).toEqual([1, 3, 6, 7, 11]);
  });

  it('in a workbook it is the row of the sheet', async () => {
    const file = await writeXlsxFile([
      [{ value: 'a' }],
      [],
      [{ value: '=1+1', type: String }],
      [{ value: 7 }],
    ]).toBuffer();
    const rows = await read(new Uint8Array(file), 'list.xlsx');
    expect(rows.find(({ cells }) => cells[0] === '7')?.line).toBe(4);
    expect(rows.find(({ cells }) => cells[0] === '=1+1')?.line).toBe(3);
  });
});

describe('separators and encodings', () => {
  it.each([';', '\t', '|'])('finds the separator %j by itself', async (separator) => {
    const rows = await read(
      bytes(`${['a,1', 'b', 'c'].join(separator)}\nd${separator}e${separator}f`),
    );
    expect(rows[0]?.cells).toEqual(['a,1', 'b', 'c']);
  });

  it('reads UTF-16 and Windows-1252 as Excel writes them', async () => {
    const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from('Zoë,x', 'utf16le')]);
    expect((await read(utf16))[0]?.cells).toEqual(['Zoë', 'x']);
    expect((await read(new Uint8Array([0x5a, 0x6f, 0xeb, 0x2c, 0x92])))[0]?.cells).toEqual([
      'Zoë',
      '’',
    ]);
  });
});

describe('files that cannot be read say how to mend them', () => {
  it('names the row where a quotation mark went wrong', async () => {
    expect(await fault(bytes('a,b\n"x,y\n1,2'))).toContain('Row 3');
    expect(await fault(bytes('a,b\n1,x "y" z\n'))).toMatch(/Row 2, column 2.*quotation mark/);
  });

  it('turns away what is too big, empty, old, locked or something else', async () => {
    expect(await fault(new Uint8Array())).toContain('empty');
    expect(await fault(new Uint8Array(TABLE_LIMITS.bytes + 1))).toContain('larger than 8 MB');
    expect(await fault(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), 'list.xlsx')).toContain(
      'save it as .xlsx',
    );
    expect(await fault(bytes('%PDF-1.7'), 'list.csv')).toContain('PDF');
    expect(await fault(new Uint8Array([0x50, 0x4b, 3, 4, 0]), 'list.xlsx')).toContain('damaged');
    expect(await fault(bytes('a'), 'list.exe')).toContain('neither');
    expect(await fault(bytes(`${'a,b\n'.repeat(20_001)}`))).toContain('more than 20,000 rows');
  });

  it('a file made to keep the server busy is turned away before it is taken apart', async () => {
    expect(await fault(bytes(','.repeat(TABLE_LIMITS.bytes)))).toContain(
      'more than 1,000,000 cells',
    );
    expect(await fault(bytes('\n'.repeat(TABLE_LIMITS.bytes)))).toContain(
      'more than 1,000,000 cells',
    );
  });
});

it('what is written for a spreadsheet starts no formula and keeps numbers as numbers', () => {
  expect(
    writeCsv(
      ['n', 't'],
      [
        [-5, '=1+1'],
        [2, '+44 7700'],
      ],
    ),
  ).toBe("\ufeffn,t\r\n-5,'=1+1\r\n2,'+44 7700\r\n");
});
