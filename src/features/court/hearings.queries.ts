import { sql } from 'kysely';
import { rolesThat } from '../../domain/access/can.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type {
  attendances,
  HearingState,
  socialCareAttendances,
} from '../../domain/orders/hearing.ts';
import type { Tx } from '../../platform/db/as-actor.ts';

/** A charge or an order that a hearing is about. */
export type Matter = {
  readonly id: string;
  readonly of: 'charge' | 'order';
  readonly words: string;
};

export type Hearing = {
  readonly id: string;
  readonly version: number;
  readonly created_at: Date;
  readonly created_by: string | null;
  readonly court: string;
  readonly listed_on: Day;
  readonly listed_at: string | null;
  readonly kind: string;
  readonly kind_label: string;
  readonly purpose: string | null;
  readonly charge_ids: readonly string[];
  readonly order_ids: readonly string[];
  readonly covered_by: string | null;
  readonly cover: string | null;
  readonly covered_on: Day | null;
  readonly state: HearingState;
  readonly recorded_on: Day | null;
  readonly without_day: boolean;
  readonly child_attended: keyof typeof attendances | null;
  readonly parent_attended: keyof typeof attendances | null;
  readonly social_care_attended: keyof typeof socialCareAttendances | null;
  readonly remand: string | null;
  readonly remand_label: string | null;
  readonly remand_conditions: string | null;
  readonly note: string | null;
  readonly matters: readonly Matter[];
  /** The hearing that it was put off to. */
  readonly next: { readonly id: string; readonly listed_on: Day; readonly kind: string } | null;
};

/** A child's hearings by their day, those to come among them. */
export async function hearingsOf(tx: Tx, childId: string): Promise<readonly Hearing[]> {
  const { rows } = await sql<Hearing>`
    select h.*, coalesce(k.label, h.kind) as kind_label, s.name as cover, coalesce(r.label, h.remand) as remand_label,
      coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'of', m.of, 'words', m.words) order by m.of, m.words, m.id) from (
        select c.id, 'charge' as of, c.wording as words from charge c
          where c.service_id = h.service_id and c.child_id = h.child_id and c.id = any (h.charge_ids)
        union all
        select o.id, 'order', coalesce(t.label, o.kind) from court_order o
          left join reference_code t on t.list = 'court_order' and t.code = o.kind
          where o.service_id = h.service_id and o.child_id = h.child_id and o.id = any (h.order_ids)) m), '[]') as matters,
      (select jsonb_build_object('id', n.id, 'listed_on', n.listed_on, 'kind', coalesce(l.label, n.kind)) from hearing n
        left join reference_code l on l.list = 'hearing_kind' and l.code = n.kind
        where n.service_id = h.service_id and n.adjourned_from = h.id order by n.listed_on, n.id limit 1) as next
    from hearing h
    left join reference_code k on k.list = 'hearing_kind' and k.code = h.kind
    left join reference_code r on r.list = 'remand_type' and r.code = h.remand
    left join staff s on s.service_id = h.service_id and s.id = h.covered_by
    where h.child_id = ${childId}
    order by h.listed_on, h.listed_at nulls last, h.id`.execute(tx);
  return rows;
}

/** Who may go to a hearing: the service's own court people. */
export async function coverers(tx: Tx, serviceId: string, today: Day) {
  const { rows } = await sql<{ readonly id: string; readonly name: string; readonly job: string }>`
    select s.id, s.name, s.job_title as job from staff s
    where s.service_id = ${serviceId} and s.role = any (${[...rolesThat('hearing.cover')]}::text[])
      and s.active_from <= ${today}::date and (s.active_to is null or s.active_to >= ${today}::date)
    order by s.name`.execute(tx);
  return rows;
}
