import { expect, test } from 'vitest';
import { frequencyCode } from './expected.ts';

test('the higher of the two levels sets how often a child is seen', () => {
  expect(frequencyCode('low', 'high')).toBe('intensive');
  expect(frequencyCode('medium', 'low')).toBe('enhanced');
  expect(frequencyCode('low', 'low')).toBe('standard');
});

test('without a signed assessment nothing is expected', () => {
  expect(frequencyCode(null, null)).toBeNull();
});
