import { sql } from 'kysely';
import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from './as-actor.ts';

/** One duty not yet done, from the view due_work. */
export type DueWork = {
  readonly childId: string;
  readonly child: string;
  readonly involvementId: string | null;
  readonly subjectId: string;
  readonly standard: string;
  /** What is to do; a question to an agency names it. */
  readonly what: string;
  /** worker, manager, named (a person on the row), police, partner or victim-worker. */
  readonly owedBy: string;
  readonly ownerId: string | null;
  readonly owner: string | null;
  /** The agency that was asked, where the duty is about a question to one. */
  readonly agency: string | null;
  readonly startedOn: Day;
  readonly dueOn: Day;
  readonly linkKind: string;
};

/** What is still to do for some children, soonest first: one statement, whatever their number. With `promisers`, for the children of their open promises too. */
export async function dueWork(
  tx: Tx,
  serviceId: string,
  childIds: readonly string[],
  promisers: readonly string[] = [],
): Promise<DueWork[]> {
  if (childIds.length + promisers.length === 0) return [];
  const { rows } = await sql<DueWork>`
    select d.child_id as "childId", c.forename || ' ' || c.surname as child, d.involvement_id as "involvementId", d.subject_id as "subjectId",
      d.standard, d.what || coalesce(': ' || k.label, '') as what, d.owed_by as "owedBy", d.owner_id as "ownerId", s.name as owner,
      k.label as agency, d.started_on as "startedOn", d.due_on as "dueOn", d.link_kind as "linkKind"
    from due_work_of(${serviceId}::uuid, ${[...childIds]}::uuid[] || array(
      select a.child_id from action a where a.service_id = ${serviceId} and a.owner_id = any(${[...promisers]}::uuid[])
        and a.done_on is null and a.child_id is not null and a.child_id <> all(${[...childIds]}::uuid[]))) d
    join child c on c.service_id = ${serviceId} and c.id = d.child_id and c.merged_into is null
    left join staff s on s.service_id = ${serviceId} and s.id = d.owner_id
    left join information_request i on d.link_kind = 'information' and i.service_id = ${serviceId} and i.id = d.subject_id
    left join reference_code k on k.list = 'agency' and k.code = i.agency
    order by d.due_on, d.subject_id, d.standard`.execute(tx);
  return rows;
}
