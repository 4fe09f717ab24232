import type { ChildContext } from '../../../platform/http/context.ts';
import type { ValuesOf } from '../../../record/field.ts';
import type { Outcome } from '../../../record/form-page.ts';
import { addRow, changeRow } from '../../../record/rows.ts';
import type { allocateFields } from './allocate-fields.ts';

type Given = ValuesOf<typeof allocateFields>;
type Work = { readonly type: string; readonly legalBasis: string | null };

/** Gives the child a worker: ends the one before, records the check for conflicts and the first direction, and begins preventive work. */
export async function allocateChild(
  context: ChildContext,
  referral: { readonly id: string; readonly version: number },
  given: Given,
  work: Work | null,
): Promise<Outcome> {
  const { tx, actor, child, today } = context;
  const saved = await changeRow(tx, 'referral', referral, {
    state: 'allocated',
    allocated_on: today,
    allocated_to: given.staff_id,
    case_direction: given.case_direction,
  });
  if (saved.kind === 'moved-on') return saved;
  await giveWorker(context, given);
  await addRow(tx, actor, 'oversight_entry', {
    child_id: child.id,
    staff_id: given.staff_id,
    kind: 'case-direction',
    about_table: 'referral',
    about_id: referral.id,
    text: given.case_direction,
    entered_on: today,
  });
  if (work) await beginWork(context, referral.id, work);
  return saved;
}

async function giveWorker({ tx, actor, child, now }: ChildContext, given: Given): Promise<void> {
  const before = await tx
    .selectFrom('relationship')
    .select(['id', 'staff_id', 'version'])
    .where('service_id', '=', actor.serviceId)
    .where('child_id', '=', child.id)
    .where('kind', '=', 'allocated')
    .where('ends_at', 'is', null)
    .executeTakeFirst();
  const { staff_id, conflict_check, conflict_note } = given;
  const conflict = { conflict_check, conflict_note };
  if (before) {
    const isSame = before.staff_id === staff_id;
    await changeRow(tx, 'relationship', before, isSame ? conflict : { ends_at: now });
    if (isSame) return;
  }
  await addRow(tx, actor, 'relationship', {
    child_id: child.id,
    staff_id,
    kind: 'allocated',
    starts_at: now,
    reason: given.reason ?? 'Allocated after triage',
    ...conflict,
  });
}

// One live piece of each kind of work: a second referral on the same pathway joins it.
async function beginWork(
  { tx, actor, child, today }: ChildContext,
  referralId: string,
  { type, legalBasis }: Work,
): Promise<void> {
  const live = await tx
    .selectFrom('involvement')
    .select('id')
    .where('service_id', '=', actor.serviceId)
    .where('child_id', '=', child.id)
    .where('type', '=', type)
    .where('ended_on', 'is', null)
    .executeTakeFirst();
  if (live) return;
  await addRow(tx, actor, 'involvement', {
    child_id: child.id,
    referral_id: referralId,
    type,
    legal_basis: legalBasis,
    started_on: today,
  });
}
