import { type Day, formatDay } from '../calendar/day.ts';
import type { FormFault } from '../form-fault.ts';
import { leastTries, type WishesStatus, wishesStatuses } from './wishes.data.ts';

export type WishesGiven = {
  readonly wishes: string;
  readonly no_wishes_reason: string | null;
  readonly words: string | null;
  readonly safety_need: string;
  readonly safety_line: string | null;
};

/** What the contact log says: on how many days somebody tried and did not reach the victim, and when they were reached last. */
export type Log = { readonly daysTried: number; readonly reachedOn: Day | null };

/** What is missing before a victim's wishes can be recorded, or speaks against what is said. */
export function wishesFaults(
  given: WishesGiven,
  { daysTried, reachedOn }: Log,
): readonly FormFault[] {
  const faults: FormFault[] = [];
  const rule = wishesStatuses[given.wishes as WishesStatus];
  if (rule.needsReason && !given.no_wishes_reason)
    faults.push({ field: 'no_wishes_reason', message: 'Enter why there are no wishes to bring' });
  if (given.wishes === 'given' && !given.words)
    faults.push({ field: 'words', message: 'Enter what they want, in their own words' });
  if (given.wishes === 'not-reached' && reachedOn)
    faults.push({
      field: 'wishes',
      message: `They were reached on ${formatDay(reachedOn)}, by the contact log: choose how far you came`,
    });
  else if (given.wishes === 'not-reached' && daysTried < leastTries)
    faults.push({
      field: 'wishes',
      message: `Try on ${leastTries} days at least, and log each try, before recording that they could not be reached. Logged so far: ${daysTried}`,
    });
  if (given.safety_need === 'yes' && !given.safety_line)
    faults.push({
      field: 'safety_line',
      message: 'Enter what the child’s worker must do to keep this person safe',
    });
  return faults;
}

/** The words of a status; one that is no longer known is shown as it is. */
export const wishesLabel = (status: string): string =>
  (wishesStatuses as Record<string, { label: string }>)[status]?.label ?? status;

/** Whether the panel still waits to hear what this victim wants, or why that is not known. */
export const wishesOutstanding = (status: string): boolean =>
  !((wishesStatuses as Record<string, { isAnswer: boolean }>)[status]?.isAnswer ?? false);
