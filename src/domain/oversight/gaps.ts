import type { LevelId } from '../assessments/levels.data.ts';
import { isAtLeast } from '../assessments/levels.ts';
import { addDays, type Day } from '../calendar/day.ts';
import type { Provenance } from '../provenance.ts';

/** How closely a manager follows a child: the usual time is a time limit; a high level asks for more. */
const oversightRule = {
  highFrom: 'high',
  highWithinDays: 28,
  source: 'Foothold default, in line with usual practice of monthly supervision',
  confidence: 'local example',
} as const satisfies Provenance & { highFrom: LevelId; highWithinDays: number };

export type OversightFacts = {
  /** The day the child was allocated, or was last written about by a manager. */
  lastEntryOn: Day | null;
  allocatedOn: Day;
  /** The last day of the usual time, counted from the last entry or the allocation. */
  usualDueOn: Day;
  highest: LevelId | null;
};

export type OversightGap = { kind: 'high' | 'usual'; since: Day; hasEntry: boolean };

/** Says whether a manager owes this child an entry; a high or very high level is looked at first. */
export function oversightGap(facts: OversightFacts, today: Day): OversightGap | null {
  const since = facts.lastEntryOn ?? facts.allocatedOn;
  const hasEntry = facts.lastEntryOn !== null;
  const isHigh = facts.highest !== null && isAtLeast(facts.highest, oversightRule.highFrom);
  if (isHigh && addDays(since, oversightRule.highWithinDays) < today)
    return { kind: 'high', since, hasEntry };
  return facts.usualDueOn < today ? { kind: 'usual', since, hasEntry } : null;
}

/** The highest of a child's three levels; null before an assessment is signed. */
export function highestLevel(levels: readonly (LevelId | null)[]): LevelId | null {
  return levels.reduce<LevelId | null>(
    (highest, level) =>
      level !== null && (highest === null || isAtLeast(level, highest)) ? level : highest,
    null,
  );
}
