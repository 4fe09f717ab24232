import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { isId } from '../../../platform/http/is-id.ts';
import type { DecisionOne } from './decision-rows.ts';

/** One decision with its disagreements, in one statement; nothing when hidden or not about this child. */
export async function decisionOne(
  tx: Tx,
  childId: string,
  by: { decisionId: string } | { escalationId: string },
): Promise<DecisionOne | undefined> {
  const id = 'decisionId' in by ? by.decisionId : by.escalationId;
  if (!isId(id)) return undefined;
  const decisionId = 'decisionId' in by ? id : null;
  const escalationId = 'escalationId' in by ? id : null;
  const { rows } = await sql<DecisionOne>`
    select d.id, d.about_id as item_id, p.name as panel_name, i.gravity, d.question, d.options, d.consulted, d.positions, d.information, d.diversity,
      d.outcome, d.rationale, d.departure_reason, d.dissent, d.decided_on, d.decided_by, w.name as decided_by_name, c.name as confirmed_by_name,
      d.confirmed_on, d.review_on, d.status, d.replaces_id, d.version,
      (select n.id from decision n where n.replaces_id = d.id limit 1) as replaced_by_id,
      s.id as disposal_id, s.given_on,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', e.id, 'level', e.level, 'grounds', e.grounds, 'parties', e.parties, 'raisedBy', e.raised_by,
          'raisedOn', e.raised_on, 'raisedByName', r.name, 'dueOn', e.due_on, 'result', e.result, 'resultNote', coalesce(e.result_note, ''),
          'resolvedBy', e.resolved_by, 'resolvedOn', e.resolved_on, 'resolvedByName', a.name, 'version', e.version) order by e.level)
        from escalation e
        left join staff r on r.id = e.raised_by
        left join staff a on a.id = e.resolved_by
        where e.decision_id = d.id), '[]') as escalations
    from decision d
    left join panel_item i on i.id = d.about_id
    left join panel p on p.id = i.panel_id
    left join staff w on w.id = d.decided_by
    left join staff c on c.id = d.confirmed_by
    left join disposal s on s.decision_id = d.id
    where d.child_id = ${childId} and d.about_table = 'panel_item'
      and (${decisionId}::uuid is null or d.id = ${decisionId}::uuid)
      and (${escalationId}::uuid is null or d.id = (select x.decision_id from escalation x where x.id = ${escalationId}::uuid))`.execute(
    tx,
  );
  return rows[0];
}
