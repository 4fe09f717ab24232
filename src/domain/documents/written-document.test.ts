import { expect, it, test } from 'vitest';
import { isFigure, paragraphsOf } from './written-document.ts';

it.each<[string | number | undefined, boolean]>([
  [3, true],
  ['1,234.5', true],
  ['40%', true],
  ['x', false],
  ['3 of 7', false],
  ['', false],
  [undefined, false],
])('%s stands to the right as a figure: %s', (cell, is) => expect(isFigure(cell)).toBe(is));

test('paragraphs are parted by empty lines, and lines within one are one text', () => {
  expect(paragraphsOf('One\nline.\r\n\r\n  \n\nTwo.\n\n')).toEqual([
    { kind: 'paragraph', text: 'One line.' },
    { kind: 'paragraph', text: 'Two.' },
  ]);
  expect(paragraphsOf(' ')).toEqual([]);
});
