import { addDays, addMonths, type Day, daysBetween } from '../calendar/day.ts';
import { detentionTraining } from './detention-training.data.ts';

/** One detention and training order as the court passed it. */
export type DetentionOrder = {
  readonly sentencedOn: Day;
  readonly term: Term;
  /** Whether it begins when the term before it ends; otherwise it runs beside the others from its own day. */
  readonly isConsecutive?: boolean;
};

/** A length as the court said it: calendar months, or days for a length in weeks. */
export type Term = { readonly months: number } | { readonly days: number };

/** The term that one order, or several that join, make: first and last day, both counted. */
export type JoinedTerm = { readonly from: Day; readonly to: Day; readonly isCapped: boolean };

/** Dates worked out for a child in custody; `early` and `late` are null where the law gives none. */
export type DetentionDates = {
  readonly expiry: Day;
  readonly midTerm: Day;
  readonly early: Day | null;
  readonly late: Day | null;
};

/** Joins orders, in the order in which they were passed, into one term of at most 24 months; null without orders. */
export function joinTerms(orders: readonly DetentionOrder[]): JoinedTerm | null {
  const [first, ...rest] = orders;
  if (!first) return null;
  let from = first.sentencedOn;
  let to = lastDay(from, first.term);
  for (const { sentencedOn, term, isConsecutive } of rest) {
    if (sentencedOn < from) from = sentencedOn;
    const end = isConsecutive ? lastDay(addDays(to, 1), term) : lastDay(sentencedOn, term);
    if (end > to) to = end;
  }
  const longest = lastDay(from, { months: detentionTraining.term.most });
  return to > longest ? { from, to: longest, isCapped: true } : { from, to, isCapped: false };
}

/**
 * Dates of a term, with days on remand or tagged bail taken off both its middle and its end. The middle is never before
 * the sentence; a child who is released at once is not moved early or late. A working out, to be checked with placements.
 */
export function detentionDates({ from, to }: JoinedTerm, creditDays: number): DetentionDates {
  const half = Math.ceil((daysBetween(from, to) + 1) / 2);
  const middle = addDays(from, half - 1 - creditDays);
  const midTerm = middle < from ? from : middle;
  const months = midTerm === from ? 0 : windowOf(from, to);
  return {
    expiry: addDays(to, -creditDays),
    midTerm,
    early: months === 0 ? null : addMonths(midTerm, -months),
    late: months === 0 ? null : addMonths(midTerm, months),
  };
}

/** Why those days cannot be taken off that order, or null when they can. */
export function creditFault(
  { sentencedOn, term }: DetentionOrder,
  creditDays: number,
): string | null {
  const { day } = detentionTraining.creditFrom;
  if (creditDays > 0 && sentencedOn < day)
    return `no days are taken off a sentence before ${day}: the court allowed for them in its length, so give 0`;
  const days = daysBetween(sentencedOn, lastDay(sentencedOn, term)) + 1;
  return creditDays > days
    ? `${creditDays} days of credit are more than the ${days} of the term`
    : null;
}

/** The last day of a length that begins on a day, which counts: six months from 3 October end on 2 April. */
export function lastDay(from: Day, term: Term): Day {
  return addDays('months' in term ? addMonths(from, term.months) : addDays(from, term.days), -1);
}

// A term is as long as the whole months that fit in it: 14 months and 17 days have the window of 14.
function windowOf(from: Day, to: Day): number {
  const found = detentionTraining.window.find(
    ({ fromMonths }) => lastDay(from, { months: fromMonths }) <= to,
  );
  return found?.months ?? 0;
}
