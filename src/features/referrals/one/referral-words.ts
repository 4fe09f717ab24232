import { formatDay } from '../../../domain/calendar/day.ts';
import type { Kept } from '../../../record/correction-rows.ts';

const states: Readonly<Record<string, string>> = {
  received: 'Waits for triage',
  'awaiting-allocation': 'Waits for a worker',
  allocated: 'Allocated',
  decided: 'Outcome decided',
  closed: 'Closed',
  signposted: 'Signposted',
};

/** A referral's state in words. */
export const stateWords = (state: string): string => states[state] ?? state;

/** A referral as it was before it was put right, in words. */
export function keptReferral(kept: Kept) {
  const text = (name: string) => (typeof kept[name] === 'string' ? kept[name] : null);
  const offences = Array.isArray(kept.offences) ? kept.offences.join('; ') : null;
  const referred = text('referred_on');
  return {
    title: `Referral${referred ? ` of ${formatDay(referred)}` : ''}`,
    lines: [
      ['Offences', offences],
      ['Agency', text('agency')],
      ['Their reference', text('reference')],
      ['Who referred', text('officer')],
      ['Date referred', referred && formatDay(referred)],
      ['Why they refer', text('detail')],
      ['State', stateWords(text('state') ?? '')],
    ] as const,
  };
}
