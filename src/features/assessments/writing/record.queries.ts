import { sql } from 'kysely';
import type { Antecedent } from '../../../domain/assessments/antecedents.ts';
import type { RecordNow } from '../../../domain/assessments/since-signed.ts';
import type { Day } from '../../../domain/calendar/day.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';

type AntecedentRow = {
  kind: 'offence' | 'referral' | 'outcome' | 'assessment';
  on: Day | null;
  what: string;
  completion: string | null;
};

/** What the record says of the child's behaviour before today, the latest hundred rows in one statement. */
export async function antecedentsOf(tx: Tx, childId: string): Promise<Antecedent[]> {
  const { rows } = await sql<AntecedentRow>`
    select kind, "on", what, completion from (
      select 'offence' as kind, o.offence_on as "on",
        o.description || case when o.is_knife then ' (knife)' else '' end as what, null as completion
      from offence o where o.child_id = ${childId}
      union all
      select 'referral', r.received_on, coalesce(s.label, r.source), null
      from referral r left join reference_code s on s.list = 'referral_source' and s.code = r.source
      where r.child_id = ${childId}
      union all
      select 'outcome', d.decided_on, coalesce(c.label, d.outcome), d.completion
      from disposal d left join reference_code c on c.list = 'outcome' and c.code = d.outcome
      where d.child_id = ${childId}
      union all
      select 'assessment', a.signed_on, a.likelihood_level || '/' || a.safety_level || '/' || a.harm_level, null
      from assessment a where a.child_id = ${childId} and a.status = 'signed'
    ) everything
    order by "on" desc nulls last, what
    limit 100`.execute(tx);
  return rows.map(({ kind, on, what, completion }): Antecedent => {
    if (kind === 'outcome') return { kind, on, what, completion };
    if (kind !== 'assessment') return { kind, on, what };
    const [likelihood = '', safety = '', harm = ''] = what.split('/');
    return { kind, on, levels: { likelihood, safety, harm } };
  });
}

export type Fact = { label: string; text: string; source: string; since: Day | null };
export type PartnerAnswer = {
  id: string;
  agency: string;
  question: string;
  answer: string;
  answeredOn: Day;
  use: string | null;
};
export type VictimWords = { label: string; wishes: string; words: string | null };
export type Change = { on: Day; what: string; detail: string; type: string; ofHome: boolean };
/** Where the child lives now, and whether the record calls that settled and suitable. */
export type Home = { text: string; since: Day; isSettled: boolean; suitable: string };

export type RecordBeside = {
  readonly facts: readonly Fact[];
  readonly answers: readonly PartnerAnswer[];
  readonly waiting: readonly string[];
  readonly victims: readonly VictimWords[];
  readonly changes: readonly Change[];
  readonly homes: readonly Home[];
  /** Live warnings that a worker gave of exploitation. */
  readonly exploitationWarnings: readonly string[];
  /** Kinds of risk that do not go with an answer, by the role of its question. */
  readonly risks: RecordNow['risks'];
};

/**
 * What the record holds that an assessor should have in sight while writing, in one statement; each part by its own
 * policies. Changes are those known since another assessment was last signed.
 */
export async function recordBeside(
  tx: Tx,
  { id, childId }: { readonly id: string; readonly childId: string },
): Promise<RecordBeside> {
  const { rows } = await sql<RecordBeside>`
    with codes as (
      select list, code, label, attributes from reference_code
      where list in ('accommodation_type', 'education_type', 'care_status', 'ethnicity', 'language', 'send_status', 'disability', 'religion', 'agency', 'change_event_type', 'information_source', 'warning_type')
    ), facts as (
      select 1 as place, 'Home' as label, coalesce(c.label, replace(x.accommodation_type, '-', ' ')) as text, x.source, x.valid_from as since
      from child_address x left join codes c on c.list = 'accommodation_type' and c.code = x.accommodation_type
      where x.child_id = ${childId} and x.valid_to is null
      union all
      select 2, 'School, training or work', coalesce(c.label, replace(x.provision, '-', ' ')) || ', ' || x.provider, x.source, x.valid_from
      from education_episode x left join codes c on c.list = 'education_type' and c.code = x.provision
      where x.child_id = ${childId} and x.valid_to is null
      union all
      select 3, 'Children’s social care', coalesce(c.label, replace(x.status, '-', ' ')), x.source, x.valid_from
      from care_episode x left join codes c on c.list = 'care_status' and c.code = x.status
      where x.child_id = ${childId} and x.valid_to is null
      union all
      select 4, case x.kind when 'send' then 'Special educational needs' else initcap(replace(x.kind, '-', ' ')) end,
        coalesce(c.label, replace(x.code, '-', ' '), replace(x.not_known, '-', ' ')) || coalesce(': ' || x.detail, ''), x.source, x.recorded_on
      from characteristic x
      left join codes c on c.list in ('ethnicity', 'language', 'send_status', 'disability', 'religion') and c.list like left(x.kind, 4) || '%' and c.code = x.code
      where x.child_id = ${childId} and x.ended_on is null
    )
    select
      (select coalesce(jsonb_agg(jsonb_build_object('label', f.label, 'text', f.text, 'source', coalesce(c.label, f.source), 'since', f.since) order by f.place, f.label), '[]')
        from facts f left join codes c on c.list = 'information_source' and c.code = f.source) as facts,
      (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'agency', coalesce(c.label, i.agency), 'question', i.question,
          'answer', i.answer_for_team, 'answeredOn', i.answered_on, 'use', i.use) order by i.use nulls first, i.answered_on desc), '[]')
        from information_request i left join codes c on c.list = 'agency' and c.code = i.agency
        where i.child_id = ${childId} and i.answer_for_team is not null) as answers,
      (select coalesce(jsonb_agg(distinct coalesce(c.label, i.agency)), '[]')
        from information_request i left join codes c on c.list = 'agency' and c.code = i.agency
        where i.child_id = ${childId} and i.status = 'asked') as waiting,
      (select coalesce(jsonb_agg(jsonb_build_object('label', v.label, 'wishes', v.wishes, 'words', v.shared_with_worker) order by v.label), '[]')
        from victim_involvement v where v.child_id = ${childId} and v.ended_on is null) as victims,
      (select coalesce(jsonb_agg(jsonb_build_object('on', e.happened_on, 'what', coalesce(c.label, e.type), 'detail', e.detail,
          'type', e.type, 'ofHome', coalesce(c.attributes ->> 'pages', '') ~ '\\maddress\\M') order by e.happened_on desc), '[]')
        from change_event e left join codes c on c.list = 'change_event_type' and c.code = e.type
        where e.child_id = ${childId} and e.known_on >= (
          select max(a.signed_on) from assessment a where a.child_id = ${childId} and a.status = 'signed' and a.id <> ${id})) as changes,
      (select coalesce(jsonb_agg(jsonb_build_object('text', coalesce(c.label, x.accommodation_type), 'since', x.valid_from,
          'isSettled', coalesce(c.attributes ->> 'settled', 'true') = 'true', 'suitable', x.suitable) order by x.valid_from), '[]')
        from child_address x left join codes c on c.list = 'accommodation_type' and c.code = x.accommodation_type
        where x.child_id = ${childId} and x.valid_to is null) as homes,
      (select coalesce(jsonb_agg(coalesce(c.label, w.kind) order by w.raised_on), '[]')
        from warning w left join codes c on c.list = 'warning_type' and c.code = w.kind
        where w.child_id = ${childId} and w.ended_on is null and w.kind = 'exploitation') as "exploitationWarnings",
      (select coalesce(jsonb_agg(jsonb_build_object('label', k.label, 'role', k.attributes ->> 'contradicts')), '[]')
        from reference_code k where k.list = 'risk_type' and k.attributes ->> 'contradicts' <> '') as risks`.execute(
    tx,
  );
  const nothing = { facts: [], answers: [], waiting: [], victims: [], changes: [] };
  return rows[0] ?? { ...nothing, homes: [], exploitationWarnings: [], risks: [] };
}
