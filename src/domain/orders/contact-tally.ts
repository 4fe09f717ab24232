import type { AttendanceCode } from '../contacts/attendance.ts';
import type { FailureDecision } from './enforcement.ts';

/** A contact under an order, with what was decided of it as a failure, if anything was. */
export type OrderContact = {
  readonly attendance: AttendanceCode;
  readonly decision: FailureDecision | null;
};

/** What the court is told of the contacts of an order. */
export type Tally = {
  /** Offered and not called off by the service. */
  readonly offered: number;
  readonly kept: number;
  readonly goodReason: number;
  readonly noGoodReason: number;
  readonly notPursued: number;
  readonly undecided: number;
  /** Called off by the service, or not needed after all: nothing that the child did. */
  readonly notTheirs: number;
};

type Counted = Exclude<keyof Tally, 'offered'>;

// What was decided of it stands before what was written when it was missed: the reason may have come later.
function countedAs({ attendance, decision }: OrderContact): Counted {
  if (attendance === 'attended') return 'kept';
  if (attendance === 'cancelled-by-service' || attendance === 'not-required') return 'notTheirs';
  if (decision === 'acceptable') return 'goodReason';
  if (decision === 'not-acceptable') return 'noGoodReason';
  if (decision === 'not-pursued') return 'notPursued';
  return attendance === 'acceptable-absence' ? 'goodReason' : 'undecided';
}

/** How many contacts of an order were offered and kept, and how the others stand. */
export function tallyOf(contacts: readonly OrderContact[]): Tally {
  const of = (kind: Counted) => contacts.filter((each) => countedAs(each) === kind).length;
  const notTheirs = of('notTheirs');
  return {
    offered: contacts.length - notTheirs,
    kept: of('kept'),
    goodReason: of('goodReason'),
    noGoodReason: of('noGoodReason'),
    notPursued: of('notPursued'),
    undecided: of('undecided'),
    notTheirs,
  };
}
