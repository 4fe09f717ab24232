import { expect, test } from 'vitest';
import { frequencyOf } from './expected.ts';

const codes = [
  { code: 'intensive', attributes: { levels: 'high very-high' } },
  { code: 'enhanced', attributes: { levels: 'medium' } },
  { code: 'standard', attributes: { levels: 'low' } },
];

test('the higher of the two levels sets how often a child is seen', () => {
  expect(frequencyOf(codes, 'low', 'high')?.code).toBe('intensive');
  expect(frequencyOf(codes, 'very-high', 'low')?.code).toBe('intensive');
  expect(frequencyOf(codes, 'medium', 'low')?.code).toBe('enhanced');
  expect(frequencyOf(codes, 'low', null)?.code).toBe('standard');
  expect(frequencyOf(codes, null, 'low')?.code).toBe('standard');
});

test('without a signed assessment nothing is expected', () => {
  expect(frequencyOf(codes, null, null)).toBeUndefined();
});
