import type { Day } from '../calendar/day.ts';
import type { FormFault } from '../form-fault.ts';
import type { Outcome } from './outcomes.ts';

export type DeliveryDraft = {
  givenOn: Day | null;
  conditions: string | null;
  attendanceHours: number | null;
  dueBy: Day | null;
};

/** What is missing or over the limit in an outcome about to be given; `mostHours` is null where no limit is set. */
export function deliveryProblems(
  outcome: Outcome,
  decidedOn: Day,
  draft: DeliveryDraft,
  mostHours: number | null,
): FormFault[] {
  const problems: FormFault[] = [];
  const add = (field: string, message: string) => problems.push({ field, message });
  if (draft.givenOn !== null && draft.givenOn < decidedOn) {
    add('given_on-day', 'The day it was given must not be before the day of the decision');
  }
  if (!outcome.conditionsAllowed) {
    if (draft.conditions !== null || draft.attendanceHours !== null) {
      add('conditions', `${outcome.label} cannot carry conditions`);
    }
    return problems;
  }
  if (draft.conditions === null) add('conditions', 'Enter the conditions or the plan to be kept');
  if (draft.dueBy === null) add('due_by-day', 'Enter the day by which it must be finished');
  if (draft.dueBy !== null && draft.givenOn !== null && draft.dueBy <= draft.givenOn) {
    add('due_by-day', 'The last day must be after the day it was given');
  }
  if (draft.attendanceHours !== null && mostHours !== null && draft.attendanceHours > mostHours) {
    add('attendance_hours', `Hours of attendance must be ${mostHours} or fewer`);
  }
  return problems;
}

/** What was given, condition by condition: each stands on a line of its own. */
export const conditionsIn = (given: string): string[] =>
  given
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);

/** How one condition stands. */
export const conditionStandings = {
  open: 'Not said yet',
  kept: 'Kept',
  'not-kept': 'Not kept',
  lifted: 'Taken off by whoever gave the outcome',
} as const;

export type ConditionStanding = keyof typeof conditionStandings;

/** An outcome is not kept and completed while one of its conditions was not. */
export const completionContradicted = (
  completion: Completion,
  standings: readonly ConditionStanding[],
): string | null =>
  completion === 'completed' && standings.includes('not-kept')
    ? 'A condition is recorded as not kept: change that first, or choose another end'
    : null;

/** What police are told: the same three ends, in the words of the notice. */
export const noticeKinds = {
  completed: { kind: 'completed', label: 'Kept and completed' },
  'not-completed': { kind: 'not-complied', label: 'Not kept' },
  withdrawn: { kind: 'withdrawn', label: 'Child or family withdrew' },
} as const;

export type Completion = keyof typeof noticeKinds;
