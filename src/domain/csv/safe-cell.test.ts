import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeCell, startsFormula } from './safe-cell.ts';

describe('a cell of an export', () => {
  it.each([
    ['=HYPERLINK("http://x")', '\'=HYPERLINK("http://x")'],
    ['+447700900123', "'+447700900123"],
    ['-3', "'-3"],
    ['@sum', "'@sum"],
    ['\t=1+1', "'\t=1+1"],
    ['\r=1+1', "'\r=1+1"],
    ['  =1+1', "'  =1+1"],
    ['＝1+1', "'＝1+1"],
    ['Marlowe-Quist', 'Marlowe-Quist'],
    ['O’Rourke', 'O’Rourke'],
    ['', ''],
    [null, ''],
    [-3.5, '-3.5'],
    [0, '0'],
    [true, 'Yes'],
  ])('%j is written %j', (value, written) => {
    expect(safeCell(value)).toBe(written);
  });

  it('no text whatever starts a formula', () => {
    const nasty = fc
      .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', ' ', '\n', ''), fc.string())
      .map(([start, rest]) => start + rest);
    fc.assert(
      fc.property(nasty, (text) => {
        expect(startsFormula(safeCell(text))).toBe(false);
        expect(safeCell(text).endsWith(text)).toBe(true);
      }),
    );
  });
});
