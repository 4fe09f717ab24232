import type { Problem } from '../problem.ts';
import { leastTries, type WishesStatus, wishesStatuses } from './wishes.data.ts';

export type WishesGiven = {
  readonly wishes: WishesStatus;
  readonly reason: string | null;
  /** Days on which somebody tried and did not reach them. */
  readonly daysTried: number;
  readonly words: string | null;
  readonly safetyNeed: 'yes' | 'no' | 'unknown';
  readonly safetyLine: string | null;
};

/** What is missing before a victim's wishes can be recorded. */
export function wishesProblems(given: WishesGiven): Problem[] {
  const problems: Problem[] = [];
  const rule = wishesStatuses[given.wishes];
  if (rule.needsReason && !given.reason)
    problems.push({ anchor: 'reason', message: 'Enter why there are no wishes to bring' });
  if (given.wishes === 'given' && !given.words)
    problems.push({ anchor: 'words', message: 'Enter what they want, in their own words' });
  if (given.wishes === 'not-reached' && given.daysTried < leastTries)
    problems.push({
      anchor: 'wishes',
      message: `Try on ${leastTries} days at least, and log each try, before recording that they could not be reached. Logged so far: ${given.daysTried}`,
    });
  if (given.safetyNeed === 'yes' && !given.safetyLine)
    problems.push({
      anchor: 'safetyLine',
      message: 'Enter what the child’s worker must do to keep this person safe',
    });
  return problems;
}

/** The words of a status; one that is no longer known is shown as it is. */
export const wishesLabel = (status: string): string =>
  (wishesStatuses as Record<string, { label: string }>)[status]?.label ?? status;

/** Whether the panel still waits to hear what this victim wants, or why that is not known. */
export const wishesOutstanding = (status: string): boolean =>
  !((wishesStatuses as Record<string, { isAnswer: boolean }>)[status]?.isAnswer ?? false);
