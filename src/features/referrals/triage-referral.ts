import type { Actor } from '../../domain/access/can.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { type Saved, savedOf } from '../../platform/db/optimistic.ts';

export type Screen = {
  readonly area: 'ours' | 'another' | 'unknown';
  readonly safeguarding: 'none' | 'considered' | 'referred';
  readonly exploitation: 'none-seen' | 'concern' | 'referred';
  readonly urgency: 'routine' | 'soon' | 'same-day';
  readonly note: string;
};

export type WayOn =
  | { readonly kind: 'accept'; readonly pathway: string }
  | { readonly kind: 'signpost'; readonly to: string };

/** Records what the screen found and which way the referral goes on. */
export async function triageReferral(
  tx: Tx,
  actor: Actor,
  referral: { readonly childId: string; readonly id: string; readonly version: number },
  screen: Screen,
  way: WayOn,
  today: Day,
): Promise<Saved> {
  const isSignposted = way.kind === 'signpost';
  return savedOf(
    await tx
      .updateTable('referral')
      .set({
        area: screen.area,
        safeguarding: screen.safeguarding,
        exploitation: screen.exploitation,
        urgency: screen.urgency,
        triage_note: screen.note,
        triaged_on: today,
        triaged_by: actor.staffId,
        state: isSignposted ? 'signposted' : 'awaiting-allocation',
        pathway: isSignposted ? null : way.pathway,
        closed_on: isSignposted ? today : null,
        closed_reason: isSignposted ? way.to : null,
      })
      .where('service_id', '=', actor.serviceId)
      .where('child_id', '=', referral.childId)
      .where('id', '=', referral.id)
      .where('version', '=', referral.version)
      .where('state', 'in', ['received', 'awaiting-allocation'])
      .executeTakeFirst(),
  );
}
