import type { LevelId } from '../assessments/levels.data.ts';
import type { Day } from '../calendar/day.ts';
import type { ReferenceRow } from '../reference/reference-row.ts';
import { frequencyOf } from './expected.ts';
import { expectedAMonth, frequencyFrom } from './frequency.ts';

/** What a month of an order holds so far, and what the child's levels ask of it. */
export type Month = {
  readonly kept: number;
  /** Planned until its end. */
  readonly planned: number;
  readonly likelihood: LevelId | null;
  readonly harm: LevelId | null;
  readonly frequencies: readonly ReferenceRow[];
};

/** How a month will end as it stands: how many are expected, and how many of them are neither kept nor planned. */
export type Ahead = {
  readonly level: string;
  readonly expected: number;
  readonly toPlan: number;
};

/** What is expected of the month of a day, since the order began; null without levels that the reader may see. */
export function monthAhead(
  { kept, planned, likelihood, harm, frequencies }: Month,
  startedOn: Day,
  today: Day,
): Ahead | null {
  const row = frequencyOf(frequencies, likelihood, harm);
  if (!row) return null;
  const frequency = frequencyFrom(row);
  const expected = expectedAMonth(frequency, startedOn, today);
  return {
    level: frequency.label,
    expected,
    toPlan: Math.max(0, expected - kept - planned),
  };
}
