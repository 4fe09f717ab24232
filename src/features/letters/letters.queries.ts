import { sql } from 'kysely';
import { type Day, formatDay } from '../../domain/calendar/day.ts';
import type { WayByHand } from '../../domain/letters/letter.ts';
import {
  type About,
  type Addressee,
  dayInFull,
  type Facts,
  letterKind,
  whenAndWhere,
} from '../../domain/letters/template.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { referenceRows } from '../../platform/db/reference-rows.ts';
import { outbox, type Sending } from './sending.queries.ts';

/** The kinds of letter, as data. */
export async function kindsOf(tx: Tx) {
  return (await referenceRows(tx, ['letter_kind'])).letter_kind.map(letterKind);
}

export type Delivery = {
  readonly how: WayByHand;
  readonly given_on: Day;
  readonly proof: string;
  readonly by: string | null;
};

export type Letter = {
  readonly id: string;
  readonly version: number;
  readonly record_class: 'RC3' | 'RC11';
  readonly kind: string;
  readonly label: string;
  readonly to_whom: Addressee;
  readonly to_name: string;
  /** The whole name, as it stands above the address. */
  readonly addressee: string;
  readonly subject: string;
  readonly words: string;
  readonly not_needed_on: Day | null;
  readonly not_needed_why: string | null;
  readonly written_on: Day;
  readonly by: string | null;
  /** Where it goes by post: nothing where the address must not be disclosed, or is not known here. */
  readonly address: string | null;
  readonly may_be_contacted: string | null;
  /** How a person harmed wants to be reached, and what must be known of it. */
  readonly safe_ways: string | null;
  readonly deliveries: readonly Delivery[];
  /** What was put in the outbox, last first. */
  readonly sendings: readonly Sending[];
};

/** A child's letters that this person may read, newest first; with an id, that one alone. */
export async function lettersOf(
  tx: Tx,
  childId: string,
  id: string | null = null,
): Promise<readonly Letter[]> {
  const { rows } = await sql<Omit<Letter, 'sendings'>>`
    select l.id, l.version, l.record_class, l.kind, coalesce(k.label, l.kind) as label, l.to_whom, l.to_name,
      case when l.to_whom = 'child' then concat_ws(' ', c.forename, c.surname) else l.to_name end as addressee, l.subject, l.words,
      l.not_needed_on, l.not_needed_why, british_day(l.created_at) as written_on, s.name as by,
      case when l.to_whom = 'child' or n.lives_with_child then concat_ws(e'\\n', a.lines, a.postcode) end as address,
      n.may_be_contacted, v.preferred_contact as safe_ways,
      coalesce((select jsonb_agg(jsonb_build_object('how', d.how, 'given_on', d.given_on, 'proof', d.proof, 'by', g.name) order by d.given_on, d.created_at)
        from letter_delivery d left join staff g on g.service_id = d.service_id and g.id = d.created_by
        where d.service_id = l.service_id and d.letter_id = l.id), '[]') as deliveries
    from letter l
    join child c on c.service_id = l.service_id and c.id = l.child_id
    left join reference_code k on k.list = 'letter_kind' and k.code = l.kind
    left join staff s on s.service_id = l.service_id and s.id = l.created_by
    left join network_person n on n.service_id = l.service_id and n.id = l.network_person_id
    left join victim v on v.service_id = l.service_id and v.victim_involvement_id = l.victim_involvement_id
    left join child_address a on a.service_id = l.service_id and a.child_id = l.child_id and a.valid_to is null and not a.non_disclosure
    where l.child_id = ${childId} and ${id === null ? sql`true` : sql`l.id = ${id}`} order by l.created_at desc, l.id`.execute(
    tx,
  );
  const sendings = await outbox(tx, { childId, limit: 1000, offset: 0 });
  return rows.map((row) => ({
    ...row,
    sendings: sendings.filter(({ letter_id }) => letter_id === row.id),
  }));
}

type Choice = { readonly value: string; readonly text: string };

/** Whom a letter may go to: the child, parents and carers who may be contacted, and, for whoever opens the vault, those harmed who want contact. */
export async function addresseesOf(tx: Tx, childId: string): Promise<readonly Choice[]> {
  const { rows } = await sql<Choice>`
    select 'parent:' || n.id as value, n.name || ', ' || lower(coalesce(r.label, n.relationship)) as text
    from network_person n left join reference_code r on r.list = 'relationship_type' and r.code = n.relationship
    where n.child_id = ${childId} and n.valid_to is null and n.agency is null and n.may_be_contacted <> 'no'
    union all
    select 'victim:' || i.id, i.label || ': ' || v.name
    from victim v join victim_involvement i on i.service_id = v.service_id and i.id = v.victim_involvement_id
    where v.child_id = ${childId} and i.ended_on is null and i.wishes not in ('declined', 'no-consent')
    order by 1`.execute(tx);
  return rows;
}

/** What a letter may be about: appointments to come, orders in force, meetings to come and what was missed. */
export async function subjectsOf(
  tx: Tx,
  childId: string,
  today: Day,
): Promise<readonly { readonly about: About; readonly id: string; readonly text: string }[]> {
  const { rows } = await sql<{
    about: About;
    id: string;
    at: Date | null;
    on: Day | null;
    text: string | null;
  }>`
    select 'contact' as about, t.id, t.planned_at as at, null::date as on, t.place as text from contact t
    where t.child_id = ${childId} and t.status = 'planned' and t.planned_at >= ${today}::date
    union all
    select 'order', o.id, null, o.made_on, coalesce(k.label, o.kind) from court_order o
    left join reference_code k on k.list = 'court_order' and k.code = o.kind
    where o.child_id = ${childId} and o.ended_on is null
    union all
    select 'meeting', i.id, p.starts_at, null, p.place from panel_item i join panel p on p.service_id = i.service_id and p.id = i.panel_id
    where i.child_id = ${childId} and p.status = 'planned' and p.starts_at >= ${today}::date and i.state in ('listed', 'ready')
    union all
    select 'failure', f.id, null, f.happened_on, f.what from failure_to_comply f
    where f.child_id = ${childId} and f.happened_on > ${today}::date - 365
    order by 1, 3, 4 desc, 2 limit 100`.execute(tx);
  const words = { contact: 'Appointment', order: 'Order', meeting: 'Panel', failure: 'Missed' };
  return rows.map(({ about, id, at, on, text }) => ({
    about,
    id,
    text: `${words[about]}: ${[at ? whenAndWhere(at, null) : formatDay(on ?? ''), text].filter(Boolean).join(', ')}`,
  }));
}

/** What the record tells a template of what the letter is about. */
export async function factsAbout(
  tx: Tx,
  childId: string,
  about: { readonly about: About; readonly id: string } | null,
): Promise<Facts> {
  if (!about) return {};
  const { id } = about;
  if (about.about === 'contact' || about.about === 'meeting') {
    const found = await (about.about === 'contact'
      ? sql<{
          at: Date;
          place: string;
        }>`select planned_at as at, place from contact where id = ${id} and child_id = ${childId}`
      : sql<{ at: Date; place: string }>`
          select p.starts_at as at, p.place from panel_item i join panel p on p.service_id = i.service_id and p.id = i.panel_id
          where i.id = ${id} and i.child_id = ${childId}`
    ).execute(tx);
    const [row] = found.rows;
    const when = row ? whenAndWhere(row.at, row.place) : null;
    return about.about === 'contact' ? { appointment: when } : { meeting: when };
  }
  if (about.about === 'failure') {
    const { rows } = await sql<{
      what: string;
      on: Day;
      described: string | null;
      consequence: string | null;
    }>`
      select f.what, f.happened_on as on, w.described, w.consequence from failure_to_comply f
      left join order_warning w on w.service_id = f.service_id and w.failure_id = f.id
      where f.id = ${id} and f.child_id = ${childId}`.execute(tx);
    const [row] = rows;
    if (!row) return {};
    return {
      missed: `${row.what}, on ${dayInFull(row.on)}`,
      warning: row.described,
      'may-follow': row.consequence,
    };
  }
  return orderFacts(tx, childId, id);
}

async function orderFacts(tx: Tx, childId: string, id: string): Promise<Facts> {
  const { rows } = await sql<{
    label: string;
    on: Day;
    last: Day | null;
    means: string | null;
    requirements: string | null;
  }>`
    select coalesce(k.label, o.kind) as label, o.made_on as on, o.last_day as last, w.label as means,
      coalesce((select string_agg('- ' || coalesce(x.label, q.label, r.kind) || coalesce(': ' || r.amount || ' ' || nullif(q.attributes ->> 'unit', ''), '')
          || coalesce('. ' || r.detail, ''), e'\\n' order by q.sort, r.id)
        from court_order_requirement r
        left join reference_code q on q.list = 'order_requirement' and q.code = r.kind
        left join reference_code x on x.list = 'order_in_words' and x.code = r.kind
        where r.service_id = o.service_id and r.order_id = o.id and r.ended_on is null),
        (select string_agg('- ' || t.what || coalesce(', ' || t.place, '') || ', by ' || to_char(t.due_on, 'FMDD FMMonth YYYY'), e'\\n' order by t.due_on, t.id)
        from contract_term t join order_meeting m on m.service_id = t.service_id and m.id = t.order_meeting_id and m.signed_on is not null
        where t.service_id = o.service_id and m.order_id = o.id)) as requirements
    from court_order o
    left join reference_code k on k.list = 'court_order' and k.code = o.kind
    left join reference_code w on w.list = 'order_in_words' and w.code = o.kind
    where o.id = ${id} and o.child_id = ${childId}`.execute(tx);
  const [row] = rows;
  if (!row) return {};
  return {
    order: row.label.charAt(0).toLowerCase() + row.label.slice(1),
    'order-from': dayInFull(row.on),
    'order-means': row.means,
    requirements: row.requirements,
    'order-until': row.last && `The last day is ${dayInFull(row.last)}.`,
  };
}
