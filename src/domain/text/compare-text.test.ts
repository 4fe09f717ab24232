import { expect, it } from 'vitest';
import { compareText } from './compare-text.ts';

it.each([
  ['2025-09', '2025-10', -1],
  ['Norfolk', 'Essex', 1],
  ['Essex', 'Essex', 0],
])('%s beside %s in a list: %i', (a, b, wanted) => expect(compareText(a, b)).toBe(wanted));
