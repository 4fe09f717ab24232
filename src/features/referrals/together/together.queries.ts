import { sql } from 'kysely';
import type { Day } from '../../../domain/calendar/day.ts';
import { type TogetherFacts, whyAlone } from '../../../domain/referrals/triage-together.ts';
import type { PageContext } from '../../../platform/http/context.ts';

type Row = TogetherFacts & {
  readonly id: string;
  readonly version: number;
  readonly child_id: string;
  readonly child: string;
  readonly received_on: Day;
  readonly offences: string | null;
  readonly home: string | null;
  /** The outcome that police propose: its code, and in words. */
  readonly kind: string;
  readonly proposed: string | null;
};

export type Waiting = Row & { readonly alone: readonly string[] };

/** More than wait anywhere; the oldest come first. */
const most = 200;

/** Referrals that wait for triage, or these of them, with why any is to be triaged by itself. */
export async function waitingForTriage(
  { tx, actor, today }: PageContext,
  ids: readonly string[] | null,
): Promise<readonly Waiting[]> {
  const { rows } = await sql<Row>`
    select r.id, r.version, r.child_id, c.forename || ' ' || c.surname as child, c.date_of_birth, r.received_on,
      coalesce(r.proposed_outcome, '') as kind, coalesce(k.label, r.proposed_outcome) as proposed,
      o.offences, coalesce(o.knife, false) as knife, coalesce(o.unknown, 0) as unknown_offences, o.gravity, h.home, h.home is not null as has_home,
      (select count(*)::int from involvement v where v.service_id = r.service_id and v.child_id = r.child_id and v.ended_on is null) as live_work,
      (select count(*)::int from warning w where w.service_id = r.service_id and w.child_id = r.child_id and w.ended_on is null) as warnings,
      (select count(*)::int from referral e where e.service_id = r.service_id and e.child_id = r.child_id and e.id <> r.id) as earlier
    from referral r
    join child c on c.service_id = r.service_id and c.id = r.child_id
    left join reference_code k on k.list = 'outcome' and k.code = r.proposed_outcome
    left join lateral (
      select string_agg(f.description, '; ' order by f.id) as offences, bool_or(f.is_knife) as knife,
        count(*) filter (where l.code is null)::int as unknown, max((l.attributes ->> 'gravity')::int) as gravity
      from offence f left join reference_code l on l.list = 'offence' and l.code = f.code
      where f.service_id = r.service_id and f.referral_id = r.id) o on true
    left join lateral (
      select coalesce(nullif(concat_ws(', ', nullif(a.lines, ''), a.postcode), ''), 'An address') as home from child_address a
      where a.service_id = r.service_id and a.child_id = r.child_id and a.valid_to is null order by a.valid_from desc, a.id limit 1) h on true
    where r.service_id = ${actor.serviceId} and r.state = 'received' and (${ids}::uuid[] is null or r.id = any (${ids}::uuid[]))
    order by r.received_on, r.id limit ${most}`.execute(tx);
  return rows.map((row) => ({ ...row, alone: whyAlone(row, today) }));
}

export type Kind = { readonly words: string; readonly rows: readonly Waiting[] };

/** Those that may be triaged beside others, by the outcome that police propose; the most of a kind first. */
export const kindsOf = (rows: readonly Waiting[]): readonly Kind[] =>
  [
    ...Map.groupBy(
      rows.filter(({ alone }) => alone.length === 0),
      ({ kind }) => kind,
    ).values(),
  ]
    .map((alike) => ({ words: proposedWords(alike[0]), rows: alike }))
    .sort((a, b) => b.rows.length - a.rows.length);

export const proposedWords = (row: Pick<Row, 'proposed'> | undefined): string =>
  row?.proposed ? `police propose: ${row.proposed}` : 'police propose no outcome';
