import { sql } from 'kysely';
import type { Around } from '../../domain/assessments/national-tool.ts';
import type { Tx } from '../../platform/db/as-actor.ts';

/** The child's latest assessment, and what else of the record answers the national tool: each part by its own policies. */
export async function aroundAssessment(
  tx: Tx,
  serviceId: string,
  childId: string,
): Promise<Around & { readonly latest: string | null }> {
  const ofChild = sql`service_id = ${serviceId} and child_id = ${childId}`;
  const { rows } = await sql<Around & { readonly latest: string | null }>`
    select
      (select id from assessment where ${ofChild} and status <> 'abandoned' order by started_on desc, created_at desc limit 1) as latest,
      (select jsonb_build_object('id', p.id, 'agreed_on', p.agreed_on,
          'lines', count(l.id), 'for_child', count(l.id) filter (where l.on_child_page and l.kind in ('goal', 'step')),
          'helpers', coalesce(jsonb_agg(distinct l.who) filter (where l.kind = 'step'), '[]'),
          'exits', count(l.id) filter (where l.kind = 'exit'))
        from plan p
        left join plan_line l on l.service_id = p.service_id and l.plan_id = p.id and l.status <> 'stopped'
        where p.id = (select id from plan where ${ofChild} order by status = 'ended', started_on desc, id limit 1) and p.service_id = ${serviceId}
        group by p.id, p.agreed_on) as plan,
      (select jsonb_build_object('id', d.id, 'label', coalesce(k.label, d.outcome), 'decided_on', d.decided_on)
        from disposal d left join reference_code k on k.list = 'outcome' and k.code = d.outcome
        where d.service_id = ${serviceId} and d.child_id = ${childId} order by d.decided_on desc, d.created_at desc limit 1) as outcome,
      (select jsonb_build_object('work', involvement_id, 'is_written', summary is not null)
        from closure where ${ofChild} order by opened_on desc, id limit 1) as closing,
      (select jsonb_build_object('id', id, 'signed_on', signed_on, 'safety', safety_level)
        from assessment where ${ofChild} and kind = 'final' and status <> 'abandoned' order by started_on desc, created_at desc limit 1) as final`.execute(
    tx,
  );
  return rows[0] ?? { latest: null, plan: null, outcome: null, closing: null, final: null };
}
