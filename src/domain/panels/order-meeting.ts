import type { Day } from '../calendar/day.ts';
import { addMonths } from '../calendar/day.ts';

/** What the panel of a referral order meets for. */
export const orderMeetings = {
  first: 'First meeting',
  review: 'Review',
  progress: 'Progress meeting',
  final: 'Final meeting',
} as const;
export type OrderMeeting = keyof typeof orderMeetings;

/** Who may be asked to such a meeting. */
export const invited = {
  child: 'The child',
  parent: 'A parent or carer',
  victim: 'A person harmed',
  other: 'Somebody else',
} as const;
export type Invited = keyof typeof invited;

/** What such a meeting may come to. */
export const meetingOutcomes = {
  contract: 'A contract is agreed',
  adjourned: 'Adjourned: the panel meets again',
  'refer-back': 'Referred back to the court',
  continues: 'The contract goes on as it is',
  varied: 'The contract is changed',
  'revoke-early': 'The court is asked to end the order early, for good progress',
  completed: 'Completed: the contract was kept',
} as const;
export type MeetingOutcome = keyof typeof meetingOutcomes;

const open: Readonly<Record<OrderMeeting, readonly MeetingOutcome[]>> = {
  first: ['contract', 'adjourned', 'refer-back'],
  review: ['continues', 'varied', 'revoke-early', 'adjourned', 'refer-back'],
  progress: ['continues', 'varied', 'revoke-early', 'adjourned', 'refer-back'],
  final: ['completed', 'adjourned', 'refer-back'],
};

/** What a meeting of this sort may come to; a contract only while there is none. */
export const outcomesOpen = (meeting: OrderMeeting, hasContract: boolean) =>
  open[meeting].filter((outcome) => outcome !== 'contract' || !hasContract);

/** Whether what was agreed waits to be signed. */
export const isAgreement = (outcome: MeetingOutcome): boolean =>
  outcome === 'contract' || outcome === 'varied';

/**
 * Until when the court may not be asked again to end an order early, once it refused: three months, unless it consents
 * (Sentencing Act 2020 s102).
 */
export const mayAskAgainOn = (refused: Day): Day => addMonths(refused, 3);

type Signing = {
  readonly terms: readonly { readonly is_reparation: boolean }[];
  readonly isFirst: boolean;
  readonly no_reparation_reason: string | null;
};

/** What a contract still lacks before it is signed. */
export function signingFaults({ terms, isFirst, no_reparation_reason }: Signing) {
  if (terms.length === 0)
    return [{ field: 'signed_on-day', message: 'Add what was agreed before it is signed' }];
  const hasReparation = terms.some(({ is_reparation }) => is_reparation);
  if (isFirst && !hasReparation && !no_reparation_reason)
    return [
      {
        field: 'no_reparation_reason',
        message: 'Enter why there is no reparation, or add what the child does to make good',
      },
    ];
  return [];
}
