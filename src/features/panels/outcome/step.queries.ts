import { sql } from 'kysely';
import { caseloadRoles, rolesThat } from '../../../domain/access/can.ts';
import type { Day } from '../../../domain/calendar/day.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';

export type WorkStep = {
  readonly id: string;
  readonly version: number;
  readonly label: string;
  readonly script: string;
  /** The pages on which what follows is recorded, by their names. */
  readonly place: string;
  readonly about_table: string;
  readonly about_id: string;
  readonly begun_on: Day;
  readonly due_on: Day | null;
  readonly owner_id: string | null;
  readonly owner: string | null;
  readonly note: string | null;
  readonly state: 'open' | 'done' | 'nothing-follows';
  readonly closed_on: Day | null;
  readonly closed_by_name: string | null;
};

/** One step that follows, with the words of its kind. */
export async function workStep(tx: Tx, childId: string, id: string): Promise<WorkStep | undefined> {
  const { rows } = await sql<WorkStep>`
    select s.id, s.version, coalesce(k.label, s.kind) as label, coalesce(k.attributes ->> 'script', '') as script,
      coalesce(k.attributes ->> 'place', '') as place,
      s.about_table, s.about_id, s.begun_on, s.due_on, s.owner_id, o.name as owner, s.note, s.state, s.closed_on, c.name as closed_by_name
    from work_step s
    left join reference_code k on k.list = 'work_step_kind' and k.code = s.kind
    left join staff o on o.service_id = s.service_id and o.id = s.owner_id
    left join staff c on c.service_id = s.service_id and c.id = s.closed_by
    where s.child_id = ${childId} and s.id = ${id}`.execute(tx);
  return rows[0];
}

/** Who may be handed a step, and answer it: those who write for every child, and those who work with this one. */
export async function stepTakers(tx: Tx, serviceId: string, childId: string, today: Day) {
  const { rows } = await sql<{ readonly id: string; readonly name: string; readonly job: string }>`
    select s.id, s.name, s.job_title as job from staff s
    where s.service_id = ${serviceId} and s.role = any(${[...rolesThat('step.answer')]}::text[])
      and s.active_from <= ${today}::date and (s.active_to is null or s.active_to >= ${today}::date)
      and (s.role <> all(${[...caseloadRoles]}::text[]) or exists (
        select 1 from relationship r where r.service_id = s.service_id and r.child_id = ${childId} and r.staff_id = s.id
          and r.kind in ('allocated', 'co-worker') and r.ends_at is null))
    order by s.name`.execute(tx);
  return rows;
}
