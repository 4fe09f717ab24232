import { expect, it } from 'vitest';
import { labelIn } from './label-in.ts';

const rows = [
  { id: 'high', label: 'High' },
  { id: 'very-high', label: 'Very high' },
];

it.each([
  ['high', 'High'],
  ['very-high', 'Very high'],
  ['severe', 'severe'],
])('%s reads as “%s”', (id, label) => expect(labelIn(rows, id)).toBe(label));
