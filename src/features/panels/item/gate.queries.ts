import { sql } from 'kysely';
import type { Day } from '../../../domain/calendar/day.ts';
import { agenciesAlwaysAsked, gateRequirements } from '../../../domain/panels/gate.data.ts';
import {
  type GateException,
  type GateFacts,
  type GateResult,
  gateResult,
} from '../../../domain/panels/gate.ts';
import type { OrderMeeting } from '../../../domain/panels/order-meeting.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';

export type ItemRow = {
  id: string;
  panel_id: string;
  child_id: string;
  /** Null of an order; then `meeting` says what its panel meets for. */
  referral_id: string | null;
  meeting: OrderMeeting | null;
  forename: string;
  surname: string;
  date_of_birth: Day | null;
  state: 'listed' | 'ready' | 'decided' | 'deferred' | 'withdrawn';
  state_reason: string | null;
  gravity: number | null;
  has_conflict: boolean;
  /** Its paper stands, and this person may read it now. */
  paper_open: boolean;
  exceptions: { requirement: string; reason: string; recorded_on: Day; by: string | null }[];
  facts: {
    assessment: GateFacts['assessment'];
    childMetOn: Day | null;
    parentMetOn: Day | null;
    noParent: string | null;
    hasVictim: string;
    victims: { wishes: string; reason: string | null }[];
    requests: { agency: string; status: string; use: 'used' | 'not-relevant' | null }[];
    agencies: string[];
  };
};

export type ItemWithGate = Omit<ItemRow, 'facts'> & { gate: GateResult; noParent: string | null };

/**
 * Children on a panel, or one item, each with the facts the gate turns on, in one statement. Only those who may read
 * assessments, contacts and requests get a true gate from it: for others leave it out.
 */
export async function itemsWithGate(
  tx: Tx,
  where: { panelId: string } | { itemId: string },
): Promise<ItemWithGate[]> {
  const panelId = 'panelId' in where ? where.panelId : null;
  const itemId = 'itemId' in where ? where.itemId : null;
  const { rows } = await sql<ItemRow>`
    select i.id, i.panel_id, i.child_id, i.referral_id, i.meeting, c.forename, c.surname, c.date_of_birth, i.state, i.state_reason, i.gravity,
      exists (select 1 from panel_conflict k where k.panel_item_id = i.id) as has_conflict,
      exists (select 1 from panel_paper a where a.panel_item_id = i.id and a.withdrawn_on is null) as paper_open,
      coalesce((
        select jsonb_agg(jsonb_build_object('requirement', e.requirement, 'reason', e.reason, 'recorded_on', e.recorded_on, 'by', w.name) order by e.created_at)
        from gate_exception e
        left join staff w on w.id = e.created_by
        where e.about_table = 'panel_item' and e.about_id = i.id), '[]') as exceptions,
      jsonb_build_object(
        'assessment', coalesce((
          select a.status from assessment a
          where a.child_id = i.child_id and a.status <> 'abandoned' and a.kind <> 'final'
            and (a.referral_id = i.referral_id or (a.referral_id is null and a.started_on >= r.received_on))
          order by array_position(array['signed', 'submitted', 'returned', 'draft'], a.status), a.started_on desc, a.id
          limit 1), 'none'),
        'childMetOn', (
          select min(m.day) from met m
          where m.service_id = i.service_id and m.child_id = i.child_id and m.child_met and m.day >= r.referred_on),
        'parentMetOn', (
          select min(m.day) from met m
          where m.service_id = i.service_id and m.child_id = i.child_id and m.parent_met and m.day >= r.referred_on),
        'noParent', r.no_parent_reason,
        'hasVictim', r.has_victim,
        'victims', coalesce((
          select jsonb_agg(jsonb_build_object('wishes', v.wishes, 'reason', v.no_wishes_reason))
          from victim_involvement v
          where v.child_id = i.child_id and v.ended_on is null and (v.referral_id = i.referral_id or v.referral_id is null)), '[]'),
        'requests', coalesce((
          select jsonb_agg(jsonb_build_object('agency', coalesce(g.label, q.agency), 'status', q.status, 'use', q.use) order by q.asked_on, q.agency)
          from information_request q
          left join reference_code g on g.list = 'agency' and g.code = q.agency
          where q.child_id = i.child_id and q.status <> 'withdrawn'
            and (q.referral_id = i.referral_id or (q.referral_id is null and q.asked_on >= r.received_on))), '[]'),
        'agencies', (
          select jsonb_agg(coalesce(g.label, wanted.code) order by g.sort)
          from jsonb_array_elements_text(coalesce(s.settings -> 'agenciesToAsk', ${JSON.stringify(agenciesAlwaysAsked.agencies)}::jsonb)) as wanted (code)
          left join reference_code g on g.list = 'agency' and g.code = wanted.code)) as facts
    from panel_item i
    join child c on c.service_id = i.service_id and c.id = i.child_id
    join referral r on r.service_id = i.service_id and r.id = i.referral_id
    join service s on s.id = i.service_id
    where (${panelId}::uuid is null or i.panel_id = ${panelId}::uuid) and (${itemId}::uuid is null or i.id = ${itemId}::uuid)
    order by i.position, i.created_at, i.id`.execute(tx);
  return rows.map(({ facts, ...row }) => ({
    ...row,
    noParent: facts.noParent,
    gate: gateResult(gateFactsOf(facts), gateExceptionsOf(row.exceptions)),
  }));
}

/** The record's own values as the rule of the gate reads them. */
function gateFactsOf(facts: ItemRow['facts']): GateFacts {
  return {
    assessment: facts.assessment,
    childMetOn: facts.childMetOn,
    parentMetOn: facts.parentMetOn,
    hasNoParentToMeet: facts.noParent !== null,
    victims:
      facts.victims.length === 0 && facts.hasVictim === 'yes'
        ? [{ state: 'not-asked', reason: '' }]
        : facts.victims.flatMap(wishOf),
    agenciesToAsk: facts.agencies ?? [],
    requests: facts.requests.map(({ agency, status, use }) => ({
      agency,
      state: status === 'asked' ? 'asked' : status === 'answered' ? 'answered' : 'nothing-known',
      mark: use,
    })),
  };
}

function wishOf({
  wishes,
  reason,
}: {
  wishes: string;
  reason: string | null;
}): GateFacts['victims'][number][] {
  switch (wishes) {
    case 'given':
      return [{ state: 'wishes-given', reason: '' }];
    case 'no-direct-victim':
      return [];
    case 'declined':
    case 'no-consent':
      return [{ state: 'does-not-want-contact', reason: reason ?? '' }];
    case 'sought':
      // They were asked, which is what the gate wants; the answer may still come.
      return [{ state: 'not-traced', reason: 'Asked, with no answer yet' }];
    case 'not-reached':
      return [{ state: 'not-traced', reason: reason ?? '' }];
    default:
      return [{ state: 'not-asked', reason: reason ?? '' }];
  }
}

const isRequirement = (text: string): text is GateException['requirement'] =>
  gateRequirements.some(({ id }) => id === text);

/** Recorded exceptions to this gate's own requirements. */
const gateExceptionsOf = (
  rows: readonly { requirement: string; reason: string }[],
): GateException[] =>
  rows.flatMap(({ requirement, reason }) =>
    isRequirement(requirement) ? [{ requirement, reason }] : [],
  );

/** The children on a panel without their gates, for those who may not read what the gate turns on. */
export async function itemsOf(tx: Tx, panelId: string): Promise<ItemWithGate[]> {
  const { rows } = await sql<Omit<ItemRow, 'facts'>>`
    select i.id, i.panel_id, i.child_id, i.referral_id, i.meeting, c.forename, c.surname, c.date_of_birth, i.state, i.state_reason, i.gravity,
      exists (select 1 from panel_conflict k where k.panel_item_id = i.id) as has_conflict, '[]'::jsonb as exceptions,
      exists (select 1 from panel_paper a where a.panel_item_id = i.id and a.withdrawn_on is null) as paper_open
    from panel_item i
    join child c on c.service_id = i.service_id and c.id = i.child_id
    where i.panel_id = ${panelId}
    order by i.position, i.created_at, i.id`.execute(tx);
  return rows.map((row) => ({
    ...row,
    noParent: null,
    gate: { kind: 'met', open: [], excepted: [] },
  }));
}
