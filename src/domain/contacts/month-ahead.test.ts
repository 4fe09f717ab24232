import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '../calendar/day.ts';
import { type Month, monthAhead } from './month-ahead.ts';

const row = (code: string, levels: string, first: string, after: string) => ({
  code,
  label: code,
  attributes: { levels, first_12_weeks: first, after },
  source: 'Invented',
  confidence: 'local example',
  validFrom: null,
  validTo: null,
});
const frequencies = [
  row('intensive', 'high very-high', '8', '4'),
  row('standard', 'low', '2', '1'),
];
const month = (more: Partial<Month> = {}): Month => ({
  ...{ kept: 1, planned: 2, likelihood: 'low', harm: 'high', frequencies },
  ...more,
});
const begun = '2026-09-01';

it('the month says how many contacts are still to be planned, while it is not too late', () => {
  expect(monthAhead(month(), begun, '2026-09-10')).toEqual({
    level: 'intensive',
    expected: 8,
    toPlan: 5,
  });
});

it('from the thirteenth week on fewer are expected', () => {
  expect(monthAhead(month(), begun, addDays(begun, 84))).toMatchObject({ expected: 4, toPlan: 1 });
});

it('where nobody has judged, nothing is expected', () => {
  expect(monthAhead(month({ likelihood: null, harm: null }), begun, begun)).toBeNull();
});

it('one contact more, kept or planned, never asks for more to be planned', () => {
  const few = fc.integer({ min: 0, max: 12 });
  fc.assert(
    fc.property(few, few, (kept, planned) => {
      const toPlan = (more: Partial<Month>) => monthAhead(month(more), begun, begun)?.toPlan ?? 0;
      const now = toPlan({ kept, planned });
      expect(toPlan({ kept: kept + 1, planned })).toBeLessThanOrEqual(now);
      expect(toPlan({ kept, planned: planned + 1 })).toBeLessThanOrEqual(now);
      expect(now).toBeGreaterThanOrEqual(0);
    }),
  );
});
