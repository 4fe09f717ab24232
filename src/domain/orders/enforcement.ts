import { addDays, addMonths, type Day } from '../calendar/day.ts';
import type { EnforcementRule } from './enforcement-rule.ts';

/** What is decided of a failure to keep an order. */
export const failureDecisions = {
  acceptable: 'There was a good reason',
  'not-acceptable': 'There was no good reason',
  'not-pursued': 'Not pursued: nothing follows',
} as const;
export type FailureDecision = keyof typeof failureDecisions;

/** How a warning is given. */
export const warningHows = {
  'in-person': 'In person',
  letter: 'In a letter',
  both: 'In person, and in a letter',
} as const;

/** A failure of one order, with the day on which the child was warned of it, if they were. */
export type Failure = {
  readonly id: string;
  readonly happened_on: Day;
  readonly decision: FailureDecision | null;
  readonly warned_on: Day | null;
};

type Rule = Pick<EnforcementRule, 'warned_months' | 'warnings'>;

/**
 * The last day on which a warning counts: of so many months that begin with its own day. Where the month in which they end
 * has no such date, as a year after 29 February, they end with that month.
 */
export function countsUntil({ warned_months }: Rule, warnedOn: Day): Day {
  if (warned_months === null) return warnedOn;
  const anniversary = addMonths(warnedOn, warned_months);
  return anniversary.slice(8) === warnedOn.slice(8) ? addDays(anniversary, -1) : anniversary;
}

/**
 * Earlier warnings that count when the order is not kept on a day: given before it, and less than the warned period before it.
 * Of what turned out to have a good reason, or is not pursued, no warning counts.
 */
export const countingOn = <F extends Failure>(
  rule: Rule,
  failures: readonly F[],
  on: Day,
): readonly F[] =>
  rule.warned_months === null
    ? []
    : failures.filter(
        ({ decision, warned_on }) =>
          decision === 'not-acceptable' &&
          warned_on !== null &&
          warned_on < on &&
          on <= countsUntil(rule, warned_on),
      );

/** What follows from a failure: it is to be decided; nothing; a warning, or whoever deals with it; or it must go to them. */
export type Follows =
  | { readonly what: 'decide' | 'nothing' }
  | { readonly what: 'may' | 'must'; readonly counting: number };

/** What the rule of its order says of one of the order's failures; the order in which they were entered is nothing to it. */
export function followsFrom(rule: Rule, failures: readonly Failure[], failure: Failure): Follows {
  if (failure.decision === null) return { what: 'decide' };
  if (failure.decision !== 'not-acceptable') return { what: 'nothing' };
  const others = failures.filter(({ id }) => id !== failure.id);
  const counting = countingOn(rule, others, failure.happened_on).length;
  const isMust = rule.warnings !== null && counting >= rule.warnings;
  return { what: isMust ? 'must' : 'may', counting };
}
