import { sql } from 'kysely';
import type { Day } from '../../../domain/calendar/day.ts';
import type { PartnerAnswer } from '../../../domain/panels/paper.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import type { JsonValue } from '../../../platform/db/tables.generated.ts';
import { keptSafeLine, mustBeKeptSafe } from '../../../record/kept-safe.tsx';

export type PaperFacts = {
  assessment: {
    content: JsonValue;
    likelihood: string | null;
    safety: string | null;
    harm: string | null;
    signed_on: Day | null;
  } | null;
  addresses: { lines: string; postcode: string | null }[];
  answers: PartnerAnswer[];
  victims: {
    label: string;
    wishes: string;
    reason: string | null;
    shared: string | null;
    safe: string;
  }[];
  exceptions: { requirement: string; reason: string }[];
  factors: { code: string; label: string; attributes: Record<string, unknown> }[];
  paper: { content: JsonValue; made_on: string; made_by: string | null } | null;
};

/** What a paper is made from, in one statement, as its maker may read it. */
export async function paperFacts(
  tx: Tx,
  item: { readonly id: string; readonly child_id: string; readonly referral_id: string },
): Promise<PaperFacts> {
  const { rows } = await sql<PaperFacts>`
    select
      (select jsonb_build_object('content', a.content, 'likelihood', a.likelihood_level, 'safety', a.safety_level, 'harm', a.harm_level,
          'signed_on', a.signed_on)
        from assessment a
        where a.child_id = ${item.child_id} and a.status = 'signed' and (a.referral_id = ${item.referral_id} or a.referral_id is null)
        order by a.referral_id nulls last, a.signed_on desc, a.id
        limit 1) as assessment,
      coalesce((
        select jsonb_agg(jsonb_build_object('lines', d.lines, 'postcode', d.postcode))
        from child_address d where d.child_id = ${item.child_id}), '[]') as addresses,
      coalesce((
        select jsonb_agg(jsonb_build_object('agency', coalesce(g.label, q.agency), 'recordClass', q.record_class, 'status', q.status,
          'use', q.use, 'forTeam', q.answer_for_team) order by q.asked_on, q.agency)
        from information_request q
        left join reference_code g on g.list = 'agency' and g.code = q.agency
        where q.child_id = ${item.child_id} and q.status <> 'withdrawn' and (q.referral_id = ${item.referral_id} or q.referral_id is null)), '[]') as answers,
      coalesce((
        select jsonb_agg(jsonb_build_object('label', v.label, 'wishes', v.wishes, 'reason', v.no_wishes_reason, 'shared', v.shared_with_worker,
          'safe', ${keptSafeLine}) order by v.label)
        from victim_involvement v
        where v.child_id = ${item.child_id} and (v.ended_on is null or ${mustBeKeptSafe}) and (v.referral_id = ${item.referral_id} or v.referral_id is null)), '[]') as victims,
      coalesce((
        select jsonb_agg(jsonb_build_object('requirement', e.requirement, 'reason', e.reason) order by e.created_at)
        from gate_exception e where e.about_table = 'panel_item' and e.about_id = ${item.id}), '[]') as exceptions,
      coalesce((
        select jsonb_agg(jsonb_build_object('code', f.code, 'label', f.label, 'attributes', f.attributes) order by f.sort)
        from reference_code f where f.list = 'gravity_factor'), '[]') as factors,
      (select jsonb_build_object('content', p.content, 'made_on', p.made_on, 'made_by', m.name)
        from panel_paper p left join staff m on m.id = p.created_by
        where p.panel_item_id = ${item.id} and p.withdrawn_on is null
        order by p.made_on desc, p.id desc
        limit 1) as paper`.execute(tx);
  const [facts] = rows;
  if (!facts) throw new Error('One row of facts is always there');
  return facts;
}

/** The paper as the panel reads it now, if it has been made and is open to this person. */
export function currentPaper(tx: Tx, itemId: string) {
  return tx
    .selectFrom('panel_paper')
    .leftJoin('staff', 'staff.id', 'panel_paper.created_by')
    .select([
      'panel_paper.id',
      'panel_paper.content',
      'panel_paper.made_on',
      'staff.name as made_by',
    ])
    .where('panel_paper.panel_item_id', '=', itemId)
    .where('panel_paper.withdrawn_on', 'is', null)
    .orderBy('panel_paper.made_on', 'desc')
    .orderBy('panel_paper.id', 'desc')
    .limit(1)
    .executeTakeFirst();
}
