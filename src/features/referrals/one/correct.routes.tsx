import { type Code, choicesOf } from '../../../domain/reference/codes.ts';
import { referringAgencies } from '../../../domain/referrals/who-refers.ts';
import { codeLists } from '../../../platform/db/codes.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { correctionReason } from '../../../record/correction.tsx';
import { keepCorrected } from '../../../record/correction-rows.ts';
import { FormBox } from '../../../record/form-box.tsx';
import { childForm } from '../../../record/form-page.ts';
import { changeRow } from '../../../record/rows.ts';
import { urls } from '../../../urls.ts';
import { agencyFaults } from './log.routes.tsx';
import { referralMovedOn, referralOf } from './referral.queries.ts';
import { referralFields } from './referral-fields.ts';
import { mayTakeOff, workHasBegun } from './take-off.routes.ts';

// Offences, and whether somebody was harmed, have begun rows of their own: those are put right where they stand.
const {
  offences: _offences,
  offence_on: _day,
  has_victim: _harmed,
  ...ownColumns
} = referralFields;

const fields = {
  ...ownColumns,
  reason: correctionReason,
};

async function subject(context: ChildContext) {
  const referral = await referralOf(context);
  if (!referral) return undefined;
  if (!mayTakeOff(referral)) referralMovedOn(context, referral, workHasBegun);
  const codes = await codeLists(context.tx, ['referral_source', 'agency']);
  const agencies: readonly Code[] = referringAgencies(codes.agency);
  return { referral, sources: codes.referral_source as readonly Code[], agencies };
}

/** What a referral says is put right, with the reason; what it said before stays on its page. */
export const correctReferralRoutes = childForm({
  path: urls.referrals.correct(':childId', ':referralId'),
  reads: 'referral.create',
  fields,
  subject,
  stored: ({ referral }) => referral,
  options: (_context, { agencies }) => ({ agency: choicesOf(agencies) }),
  rules: (value, { referral, sources, agencies }) => [
    ...agencyFaults(value, sources, agencies),
    ...(value.referred_on > referral.received_on
      ? [
          {
            field: 'referred_on-day',
            message: 'The date referred must be on or before the day it came in',
          },
        ]
      : []),
  ],
  save: async (context, { referral }, { reason, ...columns }) => {
    await keepCorrected(context, { table: 'referral', row: referral, reason }, 'corrected');
    return changeRow(context.tx, 'referral', referral, columns);
  },
  view: ({ subject: { referral }, form: { F, ...form }, context }) => (
    <ChildFrame
      context={context}
      title="Correct the referral"
      faults={form.faults}
      back={{ href: urls.referrals.one(context.child.id, referral.id), text: 'Referral' }}
    >
      <FormBox form={form} button="Save the correction">
        <F.source />
        <F.agency />
        <F.reference />
        <F.officer />
        <F.referred_on />
        <F.proposed_outcome empty="None proposed" />
        <F.admission />
        <F.victim_consents />
        <F.detail />
        <F.reason />
      </FormBox>
    </ChildFrame>
  ),
  done: ({ referral }, _value, { child }) => ({
    to: urls.referrals.one(child.id, referral.id),
    message: 'Saved: the referral is corrected',
  }),
});
