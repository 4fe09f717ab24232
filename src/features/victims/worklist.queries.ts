import { sql } from 'kysely';
import type { Tx } from '../../platform/db/as-actor.ts';
import { mustBeKeptSafe } from '../../record/kept-safe.tsx';

export const worklistKinds = ['new', 'contact', 'wishes', 'updates', 'all', 'safe'] as const;
export type WorklistKind = (typeof worklistKinds)[number];

export type WorklistRow = {
  readonly id: string;
  readonly childId: string;
  readonly childName: string;
  readonly worker: string | null;
  readonly label: string;
  readonly wishes: string;
  readonly detailsReceivedOn: string | null;
  readonly contactDueOn: string | null;
  readonly contactedOn: string | null;
  readonly tries: number;
  readonly panelAt: Date | null;
  readonly updateDueOn: string | null;
  readonly outcomeTold: boolean;
  readonly isOpen: boolean;
  readonly isNew: boolean;
  readonly contactOwed: boolean;
  readonly wishesOwed: boolean;
  readonly updateOwed: boolean;
};

// Lines that are open, or closed with a need for safety that still holds, are few beside the record's size; partial indexes find them.
const linesOfWork = sql`
  select v.id, v.child_id as "childId", c.forename || ' ' || c.surname as "childName", w.name as worker, v.label, v.wishes,
    v.details_received_on as "detailsReceivedOn",
    limit_due(v.service_id, 'victim-contact', v.details_received_on) as "contactDueOn",
    t.reached_on as "contactedOn", t.tries, p.starts_at as "panelAt",
    limit_due(v.service_id, 'victim-outcome-told', o.given_on) as "updateDueOn", r.done_on is not null as "outcomeTold",
    v.ended_on is null as "isOpen", t.total = 0 and v.wishes = 'not-sought' as "isNew",
    v.details_received_on is not null and t.reached_on is null and v.wishes in ('not-sought', 'sought') as "contactOwed",
    p.starts_at is not null and v.wishes in ('not-sought', 'sought') as "wishesOwed",
    o.given_on is not null and r.code is null as "updateOwed"
  from victim_involvement v
  join child c on c.service_id = v.service_id and c.id = v.child_id
  left join relationship a on a.service_id = v.service_id and a.child_id = v.child_id and a.kind = 'allocated' and a.ends_at is null
  left join staff w on w.service_id = a.service_id and w.id = a.staff_id
  left join lateral (
    select count(*)::int as total, (count(*) filter (where not k.reached))::int as tries, min(k.held_on) filter (where k.reached) as reached_on
    from victim_contact k where k.service_id = v.service_id and k.victim_involvement_id = v.id) t on true
  left join lateral (
    select min(m.starts_at) as starts_at from panel_item i
    join panel m on m.service_id = i.service_id and m.id = i.panel_id
    where i.service_id = v.service_id and i.child_id = v.child_id and m.status = 'planned' and i.state in ('listed', 'ready')) p on true
  left join lateral (
    select max(d.given_on) as given_on from disposal d
    where d.service_id = v.service_id and d.child_id = v.child_id and d.referral_id = v.referral_id) o on true
  left join lateral (
    select x.code, x.done_on from victim_right x
    where x.service_id = v.service_id and x.victim_involvement_id = v.id and x.code = 'outcome') r on true
  where v.ended_on is null or ${mustBeKeptSafe}`;

const chosen = {
  new: sql`"isOpen" and "isNew"`,
  contact: sql`"isOpen" and "contactOwed"`,
  wishes: sql`"isOpen" and "wishesOwed"`,
  updates: sql`"isOpen" and "updateOwed"`,
  all: sql`"isOpen"`,
  safe: sql`not "isOpen"`,
} as const satisfies Record<WorklistKind, unknown>;

const order = {
  new: sql`"detailsReceivedOn" nulls last`,
  contact: sql`"contactDueOn" nulls last`,
  wishes: sql`"panelAt"`,
  updates: sql`"updateDueOn" nulls last`,
  all: sql`least(case when "contactOwed" then "contactDueOn" end, case when "wishesOwed" then british_day("panelAt") end,
    case when "updateOwed" then "updateDueOn" end) nulls last, "detailsReceivedOn" desc nulls last`,
  safe: sql`"childName"`,
} as const satisfies Record<WorklistKind, unknown>;

/** The victim worker's list of one kind, most pressing first. */
export async function worklist(
  tx: Tx,
  kind: WorklistKind,
  page: { readonly limit: number; readonly offset: number },
): Promise<WorklistRow[]> {
  const { rows } = await sql<WorklistRow>`
    select * from (${linesOfWork}) as lines where ${chosen[kind]}
    order by ${order[kind]}, label, id limit ${page.limit} offset ${page.offset}`.execute(tx);
  return rows;
}

/** How many lines of each kind wait. */
export async function worklistCounts(tx: Tx): Promise<Record<WorklistKind, number>> {
  const { rows } = await sql<Record<WorklistKind, number>>`
    select ${sql.join(
      worklistKinds.map(
        (kind) => sql`(count(*) filter (where ${chosen[kind]}))::int as ${sql.id(kind)}`,
      ),
    )}
    from (${linesOfWork}) as lines`.execute(tx);
  return rows[0] ?? { new: 0, contact: 0, wishes: 0, updates: 0, all: 0, safe: 0 };
}
