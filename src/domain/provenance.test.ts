import { expect, test } from 'vitest';
import { inForceOn, mustCheckLocally } from './provenance.ts';

const rows = [
  { id: 'old', validFrom: '2020-01-01', validTo: '2025-12-31' },
  { id: 'new', validFrom: '2026-01-01', validTo: null },
];

test('the last day of an old rule belongs to the old rule and the next day to the new one', () => {
  expect(inForceOn(rows, '2025-12-31').map((row) => row.id)).toEqual(['old']);
  expect(inForceOn(rows, '2026-01-01').map((row) => row.id)).toEqual(['new']);
});

test('a day before any rule has none', () => {
  expect(inForceOn(rows, '2019-12-31')).toEqual([]);
});

test('only a confirmed fact is shown without "check locally"', () => {
  expect(mustCheckLocally({ confidence: 'confirmed' })).toBe(false);
  expect(mustCheckLocally({ confidence: 'local example' })).toBe(true);
  expect(mustCheckLocally({ confidence: 'check locally' })).toBe(true);
});
