import { sql } from 'kysely';
import type { Actor } from '../../domain/access/can.ts';
import { permissions } from '../../domain/access/permissions.data.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import type { JsonValue } from '../../platform/db/tables.generated.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { isId } from '../../platform/http/is-id.ts';

/** The contact that the address names, with the names of its worker, of who recorded it and of who saved it last; undefined when hidden or not there. */
export async function findContact({ tx, actor, child, param }: ChildContext) {
  const id = param('contactId');
  if (!isId(id)) return undefined;
  return tx
    .selectFrom('contact')
    .innerJoin('staff as worker', (join) =>
      join
        .onRef('worker.service_id', '=', 'contact.service_id')
        .onRef('worker.id', '=', 'contact.worker_id'),
    )
    .leftJoin('staff as author', (join) =>
      join
        .onRef('author.service_id', '=', 'contact.service_id')
        .onRef('author.id', '=', 'contact.created_by'),
    )
    .leftJoin('involvement', (join) =>
      join
        .onRef('involvement.service_id', '=', 'contact.service_id')
        .onRef('involvement.id', '=', 'contact.involvement_id'),
    )
    .leftJoin('room', (join) =>
      join
        .onRef('room.service_id', '=', 'contact.service_id')
        .onRef('room.id', '=', 'contact.room_id'),
    )
    .selectAll('contact')
    .select([
      'worker.name as worker_name',
      'author.name as author_name',
      'involvement.type as involvement_type',
      'room.name as room_name',
    ])
    .select((select) =>
      // The day by which this missed appointment is followed up, while nobody has been reached since.
      select
        .selectFrom('duty as due')
        .select('due.due_on')
        .whereRef('due.service_id', '=', 'contact.service_id')
        .whereRef('due.child_id', '=', 'contact.child_id')
        .whereRef('due.subject_id', '=', 'contact.id')
        .where('due.link_kind', '=', 'contact')
        .where('due.done_on', 'is', null)
        .as('follow_up_by'),
    )
    .select(
      sql<boolean>`exists (select 1 from order_contact x where x.service_id = contact.service_id and x.contact_id = contact.id)`.as(
        'under_order',
      ),
    )
    .where('contact.service_id', '=', actor.serviceId)
    .where('contact.child_id', '=', child.id)
    .where('contact.id', '=', id)
    .executeTakeFirst();
}

export type Contact = NonNullable<Awaited<ReturnType<typeof findContact>>>;

/** Who changed a contact after it was first recorded, when and what, newest first. */
export function contactEdits(tx: Tx, serviceId: string, childId: string, contactId: string) {
  return tx
    .selectFrom('change_log')
    .leftJoin('staff', (join) =>
      join
        .onRef('staff.service_id', '=', 'change_log.service_id')
        .onRef('staff.id', '=', 'change_log.changed_by'),
    )
    .select(['change_log.changed_at', 'change_log.before', 'change_log.after', 'staff.name'])
    .where('change_log.service_id', '=', serviceId)
    .where('change_log.child_id', '=', childId)
    .where('change_log.table_name', '=', 'contact')
    .where('change_log.row_id', '=', contactId)
    .where('change_log.operation', '=', 'update')
    .orderBy('change_log.id', 'desc')
    .limit(20)
    .execute();
}

export type ContactEdit = {
  readonly changed_at: Date;
  readonly name: string | null;
  readonly before: JsonValue | null;
  readonly after: JsonValue | null;
};

export type Beginning = {
  readonly involvements: readonly { readonly id: string; readonly type: string }[];
  readonly workers: readonly { readonly id: string; readonly name: string }[];
  readonly rooms: readonly { readonly id: string; readonly name: string }[];
};

/** A large service offers those nearest to the child; all of it would be a page of names. */
const mostWorkers = 150;

/** What a new contact begins from: live work, and who may be named as worker. */
export async function contactBeginning(
  tx: Tx,
  actor: Actor,
  childId: string,
  today: string,
): Promise<Beginning> {
  const { rows } = await sql<Beginning>`select
    coalesce((select jsonb_agg(jsonb_build_object('id', i.id, 'type', i.type) order by i.started_on, i.id) from involvement i
      where i.service_id = ${actor.serviceId} and i.child_id = ${childId} and i.ended_on is null), '[]') as involvements,
    coalesce((select jsonb_agg(jsonb_build_object('id', near.id, 'name', near.name) order by near.name, near.id) from (
      select s.id, s.name from staff s
      where s.service_id = ${actor.serviceId} and s.role = any(${[...permissions['contact.write']]}::text[])
        and s.active_from <= ${today}::date and (s.active_to is null or s.active_to >= ${today}::date)
      order by s.id = ${actor.staffId} desc, exists (
          select 1 from relationship r where r.service_id = s.service_id and r.child_id = ${childId} and r.staff_id = s.id and r.ends_at is null) desc,
        s.team_id is not distinct from ${actor.teamId}::uuid desc, s.name, s.id
      limit ${mostWorkers}) near), '[]') as workers,
    coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) order by o.name, o.id) from room o
      where o.service_id = ${actor.serviceId} and (o.closed_on is null or o.closed_on > ${today}::date)), '[]') as rooms`.execute(
    tx,
  );
  return rows[0] ?? { involvements: [], workers: [], rooms: [] };
}

/** Those after a contact that were planned together with it, and are still to come. */
export const laterOfSeries = (tx: Tx, childId: string, { id, series_id, planned_at }: Contact) =>
  tx
    .selectFrom('contact')
    .select(['id', 'version', 'planned_at'])
    .where('child_id', '=', childId)
    .where('series_id', '=', series_id)
    .where('status', '=', 'planned')
    .where('planned_at', '>=', planned_at)
    .where('id', '!=', id)
    .orderBy('planned_at')
    .execute();
