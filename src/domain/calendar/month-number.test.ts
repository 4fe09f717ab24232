import { expect, it } from 'vitest';
import { monthNumber } from './month-number.ts';

it.each([
  ['1', 1],
  ['09', 9],
  ['12', 12],
  ['13', 0],
  ['0', 0],
  ['Nov', 11],
  ['Sept.', 9],
  ['MAY', 5],
  ['Mai', 5],
  ['Rhagfyr', 12],
  ['Ma', 0],
  ['Never', 0],
  ['', 0],
])('%j is month %i', (text, month) => expect(monthNumber(text)).toBe(month));
