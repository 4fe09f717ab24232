import { expect, it, test } from 'vitest';
import { isFigure, isOfFigures, paragraphsOf } from './written-document.ts';

it.each<[string | number | undefined, boolean]>([
  [3, true],
  ['1,234.5', true],
  ['40%', true],
  ['x', false],
  ['3 of 7', false],
  ['', false],
  [undefined, false],
])('%s stands to the right as a figure: %s', (cell, is) => expect(isFigure(cell)).toBe(is));

test('a column stands to the right where it is of figures, and not where words stand among a few', () => {
  const of = (...cells: (string | number)[]) =>
    isOfFigures(
      cells.map((cell) => ['', cell]),
      1,
    );
  expect(of(2, 1, 'Beside the score', 8)).toBe(true);
  expect(of('<6', 'x', 14)).toBe(true);
  expect(of('262,000', '10.4%', 'below the London average; no figure printed')).toBe(false);
  expect(of('2021', '2011 to 2021', 'Not stated', 'Not stated')).toBe(false);
  expect(of('x', '')).toBe(false);
});

test('paragraphs are parted by empty lines, and lines within one are one text', () => {
  expect(paragraphsOf('One\nline.\r\n\r\n  \n\nTwo.\n\n')).toEqual([
    { kind: 'paragraph', text: 'One line.' },
    { kind: 'paragraph', text: 'Two.' },
  ]);
  expect(paragraphsOf(' ')).toEqual([]);
});
