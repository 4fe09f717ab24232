import { sql } from 'kysely';
import type { Day } from '../../../domain/calendar/day.ts';
import type { MeetingOutcome, OrderMeeting } from '../../../domain/panels/order-meeting.ts';
import { kindsAbout } from '../../../domain/panels/quorum.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { isId } from '../../../platform/http/is-id.ts';

type State = 'listed' | 'ready' | 'decided' | 'deferred' | 'withdrawn';

/** An order whose panel agrees a contract with the child, and each time that a panel met or will meet about it. */
export type PanelOrder = {
  id: string;
  label: string;
  amount: number | null;
  court: string;
  made_on: Day;
  first_day: Day | null;
  last_day: Day | null;
  ended_on: Day | null;
  meetings: {
    id: string;
    panel_name: string;
    starts_at: string;
    meeting: OrderMeeting;
    state: State;
    state_reason: string | null;
    /** What it came to, once that is recorded. */
    met_id: string | null;
    outcome: MeetingOutcome | null;
    waits_for_signing: boolean;
  }[];
  /** What the child promised in contracts that were signed. */
  terms: { what: string; place: string | null; due_on: Day }[];
  /** Panels of its kind to come. */
  panels: { id: string; name: string; starts_at: string }[];
};

/** What was promised under the order that is read as o, in contracts that were signed. */
const signedTerms = sql`coalesce((
        select jsonb_agg(jsonb_build_object('what', c.what, 'place', c.place, 'due_on', c.due_on) order by c.due_on, c.id)
        from contract_term c
        join order_meeting m on m.service_id = c.service_id and m.id = c.order_meeting_id and m.signed_on is not null
        where m.service_id = o.service_id and m.order_id = o.id), '[]')`;

/** One order of a child that a panel goes with; nothing when it is of another kind, or hidden. */
export async function panelOrder(
  tx: Tx,
  childId: string,
  orderId: string,
  now: Date,
): Promise<PanelOrder | undefined> {
  if (!isId(orderId)) return undefined;
  const { rows } = await sql<PanelOrder>`
    select o.id, t.label, o.amount, o.court, o.made_on, o.first_day, o.last_day, o.ended_on,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', i.id, 'panel_name', p.name, 'starts_at', p.starts_at, 'meeting', i.meeting,
          'state', i.state, 'state_reason', i.state_reason, 'met_id', m.id, 'outcome', m.outcome,
          'waits_for_signing', coalesce(m.outcome in ('contract', 'varied') and m.signed_on is null, false)) order by p.starts_at desc, i.id)
        from panel_item i join panel p on p.service_id = i.service_id and p.id = i.panel_id
        left join order_meeting m on m.service_id = i.service_id and m.panel_item_id = i.id
        where i.service_id = o.service_id and i.order_id = o.id), '[]') as meetings,
      ${signedTerms} as terms,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'starts_at', p.starts_at) order by p.starts_at, p.id)
        from panel p
        where p.service_id = o.service_id and p.status = 'planned' and p.starts_at > ${now} and p.kind = any (${kindsAbout('order')}::text[])
          and not exists (select 1 from panel_item i where i.service_id = p.service_id and i.panel_id = p.id and i.order_id = o.id
            and i.state in ('listed', 'ready', 'decided'))), '[]') as panels
    from court_order o
    join reference_code t on t.list = 'court_order' and t.code = o.kind and t.attributes ->> 'counts_from' = 'contract'
    where o.id = ${orderId} and o.child_id = ${childId}`.execute(tx);
  return rows[0];
}

export type OrderItem = {
  id: string;
  child_id: string;
  order_id: string;
  order_label: string;
  made_on: Day;
  charge: string | null;
  terms: PanelOrder['terms'];
  met_id: string | null;
  panel_id: string;
  panel_name: string;
  starts_at: Date;
  window_opens: Date;
  window_closes: Date;
  meeting: OrderMeeting;
  state: State;
  state_reason: string | null;
  paper_summary: string | null;
  version: number;
  my_conflict: boolean;
  /** Its paper stands, and this person may read it now. */
  paper_open: boolean;
};

/** The place of a child's order on one panel; nothing when hidden or not of this child. */
export async function orderItem(
  tx: Tx,
  childId: string,
  itemId: string,
): Promise<OrderItem | undefined> {
  if (!isId(itemId)) return undefined;
  const { rows } = await sql<OrderItem>`
    select i.id, i.child_id, i.order_id, coalesce(t.label, o.kind) as order_label, o.made_on, c.wording as charge, ${signedTerms} as terms,
      (select m.id from order_meeting m where m.service_id = i.service_id and m.panel_item_id = i.id) as met_id,
      i.panel_id, p.name as panel_name, p.starts_at, p.window_opens, p.window_closes, i.meeting, i.state, i.state_reason,
      i.paper_summary, i.version,
      exists (select 1 from panel_conflict k where k.panel_item_id = i.id and k.staff_id = my_staff()) as my_conflict,
      exists (select 1 from panel_paper a where a.panel_item_id = i.id and a.withdrawn_on is null) as paper_open
    from panel_item i
    join panel p on p.service_id = i.service_id and p.id = i.panel_id
    join court_order o on o.service_id = i.service_id and o.id = i.order_id
    left join reference_code t on t.list = 'court_order' and t.code = o.kind
    left join charge c on c.service_id = o.service_id and c.id = o.charge_id
    where i.id = ${itemId} and i.child_id = ${childId}`.execute(tx);
  return rows[0];
}
