import type { Actor } from '../../domain/access/can.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';
import { type Saved, savedOf } from '../../platform/db/optimistic.ts';

export type Allocation = {
  readonly workerId: string;
  readonly reason: string;
  readonly conflict: 'none-known' | 'declared-and-managed';
  readonly conflictNote: string | null;
  readonly direction: string;
  /** The kind of work that begins at once; null where it begins with an outcome or a court's decision. */
  readonly involvement: { readonly type: string; readonly legalBasis: string | null } | null;
};

/** Gives the child a worker: ends the one before, records the check for conflicts and the first direction, and begins preventive work. */
export async function allocateChild(
  tx: Tx,
  actor: Actor,
  referral: { readonly childId: string; readonly id: string; readonly version: number },
  given: Allocation,
  at: { readonly now: Date; readonly today: Day },
): Promise<Saved> {
  const made = { service_id: actor.serviceId, child_id: referral.childId };
  const saved = savedOf(
    await tx
      .updateTable('referral')
      .set({
        state: 'allocated',
        allocated_on: at.today,
        allocated_to: given.workerId,
        case_direction: given.direction,
      })
      .where('service_id', '=', actor.serviceId)
      .where('child_id', '=', referral.childId)
      .where('id', '=', referral.id)
      .where('version', '=', referral.version)
      .where('state', 'in', ['awaiting-allocation', 'allocated'])
      .executeTakeFirst(),
  );
  if (saved.kind === 'moved-on') return saved;
  await giveWorker(tx, made, given, at.now);
  await tx
    .insertInto('oversight_entry')
    .values({
      ...made,
      id: newId(),
      staff_id: given.workerId,
      kind: 'case-direction',
      about_table: 'referral',
      about_id: referral.id,
      text: given.direction,
      entered_on: at.today,
    })
    .execute();
  if (given.involvement) await beginWork(tx, made, referral.id, given.involvement, at.today);
  return saved;
}

async function giveWorker(
  tx: Tx,
  made: { readonly service_id: string; readonly child_id: string },
  given: Allocation,
  now: Date,
): Promise<void> {
  const before = await tx
    .selectFrom('relationship')
    .select(['id', 'staff_id'])
    .where('service_id', '=', made.service_id)
    .where('child_id', '=', made.child_id)
    .where('kind', '=', 'allocated')
    .where('ends_at', 'is', null)
    .executeTakeFirst();
  const conflict = { conflict_check: given.conflict, conflict_note: given.conflictNote };
  if (before) {
    const isSame = before.staff_id === given.workerId;
    await tx
      .updateTable('relationship')
      .set(isSame ? conflict : { ends_at: now })
      .where('service_id', '=', made.service_id)
      .where('id', '=', before.id)
      .execute();
    if (isSame) return;
  }
  await tx
    .insertInto('relationship')
    .values({
      ...made,
      id: newId(),
      staff_id: given.workerId,
      kind: 'allocated',
      starts_at: now,
      reason: given.reason,
      ...conflict,
    })
    .execute();
}

// One live piece of each kind of work: a second referral on the same pathway joins it.
async function beginWork(
  tx: Tx,
  made: { readonly service_id: string; readonly child_id: string },
  referralId: string,
  { type, legalBasis }: NonNullable<Allocation['involvement']>,
  today: Day,
): Promise<void> {
  const live = await tx
    .selectFrom('involvement')
    .select('id')
    .where('service_id', '=', made.service_id)
    .where('child_id', '=', made.child_id)
    .where('type', '=', type)
    .where('ended_on', 'is', null)
    .executeTakeFirst();
  if (live) return;
  await tx
    .insertInto('involvement')
    .values({
      ...made,
      id: newId(),
      referral_id: referralId,
      type,
      legal_basis: legalBasis,
      started_on: today,
    })
    .execute();
}
