import { sql } from 'kysely';
import { judgements, levels } from '../../../domain/assessments/levels.data.ts';
import type { Fact } from '../../../domain/reports/facts.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';

/** What the record tells now that a report may refer to, as this person may read it: one statement for every kind of fact. */
export async function factsOf(tx: Tx, childId: string): Promise<readonly Fact[]> {
  const { rows } = await sql<Fact>`
    with signed as (
      select a.content, a.signed_on, a.likelihood_level, a.safety_level, a.harm_level from assessment a
      where a.child_id = ${childId} and a.status = 'signed' order by a.signed_on desc, a.created_at desc, a.id limit 1
    ), found as (
      select 'charge:' || c.id as key, 'charges' as of, c.wording as label,
        concat_ws('; ', 'charged by ' || case c.charged_by when 'cps' then 'the CPS' when 'police' then 'police' when 'another-prosecutor' then 'another prosecutor' end,
          case c.plea when 'none-entered' then 'no plea entered' else 'plea ' || replace(c.plea, '-', ' ') end, 'found ' || replace(c.finding, '-', ' ')) as words,
        c.charged_on as on
      from charge c where c.child_id = ${childId} and c.standing = 'charged'
      union all
      select 'offence:' || f.id, 'offences', f.description, null, f.offence_on from offence f
      where f.child_id = ${childId} and not exists (select 1 from charge c where c.service_id = f.service_id and c.offence_id = f.id)
      union all
      select 'order:' || o.id, 'orders', coalesce(k.label, o.kind),
        o.court || coalesce(', ended on ' || to_char(o.ended_on, 'FMDD FMMonth YYYY'), ', last day ' || to_char(o.last_day, 'FMDD FMMonth YYYY'), ''), o.made_on
      from court_order o left join reference_code k on k.list = 'court_order' and k.code = o.kind where o.child_id = ${childId}
      union all
      select 'contacts:' || o.id, 'contacts', coalesce(k.label, o.kind),
        count(*) filter (where c.attendance = 'attended') || ' kept of ' || count(*) || ' offered', max(x.day)
      from court_order o join order_contact x on x.service_id = o.service_id and x.order_id = o.id
      join contact c on c.service_id = x.service_id and c.id = x.contact_id and c.status = 'recorded'
        and c.attendance not in ('cancelled-by-service', 'not-required')
      left join reference_code k on k.list = 'court_order' and k.code = o.kind
      where o.child_id = ${childId} group by o.id, k.label, o.kind
      union all
      select 'failure:' || f.id, 'not-kept', f.what, 'warned on ' || to_char(w.given_on, 'FMDD FMMonth YYYY'), f.happened_on
      from failure_to_comply f left join order_warning w on w.service_id = f.service_id and w.failure_id = f.id
      where f.child_id = ${childId} and f.decision = 'not-acceptable'
      union all
      select 'judgement:' || j.id, 'judgements', j.id, concat_ws('. ', j.level, s.content -> 'judgements' -> j.id ->> 'reason'), s.signed_on
      from signed s cross join lateral (values ('likelihood', s.likelihood_level), ('safety', s.safety_level), ('harm', s.harm_level)) j (id, level)
      where j.level is not null
      union all
      select 'said:' || q.question, q.of, q.says, s.content -> 'answers' -> q.question ->> 'value', s.signed_on
      from signed s cross join (values ('childs-words', 'child-voice', 'The child'), ('parents-words', 'parent-voice', 'Parents or carers')) q (question, of, says)
      where s.content -> 'answers' -> q.question ->> 'state' = 'answered'
      union all
      select 'victim:' || v.id, 'victim-voice', v.label, v.words, v.shared_on from told_of_victims(${childId}) v
    )
    select f.*, md5(concat_ws('|', f.label, f.words)) as mark from found f order by f.of, f.on nulls last, f.key`.execute(
    tx,
  );
  return rows.map(named);
}

/** A judgement by its own words; every other fact has them. */
function named(fact: Fact): Fact {
  const judgement = judgements.find(({ id }) => fact.of === 'judgements' && id === fact.label);
  if (!judgement) return fact;
  const [level = '', ...reason] = (fact.words ?? '').split('. ');
  const words = [levels.find(({ id }) => id === level)?.label ?? level, ...reason].join('. ');
  return { ...fact, label: judgement.title, words };
}
