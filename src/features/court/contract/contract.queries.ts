import { sql } from 'kysely';
import type { Day } from '../../../domain/calendar/day.ts';
import type { MeetingOutcome, OrderMeeting } from '../../../domain/panels/order-meeting.ts';
import type { Attendee } from '../../../domain/panels/quorum.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { isId } from '../../../platform/http/is-id.ts';

export type MetItem = {
  id: string;
  version: number;
  order_id: string;
  order_label: string;
  /** The day on which its contract took effect. */
  first_day: Day | null;
  ended_on: Day | null;
  meeting: OrderMeeting;
  state: string;
  panel_name: string;
  kind: string;
  starts_at: Date;
  attendees: Attendee[];
  /** What the database holds to: one of the service and two who are not, none with an interest. */
  had_quorum: boolean;
  /** When the court last refused to end the order early. */
  refused_on: Day | null;
};

/** The place of an order on a panel, with who was there; nothing when hidden or not of this child. */
export async function metItem(tx: Tx, childId: string, id: string): Promise<MetItem | undefined> {
  if (!isId(id)) return undefined;
  const { rows } = await sql<MetItem>`
    select i.id, i.version, i.order_id, coalesce(t.label, o.kind) as order_label, o.first_day, o.ended_on, i.meeting, i.state,
      p.name as panel_name, p.kind, p.starts_at, had_its_quorum(i.id) as had_quorum,
      coalesce((select jsonb_agg(jsonb_build_object('name', a.name, 'agency', a.agency, 'attendance', a.attended, 'sentView', a.sent_view)
          order by a.created_at, a.name)
        from panel_attendee a where a.service_id = p.service_id and a.panel_id = p.id), '[]') as attendees,
      (select max(m.refused_on) from order_meeting m where m.service_id = o.service_id and m.order_id = o.id) as refused_on
    from panel_item i
    join panel p on p.service_id = i.service_id and p.id = i.panel_id
    join court_order o on o.service_id = i.service_id and o.id = i.order_id
    left join reference_code t on t.list = 'court_order' and t.code = o.kind
    where i.id = ${id} and i.child_id = ${childId}`.execute(tx);
  return rows[0];
}

export type Term = {
  readonly id: string;
  readonly what: string;
  readonly place: string | null;
  readonly due_on: Day;
  readonly is_reparation: boolean;
  readonly line: string | null;
};

export type Met = {
  id: string;
  version: number;
  order_id: string;
  order_label: string;
  amount: number | null;
  ended_on: Day | null;
  panel_item_id: string;
  meeting: OrderMeeting;
  outcome: MeetingOutcome;
  happened_on: Day;
  note: string;
  no_reparation_reason: string | null;
  parent_signed: string | null;
  panel_signed: string | null;
  signed_on: Day | null;
  refused_on: Day | null;
  by: string | null;
  terms: Term[];
};

/** What a panel came to at one meeting, with the terms that were agreed there. */
export async function metOne(tx: Tx, childId: string, id: string): Promise<Met | undefined> {
  if (!isId(id)) return undefined;
  const { rows } = await sql<Met>`
    select m.id, m.version, m.order_id, coalesce(t.label, o.kind) as order_label, o.amount, o.ended_on, m.panel_item_id, i.meeting,
      m.outcome, m.happened_on, m.note, m.no_reparation_reason, m.parent_signed, m.panel_signed, m.signed_on, m.refused_on, s.name as by,
      coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'what', c.what, 'place', c.place, 'due_on', c.due_on,
          'is_reparation', c.is_reparation, 'line', l.text) order by c.due_on, c.id)
        from contract_term c left join plan_line l on l.service_id = c.service_id and l.id = c.plan_line_id
        where c.service_id = m.service_id and c.order_meeting_id = m.id), '[]') as terms
    from order_meeting m
    join panel_item i on i.service_id = m.service_id and i.id = m.panel_item_id
    join court_order o on o.service_id = m.service_id and o.id = m.order_id
    left join reference_code t on t.list = 'court_order' and t.code = o.kind
    left join staff s on s.service_id = m.service_id and s.id = m.created_by
    where m.id = ${id} and m.child_id = ${childId}`.execute(tx);
  return rows[0];
}

/** Steps of the child's plan that are still to be done, which a term of a contract may be the same work as. */
export async function openSteps(tx: Tx, childId: string) {
  const { rows } = await sql<{ id: string; text: string }>`
    select l.id, l.text from plan_line l
    join plan p on p.service_id = l.service_id and p.id = l.plan_id and p.status <> 'ended'
    where l.child_id = ${childId} and l.status = 'open' and l.kind = 'step'
    order by l.position, l.id`.execute(tx);
  return rows;
}
