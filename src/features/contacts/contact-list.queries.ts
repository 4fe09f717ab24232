import { sql } from 'kysely';
import type { AttendanceCode } from '../../domain/contacts/attendance.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { excerptLetters } from './contact-words.ts';

/** What a list of contacts is narrowed to, as the address says it; an empty text is everything. */
export type ContactFilter = {
  readonly type: string;
  readonly attendance: string;
  readonly worker: string;
  /** A word or several, each of which a contact must have somewhere. */
  readonly words: string;
};

export const contactsAPage = 25;

const said = sql<string>`concat_ws(' ', contact.notes, contact.child_words, contact.next_step, contact.absence_reason, contact.place, contact.with_whom)`;
/** More words than anybody looks for at once. */
const mostWords = 8;
const wordsOf = (text: string): readonly string[] =>
  text
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, mostWords)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);

const narrowed = (tx: Tx, serviceId: string, childId: string, filter: ContactFilter) =>
  tx
    .selectFrom('contact')
    .where('contact.service_id', '=', serviceId)
    .where('contact.child_id', '=', childId)
    .$if(filter.type !== '', (query) => query.where('contact.type', '=', filter.type))
    .$if(filter.worker !== '', (query) =>
      query.where(sql<string>`contact.worker_id::text`, '=', filter.worker),
    )
    .where((one) => one.and(wordsOf(filter.words).map((word) => one(said, 'ilike', word))))
    .$if(filter.attendance === 'planned', (query) => query.where('contact.status', '=', 'planned'))
    .$if(filter.attendance !== '' && filter.attendance !== 'planned', (query) =>
      query.where('contact.attendance', '=', filter.attendance),
    );

/** One page of a child's contacts, newest first. */
export function contactPage(
  tx: Tx,
  serviceId: string,
  childId: string,
  filter: ContactFilter,
  page: number,
) {
  return narrowed(tx, serviceId, childId, filter)
    .innerJoin('staff', (join) =>
      join
        .onRef('staff.service_id', '=', 'contact.service_id')
        .onRef('staff.id', '=', 'contact.worker_id'),
    )
    .select([
      'contact.id',
      'contact.type',
      'contact.place',
      'contact.planned_at',
      'contact.held_at',
      'contact.minutes',
      'contact.status',
      'contact.attendance',
      'contact.absence_reason',
      'contact.child_seen',
      'contact.parent_spoken_to',
      'contact.with_whom',
      'contact.child_words',
      'contact.next_step',
      'contact.safeguarding',
      'contact.version',
      'staff.name as worker',
    ])
    .select([
      sql<string>`left(contact.notes, ${sql.lit(excerptLetters)})`.as('notes'),
      sql<number>`length(contact.notes)::int`.as('letters'),
    ])
    .orderBy(sql`coalesce(contact.held_at, contact.planned_at)`, 'desc')
    .orderBy('contact.id', 'desc')
    .limit(contactsAPage)
    .offset((page - 1) * contactsAPage)
    .execute();
}

export type ListedContact = Awaited<ReturnType<typeof contactPage>>[number];

export type ContactFacts = {
  readonly total: number;
  /** The latest recorded contacts, enough to see a run of missed ones. */
  readonly latest: readonly { readonly on: string; readonly attendance: AttendanceCode }[];
  readonly workers: readonly { readonly id: string; readonly name: string }[];
  readonly likelihood: string | null;
  readonly harm: string | null;
  readonly workStartedOn: string | null;
  /** Meetings kept this calendar month and last, of the types that count as contact. */
  readonly thisMonth: number;
  readonly lastMonth: number;
};

/** The figures around the list, in one statement. */
export async function contactFacts(
  tx: Tx,
  serviceId: string,
  childId: string,
  filter: ContactFilter,
  firstOfMonth: string,
): Promise<ContactFacts> {
  const total = narrowed(tx, serviceId, childId, filter).select(
    sql<number>`count(*)::int`.as('total'),
  );
  const kept = (
    from: ReturnType<typeof sql>,
    to: ReturnType<typeof sql>,
  ) => sql`(select count(*)::int from contact c
    join reference_code k on k.list = 'contact_type' and k.code = c.type and k.attributes ->> 'counts_as_contact' = 'true'
    where c.service_id = ${serviceId} and c.child_id = ${childId} and c.status = 'recorded' and c.attendance = 'attended'
      and c.held_at >= (${from})::timestamp at time zone 'Europe/London'
      and c.held_at < (${to})::timestamp at time zone 'Europe/London')`;
  const first = sql`${firstOfMonth}::date`;
  const { rows } = await sql<ContactFacts>`select
    (${total}) as total,
    coalesce((select jsonb_agg(jsonb_build_object('on', l.held_at, 'attendance', l.attendance)) from (
      select held_at, attendance from contact where service_id = ${serviceId} and child_id = ${childId} and status = 'recorded'
      order by coalesce(held_at, planned_at) desc limit 30) l), '[]') as latest,
    coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name) order by s.name) from staff s
      where s.service_id = ${serviceId} and s.id in (select c.worker_id from contact c where c.service_id = ${serviceId} and c.child_id = ${childId})), '[]') as workers,
    a.likelihood_level as likelihood, a.harm_level as harm,
    (select min(i.started_on) from involvement i where i.service_id = ${serviceId} and i.child_id = ${childId} and i.ended_on is null) as "workStartedOn",
    ${kept(first, sql`${first} + interval '1 month'`)} as "thisMonth",
    ${kept(sql`${first} - interval '1 month'`, first)} as "lastMonth"
    from (values (1)) as one (n)
    left join lateral (
      select likelihood_level, harm_level from assessment
      where service_id = ${serviceId} and child_id = ${childId} and status = 'signed'
      order by signed_on desc, created_at desc limit 1) a on true`.execute(tx);
  const facts = rows[0];
  if (!facts) throw new Error('The figures of a list of contacts are always one row');
  return facts;
}
