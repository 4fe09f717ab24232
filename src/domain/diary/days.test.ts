import { expect, test } from 'vitest';
import { daysShown } from './days.ts';

test('a diary shows its day, or the week from Monday to Sunday that holds it', () => {
  const week = ['28', '29', '30'].map((day) => `2026-09-${day}`);
  const days = [...week, '2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04'];
  for (const on of days) {
    expect(daysShown('week', on)).toEqual(days);
    expect(daysShown('day', on)).toEqual([on]);
  }
});
