import { sql } from 'kysely';
import type { Day } from '../../../domain/calendar/day.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';

export const entriesAPage = 25;

/** Managers' entries on a child, newest first, with who wrote each and for whom; one more than a page has. */
export function entriesOf(tx: Tx, serviceId: string, childId: string, page: number) {
  return tx
    .selectFrom('oversight_entry')
    .leftJoin('staff as writer', (join) =>
      join
        .onRef('writer.service_id', '=', 'oversight_entry.service_id')
        .onRef('writer.id', '=', 'oversight_entry.created_by'),
    )
    .leftJoin('staff as reader', (join) =>
      join
        .onRef('reader.service_id', '=', 'oversight_entry.service_id')
        .onRef('reader.id', '=', 'oversight_entry.staff_id'),
    )
    .select([
      'oversight_entry.id',
      'oversight_entry.kind',
      'oversight_entry.text',
      'oversight_entry.created_at',
      'oversight_entry.about_table',
      'oversight_entry.about_id',
      'oversight_entry.self_view',
      'writer.name as writer',
      'reader.name as reader',
    ])
    .select(
      sql<
        string[]
      >`array(select distinct d.what from duty d where d.service_id = oversight_entry.service_id
        and d.child_id = oversight_entry.child_id and d.subject_id = any (oversight_entry.looked_at) and d.link_kind = 'oversight' order by 1)`.as(
        'looked_at',
      ),
    )
    .where('oversight_entry.service_id', '=', serviceId)
    .where('oversight_entry.child_id', '=', childId)
    .orderBy('oversight_entry.entered_on', 'desc')
    .orderBy('oversight_entry.created_at', 'desc')
    .orderBy('oversight_entry.id', 'desc')
    .limit(entriesAPage + 1)
    .offset((page - 1) * entriesAPage)
    .execute();
}

export type Risk = {
  readonly id: string;
  readonly what: string;
  readonly standard: string;
  readonly since: Day;
};

/** What a manager still has to look at about the child; a decision from the day that was agreed for it. */
export async function risksToLookAt(
  tx: Tx,
  serviceId: string,
  childId: string,
  today: Day,
): Promise<readonly Risk[]> {
  const { rows } = await sql<Risk>`
    select subject_id as id, what, standard, started_on as since from duty
    where service_id = ${serviceId} and child_id = ${childId} and link_kind = 'oversight' and done_on is null
      and (standard <> 'decision-look' or due_on <= ${today}::date)
    order by started_on, subject_id limit 50`.execute(tx);
  return rows;
}

export type Entry = Awaited<ReturnType<typeof entriesOf>>[number];

export type Action = Awaited<ReturnType<typeof actionsOf>>[number];

/** What was promised for the child: open first, then done, each with both of its days. */
export const actionsOf = (tx: Tx, serviceId: string, childId: string) =>
  tx
    .selectFrom('action')
    .select(['id', 'what', 'owner_name', 'agency', 'original_due', 'due_on', 'done_on'])
    .select(['evidence', 'impact'])
    .where('service_id', '=', serviceId)
    .where('child_id', '=', childId)
    .orderBy(sql`done_on is not null`)
    .orderBy('due_on')
    .orderBy('id')
    .limit(50)
    .execute();

/** Who an entry may be for, and who may be asked to do something: those who work with the child now. */
export async function workersOfChild(tx: Tx, serviceId: string, childId: string) {
  return (
    tx
      .selectFrom('relationship')
      .innerJoin('staff', (join) =>
        join
          .onRef('staff.service_id', '=', 'relationship.service_id')
          .onRef('staff.id', '=', 'relationship.staff_id'),
      )
      .select(['staff.id', 'staff.name', 'staff.agency', 'relationship.kind'])
      // What an audit of this child's case found and nobody has talked through with the worker yet.
      .select(
        sql<number>`(select count(*)::int from audit_feedback f where f.service_id = relationship.service_id
        and f.child_id = relationship.child_id and f.worker_id = staff.id and f.discussed_on is null)`.as(
          'auditsToDiscuss',
        ),
      )
      .where('relationship.service_id', '=', serviceId)
      .where('relationship.child_id', '=', childId)
      .where('relationship.kind', 'in', ['allocated', 'co-worker', 'partner'])
      .where('relationship.ends_at', 'is', null)
      .orderBy('relationship.kind')
      .orderBy('staff.name')
      .execute()
  );
}

export type ChildWorker = Awaited<ReturnType<typeof workersOfChild>>[number];
