import { sql, type Transaction } from 'kysely';
import { addDays, type Day } from '../domain/calendar/day.ts';
import { type About, fill } from '../domain/letters/template.ts';
import { factsAbout, kindsOf } from '../features/letters/letters.queries.ts';
import type { DB } from '../platform/db/tables.generated.ts';
import { demoId } from './random.ts';
import type { Rows } from './rows.ts';
import { at } from './working-days.ts';

type Told = {
  readonly kind: string;
  readonly about: About | null;
  readonly id: string | null;
  readonly child_id: string;
  readonly child: string;
  readonly to_name: string;
  readonly victim_involvement_id: string | null;
  readonly written_by: string;
  readonly worker: string;
  /** A mobile of the child that is safe to use. */
  readonly point: string | null;
  /** Where the child lives, if that may be told. */
  readonly home: string | null;
};

/** What letters are written about: orders, appointments to come, and people harmed who were first written to. */
async function reasons(
  tx: Transaction<DB>,
  service_id: string,
  asOf: Day,
): Promise<readonly Told[]> {
  const { rows } = await sql<Told>`
    with worked as (
      select r.child_id, s.id as written_by, s.name as worker from relationship r
      join staff s on s.service_id = r.service_id and s.id = r.staff_id
      where r.service_id = ${service_id} and r.kind = 'allocated' and r.ends_at is null
    ), told as (
      (select 'order-explained' as kind, 'order' as about, o.id, o.child_id, null::text as named, null::uuid as victim_involvement_id
        from court_order o join worked w on w.child_id = o.child_id
        where o.service_id = ${service_id} and o.ended_on is null order by o.made_on desc, o.id limit 8)
      union all
      (select 'appointment', 'contact', t.id, t.child_id, null, null from contact t join worked w on w.child_id = t.child_id
        where t.service_id = ${service_id} and t.status = 'planned' and t.planned_at >= ${asOf}::date order by t.planned_at, t.id limit 8)
      union all
      (select 'first-to-harmed', null, null, v.child_id, v.name, i.id from victim v
        join victim_involvement i on i.service_id = v.service_id and i.id = v.victim_involvement_id join worked w on w.child_id = v.child_id
        where v.service_id = ${service_id} and i.ended_on is null and i.wishes = 'sought' order by i.details_received_on desc nulls last, i.id limit 4))
    select t.kind, t.about, t.id, t.child_id, c.forename as child, coalesce(t.named, c.known_as, c.forename) as to_name, t.victim_involvement_id,
      case when t.victim_involvement_id is null then w.written_by else ${demoId('staff', 'ursula-peaceful')} end as written_by,
      case when t.victim_involvement_id is null then w.worker else 'Ursula Peaceful' end as worker,
      (select p.id from child_contact_point p where p.service_id = ${service_id} and p.child_id = t.child_id and p.kind = 'mobile'
        and p.safe_to_use = 'yes' and p.valid_to is null order by p.id limit 1) as point,
      (select a.id from child_address a where a.service_id = ${service_id} and a.child_id = t.child_id and a.valid_to is null and not a.non_disclosure) as home
    from told t join worked w on w.child_id = t.child_id join child c on c.service_id = ${service_id} and c.id = t.child_id
    order by 1, 3, 4`.execute(tx);
  return rows;
}

/** Letters that wait to be given, and letters that were given with what shows it. */
export async function tellLetters(
  tx: Transaction<DB>,
  rows: Rows,
  service_id: string,
  { asOf, seed }: { readonly asOf: Day; readonly seed: number },
): Promise<void> {
  const kinds = await kindsOf(tx);
  let sendings = 0;
  for (const [index, told] of (await reasons(tx, service_id, asOf)).entries()) {
    const template = kinds.find(({ code }) => code === told.kind);
    if (!template) continue;
    const about = told.about && told.id ? { about: told.about, id: told.id } : null;
    const facts = {
      ...(await factsAbout(tx, told.child_id, about)),
      ...{ name: told.to_name, child: told.child },
      ...{ worker: told.worker, service: 'Eastmarsh Youth Justice Service' },
    };
    const day = addDays(asOf, -3);
    const own = {
      ...{ service_id, child_id: told.child_id, created_by: told.written_by },
      record_class: told.victim_involvement_id ? 'RC11' : 'RC3',
    };
    const id = demoId('letter', seed, index);
    rows.add('letter', {
      ...{ ...own, id, kind: told.kind, to_whom: template.to, to_name: told.to_name },
      victim_involvement_id: told.victim_involvement_id,
      order_id: told.about === 'order' ? told.id : null,
      contact_id: told.about === 'contact' ? told.id : null,
      ...{ subject: fill(template.subject, facts), words: fill(template.words, facts) },
      created_at: at(day, '14:10'),
    });
    if (index % 2 === 0 && !told.victim_involvement_id)
      rows.add('letter_delivery', {
        ...{ ...own, id: demoId('letter-given', seed, index), letter_id: id },
        ...{
          how: 'by-hand',
          given_on: addDays(day, 1),
          proof: `${told.to_name} took it, and we read it together`,
        },
        created_at: at(addDays(day, 1), '16:00'),
      });
    const way = told.kind === 'appointment' ? told.point : told.home;
    if (index % 2 === 1 && !told.victim_involvement_id && way) {
      rows.add('letter_sending', {
        ...{ service_id, child_id: told.child_id, created_by: told.written_by },
        ...{ id: demoId('letter-sent', seed, index), letter_id: id, sender: 'person' },
        ...(way === told.point
          ? { channel: 'text', contact_point_id: way }
          : { channel: 'post', address_id: way }),
        ...becameOf(sendings, day),
        created_at: at(day, '14:30'),
      });
      sendings += 1;
    }
  }
}

// Of three one went, one came back, and one is in the outbox.
function becameOf(count: number, day: Day): object {
  const next = addDays(day, 1);
  if (count % 3 === 0)
    return {
      state: 'sent',
      sent_at: at(next, '09:20'),
      proof: 'Sent from the office in the morning',
    };
  if (count % 3 === 1)
    return {
      state: 'sent-back',
      came_back_at: at(next, '09:25'),
      came_back_why: 'They have not lived or been reached there for a month',
      told_by: demoId('staff', 'annie-twelvetrees'),
    };
  return {};
}
