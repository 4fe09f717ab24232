import { sql } from 'kysely';
import type { Day } from '../../../domain/calendar/day.ts';
import { kindsAbout } from '../../../domain/panels/quorum.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { isId } from '../../../platform/http/is-id.ts';

export type ItemOne = {
  id: string;
  child_id: string;
  referral_id: string;
  referral_version: number;
  /** Why there is no parent or carer to meet; null when there is one. */
  no_parent_reason: string | null;
  panel_id: string;
  panel_name: string;
  starts_at: Date;
  window_opens: Date;
  window_closes: Date;
  state: 'listed' | 'ready' | 'decided' | 'deferred' | 'withdrawn';
  state_reason: string | null;
  gravity_base: number | null;
  gravity: number | null;
  gravity_factors: string[];
  gravity_note: string | null;
  paper_summary: string | null;
  version: number;
  referred_on: Day;
  reference: string | null;
  proposed_outcome: string | null;
  admission: 'yes' | 'no' | 'no-comment' | 'unknown' | 'not-asked';
  offences: {
    description: string;
    offence_on: Day | null;
    category: string | null;
    gravity: number | null;
  }[];
  decision_id: string | null;
  disposal_id: string | null;
  /** A disagreement was settled by changing the decision, and the new one is not recorded yet. */
  decision_changed: boolean;
  my_conflict: boolean;
  /** Its paper stands, and this person may read it now. */
  paper_open: boolean;
  /** Members who do not hear this child, as far as this person may know. */
  conflicted: string[];
  quorum_exception: string | null;
};

/** One child's place on one panel with the referral behind it; nothing when hidden or not of this child. */
export async function itemOne(
  tx: Tx,
  childId: string,
  itemId: string,
): Promise<ItemOne | undefined> {
  if (!isId(itemId)) return undefined;
  const { rows } = await sql<ItemOne>`
    select i.id, i.child_id, i.referral_id, i.panel_id, p.name as panel_name, p.starts_at, p.window_opens, p.window_closes,
      i.state, i.state_reason, i.gravity_base, i.gravity, i.gravity_factors, i.gravity_note, i.paper_summary, i.version,
      r.version as referral_version, r.no_parent_reason, r.referred_on, r.reference, r.proposed_outcome, r.admission,
      coalesce((
        select jsonb_agg(jsonb_build_object('description', coalesce(l.label, o.description), 'offence_on', o.offence_on,
          'category', l.attributes ->> 'category', 'gravity', nullif(l.attributes ->> 'gravity', '')::int) order by o.offence_on, o.created_at)
        from offence o
        left join reference_code l on l.list = 'offence' and l.code = o.code
        where o.referral_id = i.referral_id), '[]') as offences,
      d.id as decision_id,
      (select s.id from disposal s where s.decision_id = d.id) as disposal_id,
      exists (select 1 from escalation x where x.decision_id = d.id and x.result = 'changed') as decision_changed,
      array(select k.staff_id from panel_conflict k where k.panel_item_id = i.id) as conflicted,
      exists (select 1 from panel_conflict k where k.panel_item_id = i.id and k.staff_id = my_staff()) as my_conflict,
      exists (select 1 from panel_paper a where a.panel_item_id = i.id and a.withdrawn_on is null) as paper_open,
      (select e.reason from gate_exception e where e.about_id = i.id and e.about_table = 'panel_item' and e.requirement = 'quorum' limit 1) as quorum_exception
    from panel_item i
    join panel p on p.service_id = i.service_id and p.id = i.panel_id
    join referral r on r.service_id = i.service_id and r.id = i.referral_id
    left join decision d on d.about_id = i.id and d.about_table = 'panel_item' and d.status <> 'replaced'
    where i.id = ${itemId} and i.child_id = ${childId}
    order by d.created_at desc
    limit 1`.execute(tx);
  return rows[0];
}

export type ChildPanelRows = {
  items: {
    id: string;
    panel_id: string;
    panel_name: string;
    starts_at: string;
    state: 'listed' | 'ready' | 'decided' | 'deferred' | 'withdrawn';
    state_reason: string | null;
    gravity: number | null;
  }[];
  decisions: {
    id: string;
    question: string;
    outcome: string | null;
    decided_on: Day;
    status: 'made' | 'escalated' | 'final' | 'replaced';
    confirmed_on: Day | null;
  }[];
  disposals: {
    id: string;
    outcome: string;
    decided_on: Day;
    given_on: Day | null;
    due_by: Day | null;
    completion: 'completed' | 'not-completed' | 'withdrawn' | null;
    completed_on: Day | null;
    replaced: boolean;
    notice_sent_on: Day | null;
    notice_proof: string | null;
  }[];
  exceptions: {
    id: string;
    requirement: string;
    reason: string;
    recorded_on: Day;
    by: string | null;
    reviewed_on: Day | null;
  }[];
  steps: {
    id: string;
    label: string;
    state: 'open' | 'done' | 'nothing-follows';
    owner: string | null;
    begun_on: Day;
    closed_on: Day | null;
  }[];
};

/** Everything of panels and outcomes on one child's record, in one statement. */
export async function childPanelRows(tx: Tx, childId: string): Promise<ChildPanelRows> {
  const { rows } = await sql<ChildPanelRows>`
    select
      coalesce((
        select jsonb_agg(jsonb_build_object('id', i.id, 'panel_id', p.id, 'panel_name', p.name, 'starts_at', p.starts_at, 'state', i.state,
          'state_reason', i.state_reason, 'gravity', i.gravity) order by p.starts_at desc, i.id)
        from panel_item i join panel p on p.id = i.panel_id where i.child_id = ${childId} and i.referral_id is not null), '[]') as items,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', d.id, 'question', d.question, 'outcome', d.outcome, 'decided_on', d.decided_on,
          'status', d.status, 'confirmed_on', d.confirmed_on) order by d.decided_on desc, d.created_at desc)
        from decision d where d.child_id = ${childId} and d.about_table = 'panel_item'), '[]') as decisions,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', s.id, 'outcome', s.outcome, 'decided_on', s.decided_on, 'given_on', s.given_on,
          'due_by', s.due_by, 'completion', s.completion, 'completed_on', s.completed_on, 'replaced', d.status = 'replaced',
          'notice_sent_on', n.sent_on, 'notice_proof', n.proof) order by s.decided_on desc, s.created_at desc)
        from disposal s
        join decision d on d.id = s.decision_id
        left join police_notice n on n.disposal_id = s.id
        where s.child_id = ${childId}), '[]') as disposals,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', e.id, 'requirement', e.requirement, 'reason', e.reason, 'recorded_on', e.recorded_on,
          'by', w.name, 'reviewed_on', e.reviewed_on) order by e.recorded_on desc, e.created_at desc)
        from gate_exception e left join staff w on w.id = e.created_by
        where e.child_id = ${childId} and e.gate = 'panel'), '[]') as exceptions,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', f.id, 'label', coalesce(k.label, f.kind), 'state', f.state, 'owner', w.name,
          'begun_on', f.begun_on, 'closed_on', f.closed_on) order by f.closed_on desc nulls first, f.begun_on, f.id)
        from work_step f
        left join reference_code k on k.list = 'work_step_kind' and k.code = f.kind
        left join staff w on w.id = f.owner_id
        where f.child_id = ${childId}), '[]') as steps`.execute(tx);
  return rows[0] ?? { items: [], decisions: [], disposals: [], exceptions: [], steps: [] };
}

export type CanBePutForward = {
  referrals: { id: string; referred_on: Day; reference: string | null }[];
  panels: { id: string; name: string; starts_at: string }[];
};

/** Referrals of this child that no panel has heard or waits to hear, and the panels to come. */
export async function canBePutForward(
  tx: Tx,
  childId: string,
  now: Date,
): Promise<CanBePutForward> {
  const { rows } = await sql<CanBePutForward>`
    select
      coalesce((
        select jsonb_agg(jsonb_build_object('id', r.id, 'referred_on', r.referred_on, 'reference', r.reference) order by r.referred_on desc, r.id)
        from referral r
        where r.child_id = ${childId} and r.state in ('awaiting-allocation', 'allocated')
          and not exists (select 1 from panel_item i where i.referral_id = r.id and i.state in ('listed', 'ready', 'decided'))), '[]') as referrals,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'starts_at', p.starts_at) order by p.starts_at, p.id)
        from panel p where p.status = 'planned' and p.starts_at > ${now} and p.kind = any (${kindsAbout('referral')}::text[])), '[]') as panels`.execute(
    tx,
  );
  return rows[0] ?? { referrals: [], panels: [] };
}
