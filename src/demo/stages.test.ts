import { expect, test } from 'vitest';
import { journeyAt, stages } from './stages.ts';

test.each([
  ['a Thursday, when the panel meets', '2026-11-26'],
  ['a Saturday', '2026-11-28'],
  ['a Sunday', '2026-11-29'],
  ['Christmas Day', '2026-12-25'],
  ['the last day of a year', '2026-12-31'],
  ['the day after New Year', '2027-01-02'],
  ['Easter Monday', '2027-03-29'],
  ['29 February', '2028-02-29'],
])('on %s a child stands at each stage of the work', (_day, today) => {
  for (const [index, stage] of stages.entries())
    expect(stage.stands(journeyAt(stage, index, 0.5, today), today)).toBe(true);
});
