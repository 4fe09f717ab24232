import { sql } from 'kysely';
import type { Day } from '../../../domain/calendar/day.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { settlerRoles } from '../people.queries.ts';

export type Settler = { readonly caseId: string; readonly id: string; readonly name: string };

/** Who may settle each of some cases: a manager who read it neither time and has no part in it. */
export async function settlersOf(
  tx: Tx,
  serviceId: string,
  cases: readonly string[],
  today: Day,
): Promise<Settler[]> {
  if (cases.length === 0) return [];
  const { rows } = await sql<Settler>`
    select k.id as "caseId", s.id, s.name
    from audit_case k
    join staff s on s.service_id = k.service_id and s.role = any (${[...settlerRoles]}::text[])
      and s.active_from <= ${today}::date and (s.active_to is null or s.active_to >= ${today}::date)
    where k.service_id = ${serviceId} and k.id = any (${[...cases]}::uuid[])
      and not exists (
        select 1 from audit_reading r where r.service_id = k.service_id and r.case_id = k.id and r.reader_id = s.id)
      and not exists (select 1 from audit_ties(array[k.child_id], array[s.id]))
    order by s.name, s.id`.execute(tx);
  return rows;
}

/** In how many key questions the two readers of a case (`audit_case k`) differ and nobody has settled it: a lateral join, `d.differ`. */
export const differInCase = sql`(
      select count(*)::int as differ
      from audit_reading x
      join audit_reading y on y.service_id = x.service_id and y.case_id = x.case_id and y.reading = 'second' and y.done_on is not null
      join audit_judgement f on f.service_id = x.service_id and f.reading_id = x.id
      join audit_judgement g on g.service_id = y.service_id and g.reading_id = y.id and g.key_question = f.key_question and g.answer <> f.answer
      where x.service_id = k.service_id and x.case_id = k.id and x.reading = 'first' and x.done_on is not null
        and not exists (
          select 1 from audit_moderation m where m.service_id = k.service_id and m.case_id = k.id and m.key_question = f.key_question)) d`;

export type ToSettle = {
  readonly caseId: string;
  readonly childId: string;
  readonly child: string;
  readonly audit: string;
  readonly dueOn: Day;
  readonly position: number;
  readonly differ: number;
};

/** Cases whose readers differ and that this person may settle, the soonest due first. */
export async function casesToSettle(
  tx: Tx,
  serviceId: string,
  staffId: string,
): Promise<ToSettle[]> {
  const { rows } = await sql<ToSettle>`
    select k.id as "caseId", k.child_id as "childId", c.forename || ' ' || c.surname as child, a.title as audit, a.due_on as "dueOn", k.position, d.differ
    from audit_case k
    join audit a on a.service_id = k.service_id and a.id = k.audit_id and a.status = 'reading'
    join child c on c.service_id = k.service_id and c.id = k.child_id
    cross join lateral ${differInCase}
    where k.service_id = ${serviceId} and k.withdrawn_on is null and d.differ > 0
      and not exists (
        select 1 from audit_reading r where r.service_id = k.service_id and r.case_id = k.id and r.reader_id = ${staffId})
      and not exists (select 1 from audit_ties(array[k.child_id], array[${staffId}::uuid]))
    order by a.due_on, a.title, k.position
    limit 100`.execute(tx);
  return rows;
}
