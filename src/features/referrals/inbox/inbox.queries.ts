import { sql } from 'kysely';
import { addDays, type Day } from '../../../domain/calendar/day.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';

/** The three stages of the inbox. */
export const stages = ['received', 'awaiting-allocation', 'allocated'] as const;
export type Stage = (typeof stages)[number];

export type InboxFilter = {
  readonly stage: Stage;
  readonly isKnifeOnly: boolean;
  readonly isLateOnly: boolean;
};

/** One referral in the inbox, with the day on which its stage is due. */
export type InboxRow = {
  readonly id: string;
  readonly child_id: string;
  readonly forename: string;
  readonly surname: string;
  readonly date_of_birth: Day | null;
  readonly source: string;
  readonly referred_on: Day;
  readonly received_on: Day;
  readonly offences: string | null;
  readonly knife: boolean;
  readonly urgency: string | null;
  readonly pathway: string | null;
  readonly allocated_on: Day | null;
  readonly worker: string | null;
  readonly due_on: Day | null;
  /** Whether another child of the same family name stands on the page. */
  readonly named_alike: boolean;
};

const RECENT_DAYS = 14;
const limits: Readonly<Record<Stage, string | null>> = {
  received: 'referral-screen',
  'awaiting-allocation': 'referral-allocation',
  allocated: null,
};

// The clock of both limits starts when the referral comes in, so one day tells which are late: no sum for each row.
const lateBefore = (limit: string | null, serviceId: string, today: Day) =>
  sql`limit_due(${serviceId}, ${limit}, r.received_on) < ${today}`;

/** A page of the inbox: waiting stages oldest first, the allocated newest first. */
export async function inboxRows(
  tx: Tx,
  serviceId: string,
  filter: InboxFilter,
  today: Day,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly InboxRow[]> {
  const limit = limits[filter.stage];
  const isRecent =
    filter.stage === 'allocated'
      ? sql`r.allocated_on >= ${addDays(today, -RECENT_DAYS)}`
      : sql`true`;
  const order =
    filter.stage === 'allocated' ? sql`r.allocated_on desc, r.id` : sql`r.received_on, r.id`;
  const { rows } = await sql<Omit<InboxRow, 'named_alike'>>`
    select r.id, r.child_id, c.forename, c.surname, c.date_of_birth, r.source, r.referred_on, r.received_on, o.offences, coalesce(o.knife, false) as knife,
      r.urgency, r.pathway, r.allocated_on, s.name as worker, limit_due(${serviceId}, ${limit}, r.received_on) as due_on
    from referral r
    join child c on c.service_id = r.service_id and c.id = r.child_id
    left join lateral (select string_agg(f.description, '; ' order by f.id) as offences, bool_or(f.is_knife) as knife
      from offence f where f.service_id = r.service_id and f.referral_id = r.id) o on true
    left join staff s on s.service_id = r.service_id and s.id = r.allocated_to
    where r.service_id = ${serviceId} and r.state = ${filter.stage} and ${isRecent}
      and (not ${filter.isKnifeOnly}::boolean or o.knife)
      and (not ${filter.isLateOnly}::boolean or ${lateBefore(limit, serviceId, today)})
    order by ${order} limit ${page.limit} offset ${page.offset}`.execute(tx);
  return rows.map((row) => ({
    ...row,
    named_alike: rows.some(
      ({ child_id, surname }) =>
        child_id !== row.child_id && surname.toLowerCase() === row.surname.toLowerCase(),
    ),
  }));
}

export type InboxCounts = Readonly<Record<Stage | 'holds', number>>;

/** How many wait at each stage, and how many rows of lists wait for a person. */
export async function inboxCounts(tx: Tx, serviceId: string, today: Day): Promise<InboxCounts> {
  const { rows } = await sql<{
    received: number;
    awaiting: number;
    allocated: number;
    holds: number;
  }>`
    select count(*) filter (where r.state = 'received')::int as received,
      count(*) filter (where r.state = 'awaiting-allocation')::int as awaiting,
      count(*) filter (where r.state = 'allocated' and r.allocated_on >= ${addDays(today, -RECENT_DAYS)})::int as allocated,
      (select count(*)::int from referral_hold h where h.service_id = ${serviceId} and h.resolution is null) as holds
    from referral r where r.service_id = ${serviceId} and r.state in ('received', 'awaiting-allocation', 'allocated')`.execute(
    tx,
  );
  const row = rows[0];
  return {
    received: row?.received ?? 0,
    'awaiting-allocation': row?.awaiting ?? 0,
    allocated: row?.allocated ?? 0,
    holds: row?.holds ?? 0,
  };
}
