import type { Day } from '../calendar/day.ts';
import type { Urgency } from './urgency.ts';

/** Why something waits on somebody's home: it came back to them, a child may be in danger, they check another's work, it is new, or it is due. */
export type Waits = 'sent-back' | 'risk' | 'check' | 'new' | 'due';

/** What each waits for in words; what is only due needs none. */
export const waitsWords: Readonly<Record<Waits, string>> = {
  'sent-back': 'Sent back to you',
  risk: 'Risk now',
  check: 'For you to check',
  new: 'New',
  due: '',
};

// By the standard that the duty follows from; every other is plainly due.
const waitsByStandard: Readonly<Record<string, Waits>> = {
  'sent-back': 'sent-back',
  'worry-look': 'risk',
  'risk-look': 'risk',
  'home-lost-look': 'risk',
  'contingency-look': 'risk',
  'board-seat': 'risk',
  countersign: 'check',
  'closure-approval': 'check',
  'breach-approval': 'check',
  'report-gatekeeping': 'check',
  'review-check': 'check',
  'exception-review': 'check',
  'break-glass-review': 'check',
  'decision-confirm': 'check',
  'audit-reading': 'check',
  'shorter-keeping': 'check',
  'snapshot-signing': 'check',
  'difference-signing': 'check',
  'referral-screen': 'new',
  'referral-allocation': 'new',
  'worker-given': 'new',
  'first-contact-child': 'new',
  'first-contact-parent': 'new',
  'information-answer': 'new',
  'victim-details': 'new',
  'victim-contact': 'new',
};

export const waitsAs = (standard: string): Waits => waitsByStandard[standard] ?? 'due';

type Waiting = { readonly waits: Waits; readonly dueOn: Day; readonly urgency: Urgency };

/** What stands first whatever its day: work that came back, and a child who may be in danger. */
export const comesFirst = ({ waits, urgency }: Waiting): boolean =>
  waits === 'sent-back' || (waits === 'risk' && urgency !== 'later');

/** The lists that all that waits stands in, in their order. */
export const waitingLists = [
  { id: 'first', title: 'First', tone: 'late' },
  { id: 'overdue', title: 'Overdue', tone: 'late' },
  { id: 'today', title: 'Today', tone: 'soon' },
  { id: 'week', title: 'In the next seven days', tone: 'neutral' },
  { id: 'later', title: 'Later', tone: 'neutral' },
] as const;

/** Which of the lists something stands in. */
export const listOf = (row: Waiting): (typeof waitingLists)[number]['id'] =>
  comesFirst(row) ? 'first' : row.urgency;

/** Most urgent first: what came back, then live risk, then who is new and late, whom nobody may have met yet; the rest by its day. */
export function inOrder<R extends Waiting>(rows: readonly R[]): R[] {
  const rank = (row: R) => {
    if (comesFirst(row)) return row.waits === 'sent-back' ? 0 : 1;
    return row.waits === 'new' && row.urgency === 'overdue' ? 2 : 3;
  };
  return [...rows].sort(
    (a, b) => rank(a) - rank(b) || (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0),
  );
}
