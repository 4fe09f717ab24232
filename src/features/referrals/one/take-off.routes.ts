import { formatDay } from '../../../domain/calendar/day.ts';
import { nextVictimLabel } from '../../../domain/victims/label.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { correction, type Moved } from '../../../record/correction.tsx';
import { addRow } from '../../../record/rows.ts';
import { urls } from '../../../urls.ts';
import { type Referral, referralMovedOn, referralOf } from './referral.queries.ts';

/** Whether a referral may still be taken off: nobody works on it yet. */
export const mayTakeOff = ({ state }: Pick<Referral, 'state'>): boolean =>
  ['received', 'awaiting-allocation', 'signposted'].includes(state);

export const workHasBegun =
  'A worker has this referral now: what it says is put right where their work stands, or by a manager';

// Triage was about the wrong child: the right one's referral waits for its own.
const anew = () => ({
  state: 'received',
  triaged_on: null,
  triaged_by: null,
  pathway: null,
  urgency: null,
  safeguarding: null,
  area: null,
  exploitation: null,
  triage_note: null,
  closed_on: null,
  closed_reason: null,
});

/** A referral on the wrong child's record: moved to the right one with its offences and the line of whoever was harmed, or withdrawn. */
export const takeOffReferralRoutes = correction({
  table: 'referral',
  path: urls.referrals.takeOff(':childId', ':referralId'),
  permission: 'referral.create',
  row: async (context) => {
    const referral = await referralOf(context);
    if (referral && !mayTakeOff(referral)) referralMovedOn(context, referral, workHasBegun);
    return referral;
  },
  item: ({ referred_on, offences, detail }) => ({
    title: `Referral of ${formatDay(referred_on)}`,
    lines: [offences.map(({ description }) => description).join('; '), detail ?? ''],
  }),
  anew,
  follows: bringAlong,
  words: {
    title: 'Take a referral off this record',
    worked:
      'Work has followed from this referral, such as a question to a partner, a panel or a contact with whoever was harmed: put that right first, or ask a manager',
    stands: 'That child’s record has a referral with this reference already: withdraw this one',
  },
  back: ({ id }, childId) => ({ href: urls.referrals.one(childId, id), text: 'Referral' }),
  list: urls.referrals.forChild,
});

async function bringAlong(
  { tx, actor }: ChildContext,
  { offences, has_victim }: Referral,
  { childId, rowId }: Moved,
): Promise<void> {
  const of = { child_id: childId, referral_id: rowId };
  for (const { code, description, day, knife } of offences)
    await addRow(tx, actor, 'offence', {
      ...of,
      code,
      description,
      offence_on: day,
      offence_on_status: day ? 'known' : 'unknown',
      is_knife: knife,
    });
  if (has_victim !== 'yes') return;
  const taken = await tx
    .selectFrom('victim_involvement')
    .select('label')
    .where('child_id', '=', childId)
    .execute();
  const label = nextVictimLabel(taken.map((line) => line.label));
  await addRow(tx, actor, 'victim_involvement', { ...of, label });
}
