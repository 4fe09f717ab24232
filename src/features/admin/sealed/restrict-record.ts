import { sql } from 'kysely';
import type { Actor } from '../../../domain/access/can.ts';
import type { Day } from '../../../domain/calendar/day.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { newId } from '../../../platform/db/new-id.ts';
import type { Saved } from '../../../platform/db/optimistic.ts';
import { addRow, changeRow } from '../../../record/rows.ts';
import type { Seal } from './restrict.queries.ts';

type Wanted = {
  readonly childId: string;
  readonly reason: string;
  readonly detail: string;
  readonly people: readonly string[];
  readonly today: Day;
};

/** Seals a record, or changes its reason and its list. From this moment only the people named see the child. */
export async function restrictRecord(
  tx: Tx,
  actor: Actor,
  seal: Seal | null,
  { childId, reason, detail, people, today }: Wanted,
): Promise<Saved> {
  if (seal) {
    const saved = await changeRow(tx, 'restricted_record', seal, { reason, detail });
    if (saved.kind === 'moved-on') return saved;
  } else
    await addRow(tx, actor, 'restricted_record', {
      child_id: childId,
      reason,
      detail,
      starts_on: today,
    });
  const listed = await namedList(tx, childId);
  const removed = listed.filter(({ staff_id }) => !people.includes(staff_id));
  await endEntries(
    tx,
    removed.map(({ id }) => id),
  );
  const added = people.filter((id) => !listed.some(({ staff_id }) => staff_id === id));
  if (added.length === 0) return { kind: 'saved' };
  await tx
    .insertInto('relationship')
    .values(
      added.map((staffId) => ({
        service_id: actor.serviceId,
        id: newId(),
        child_id: childId,
        staff_id: staffId,
        kind: 'named-list',
        starts_at: sql<Date>`now()`,
        reason: 'Named on the list of a restricted record',
      })),
    )
    .execute();
  return { kind: 'saved' };
}

/** Lifts the seal: the record opens again like every other, and the list ends with it. */
export async function liftRestriction(tx: Tx, seal: Seal, childId: string, today: Day) {
  const listed = await namedList(tx, childId);
  await endEntries(
    tx,
    listed.map(({ id }) => id),
  );
  await tx
    .updateTable('restricted_record')
    .set({ ended_on: today })
    .where('id', '=', seal.id)
    .where('ended_on', 'is', null)
    .execute();
}

function namedList(tx: Tx, childId: string) {
  return tx
    .selectFrom('relationship')
    .select(['id', 'staff_id'])
    .where('child_id', '=', childId)
    .where('kind', '=', 'named-list')
    .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', sql<Date>`now()`)]))
    .execute();
}

async function endEntries(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('relationship')
    .set({ ends_at: sql<Date>`now()` })
    .where('id', 'in', [...ids])
    .execute();
}
