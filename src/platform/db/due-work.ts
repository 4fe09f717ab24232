import { sql } from 'kysely';
import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from './as-actor.ts';

/** One duty not yet done, from the view due_work. */
export type DueWork = {
  readonly childId: string | null;
  readonly involvementId: string | null;
  readonly subjectId: string;
  readonly standard: string;
  readonly what: string;
  /** worker, manager, named (a person on the row), police, partner or victim-worker. */
  readonly owedBy: string;
  readonly ownerId: string | null;
  readonly startedOn: Day;
  readonly dueOn: Day;
  readonly linkKind: string;
};

/** What is still to do for some children, soonest first: one statement, whatever the number of children. */
export async function dueWork(
  tx: Tx,
  serviceId: string,
  childIds: readonly string[],
): Promise<DueWork[]> {
  if (childIds.length === 0) return [];
  const { rows } = await sql<DueWork>`
    select child_id as "childId", involvement_id as "involvementId", subject_id as "subjectId", standard, what,
      owed_by as "owedBy", owner_id as "ownerId", started_on as "startedOn", due_on as "dueOn", link_kind as "linkKind"
    from due_work_of(${serviceId}::uuid, ${[...childIds]}::uuid[])`.execute(tx);
  return rows;
}
