import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../domain/calendar/day.ts';
import { nearDays } from '../../domain/people/near-days.ts';
import type { QueryPart } from '../../domain/people/parse-query.ts';
import type { Sex } from '../../domain/people/sex.ts';
import type { Tx } from '../../platform/db/as-actor.ts';

/** Letters of a search that are read; a longer one finds nobody the sooner. */
export const longestSearch = 200;

/** A child among the results, with what this reader may see of them. */
export type FoundChild = {
  readonly id: string;
  readonly number: string;
  readonly forename: string;
  readonly surname: string;
  readonly known_as: string | null;
  readonly date_of_birth: Day | null;
  readonly date_of_birth_status: string;
  readonly sex: Sex;
  readonly worker: string | null;
  readonly other_names: string[];
  readonly identifiers: { readonly kind: string; readonly value: string }[];
  readonly phones: string[];
  readonly addresses: {
    readonly lines: string;
    readonly postcode: string | null;
    readonly live: boolean;
  }[];
  readonly work: string[];
  /** A referral is open: received, waiting for a worker, or with one and not decided yet. */
  readonly referred: boolean;
  readonly warnings: string[];
};

/** Children who fit any part of the query, best first: the search, and what is shown of each, in one statement. */
export async function findChildren(
  tx: Tx,
  parts: readonly QueryPart[],
  most = 25,
): Promise<FoundChild[]> {
  const name = parts.find((part) => part.kind === 'name');
  const birth = parts.find((part) => part.kind === 'dob');
  const postcode = parts.find((part) => part.kind === 'postcode')?.postcode.replace(' ', '');
  const phone = parts.find((part) => part.kind === 'phone')?.phone;
  const identifiers = parts.flatMap((part) =>
    part.kind === 'identifier' ? [part.identifier] : [],
  );
  return shownOf(
    tx,
    sql`find_children(
      ${[...(name?.words ?? [])]}::text[], ${[...(name?.sounds ?? [])]}::text[], ${[...(name?.nicknames ?? [])]}::text[],
      ${birth ? [...nearDays(birth.day)] : []}::date[], ${postcode ?? null}::text, ${phone ?? null}::text, ${identifiers}::text[], ${most}::integer)`,
  );
}

/** Some children by their ids, as the search shows them. */
export const childrenById = (tx: Tx, ids: readonly string[]): Promise<FoundChild[]> =>
  shownOf(tx, sql`(select id, 0::real as score from unnest(${[...ids]}::uuid[]) as id)`);

async function shownOf(tx: Tx, found: RawBuilder<unknown>): Promise<FoundChild[]> {
  const { rows } = await sql<FoundChild>`
    select c.id, c.number, c.forename, c.surname, c.known_as, c.date_of_birth, c.date_of_birth_status, c.sex,
      (select s.name from relationship r join staff s on s.service_id = r.service_id and s.id = r.staff_id
        where r.service_id = c.service_id and r.child_id = c.id and r.kind = 'allocated' and r.ends_at is null) as worker,
      array(select n.forename || ' ' || n.surname from child_name n where n.service_id = c.service_id and n.child_id = c.id order by n.id) as other_names,
      coalesce((select json_agg(json_build_object('kind', coalesce(t.label, i.kind), 'value', i.value) order by i.kind, i.value)
        from child_identifier i left join reference_code t on t.list = 'identifier_type' and t.code = i.kind
        where i.service_id = c.service_id and i.child_id = c.id), '[]') as identifiers,
      array(select p.value from child_contact_point p where p.service_id = c.service_id and p.child_id = c.id order by p.id) as phones,
      coalesce((select json_agg(json_build_object('lines', a.lines, 'postcode', a.postcode, 'live', a.valid_to is null) order by a.valid_from desc)
        from child_address a where a.service_id = c.service_id and a.child_id = c.id), '[]') as addresses,
      array(select coalesce(t.label, i.type) from involvement i left join reference_code t on t.list = 'involvement_type' and t.code = i.type
        where i.service_id = c.service_id and i.child_id = c.id and i.ended_on is null order by i.started_on) as work,
      exists (select 1 from referral r where r.service_id = c.service_id and r.child_id = c.id
        and r.state in ('received', 'awaiting-allocation', 'allocated')) as referred,
      array(select coalesce(t.label, w.kind) from warning w left join reference_code t on t.list = 'warning_type' and t.code = w.kind
        where w.service_id = c.service_id and w.child_id = c.id and w.ended_on is null order by w.raised_on desc) as warnings
    from ${found} f
    join child c on c.service_id = (select my_service()) and c.id = f.id and c.merged_into is null
    order by f.score desc, c.surname, c.forename, c.id`.execute(tx);
  return rows;
}

/** The records this person opened last, so that going back to one takes no typing. */
export async function openedLately(tx: Tx, staffId: string) {
  const { rows } = await sql<{ id: string; forename: string; surname: string; number: string }>`
    select c.id, c.forename, c.surname, c.number
    from (
      select l.child_id, max(l.at) as at
      from (
        select child_id, at from access_log
        where service_id = (select my_service()) and staff_id = ${staffId} and child_id is not null and kind in ('view', 'change')
        order by at desc
        limit 200
      ) l
      group by l.child_id
    ) o
    cross join lateral (
      select * from child where service_id = (select my_service()) and id = o.child_id and merged_into is null limit 1) c
    order by o.at desc
    limit 8`.execute(tx);
  return rows;
}
