import type { Provenance } from '../provenance.ts';
import { compareText } from '../text/compare-text.ts';

export type AttendanceCode =
  | 'attended'
  | 'acceptable-absence'
  | 'unacceptable-absence'
  | 'cancelled-by-service'
  | 'not-required';

/** How one contact with the child turned out (null while planned); `on` is a day or ISO instant, compared as text. */
export type HeldContact = { on: string; attendance: AttendanceCode | null };

/** After how many contacts missed in a row the worker and manager are warned. */
const missedRule = {
  warnAfter: 2,
  source: 'Foothold default, in line with usual practice',
  confidence: 'local example',
} as const satisfies Provenance & { warnAfter: number };

export type MissedRun = { missed: number; since: string | null; isWarning: boolean };

/**
 * How many of the latest contacts in a row the child missed without a good reason.
 * Good reasons, cancellations by the service and contacts not needed neither count nor break the run.
 */
export function missedRun(
  contacts: readonly HeldContact[],
  warnAfter: number = missedRule.warnAfter,
): MissedRun {
  const latestFirst = [...contacts].sort((a, b) => compareText(b.on, a.on));
  let missed = 0;
  let since: string | null = null;
  for (const contact of latestFirst) {
    if (contact.attendance === 'attended') break;
    if (contact.attendance === 'unacceptable-absence') {
      missed += 1;
      since = contact.on;
    }
  }
  return { missed, since, isWarning: missed >= warnAfter };
}

export type AbsenceReason = { code: string; label: string; isAcceptable: boolean };

/** Says whether a reason fits an absence: a child is never marked as missing without reason for an accepted one. */
export function isReasonFitting(attendance: AttendanceCode, reason: AbsenceReason): boolean {
  if (attendance === 'acceptable-absence') return reason.isAcceptable;
  if (attendance === 'unacceptable-absence') return !reason.isAcceptable;
  return true;
}
