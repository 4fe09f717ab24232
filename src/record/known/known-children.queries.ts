import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../domain/calendar/day.ts';
import { nearDays } from '../../domain/people/near-days.ts';
import { searchKeys } from '../../domain/people/search-keys.ts';
import type { Sex } from '../../domain/people/sex.ts';
import type { ExistingChild } from '../../domain/referrals/judged-row.ts';
import type { ReferralValues } from '../../domain/referrals/referral-values.ts';
import type { Tx } from '../../platform/db/as-actor.ts';

type Row = {
  id: string;
  surname: string;
  forename: string;
  known_as: string | null;
  names: string[] | null;
  date_of_birth: Day | null;
  sex: Sex;
  lines: string | null;
  postcode: string | null;
  referrals: ExistingChild['referrals'] | null;
};

type Meant = Pick<
  ReferralValues,
  'surname' | 'forename' | 'dateOfBirth' | 'sex' | 'urn' | 'postcode'
>;

/**
 * The children on record whom a list may mean: those who share a date of birth (or one a slip away),
 * a name, a URN or a postcode with it, and those whose own date of birth is not known.
 */
export async function existingChildren(
  tx: Tx,
  serviceId: string,
  list: readonly Meant[],
): Promise<readonly ExistingChild[]> {
  const days = unique(
    list.flatMap(({ dateOfBirth }) => (dateOfBirth === null ? [] : nearDays(dateOfBirth))),
  );
  const urns = unique(list.map(({ urn }) => urn));
  const postcodes = unique(list.map(({ postcode }) => postcode?.replace(' ', '') ?? null));
  const names = list.flatMap(({ surname, forename }) => [
    { surname, forename },
    { surname: forename, forename: surname },
  ]);
  const sounds = unique(
    list
      .filter(({ dateOfBirth }) => dateOfBirth === null)
      .flatMap((row) => searchKeys(row).nameSounds),
  );
  return readChildren(
    tx,
    serviceId,
    sql`
      select c.id from child c where c.service_id = ${serviceId} and (c.date_of_birth = any (${days}::date[]) or c.date_of_birth is null)
      union select c.id from child c
        join jsonb_to_recordset(${JSON.stringify(names)}::jsonb) as n (surname text, forename text) on n.surname = c.surname and n.forename = c.forename
        where c.service_id = ${serviceId}
      union select c.id from child c where c.service_id = ${serviceId} and ${sounds.length > 0} and c.name_sounds && ${sounds}::text[]
      union select r.child_id from referral r where r.service_id = ${serviceId} and r.reference = any (${urns}::text[])
      union select a.child_id from child_address a where a.service_id = ${serviceId} and a.postcode_search = any (${postcodes}::text[])`,
  );
}

/** The children whose numbers were given after one and before another. */
export const childrenNumbered = (tx: Tx, serviceId: string, after: string, before: string) =>
  readChildren(
    tx,
    serviceId,
    sql`select c.id from child c where c.service_id = ${serviceId} and c.number > ${after} and c.number < ${before}`,
  );

/** Those of the children numbered up to one whose name, birth or home was changed after a change. */
export const childrenChanged = (tx: Tx, serviceId: string, change: string, upTo: string) =>
  readChildren(
    tx,
    serviceId,
    sql`select distinct c.id from children_changed_since(${change}::bigint) k
      join child c on c.service_id = ${serviceId} and c.id = k.child_id and c.number <= ${upTo}`,
  );

/** The change that was made last. */
export async function lastChange(tx: Tx): Promise<string> {
  const { rows } = await sql<{
    change: string;
  }>`select last_change()::text as change`.execute(tx);
  return rows[0]?.change ?? '0';
}

/** Some children as they are now: those that are still records of their own, and that this person sees. */
export const childrenNow = (tx: Tx, serviceId: string, ids: readonly string[]) =>
  readChildren(
    tx,
    serviceId,
    sql`select c.id from child c where c.service_id = ${serviceId} and c.id = any (${ids}::uuid[])`,
  );

async function readChildren(
  tx: Tx,
  serviceId: string,
  wanted: RawBuilder<unknown>,
): Promise<readonly ExistingChild[]> {
  const { rows } = await sql<Row>`
    with wanted as (${wanted})
    select c.id, c.surname, c.forename, c.known_as, c.date_of_birth, c.sex, a.lines, a.postcode,
      (select array_agg(n.forename || ' ' || n.surname order by n.id) from child_name n where n.service_id = c.service_id and n.child_id = c.id) as names,
      (select jsonb_agg(jsonb_build_object('urn', r.reference, 'offences', coalesce((
          select jsonb_agg(jsonb_build_object('text', o.description, 'offenceDate', o.offence_on) order by o.id)
          from offence o where o.service_id = r.service_id and o.referral_id = r.id), '[]')) order by r.id)
        from referral r where r.service_id = c.service_id and r.child_id = c.id and r.reference is not null) as referrals
    from wanted w
    join child c on c.service_id = ${serviceId} and c.id = w.id and c.merged_into is null
    left join lateral (
      select d.lines, d.postcode from child_address d
      where d.service_id = c.service_id and d.child_id = c.id order by d.valid_from desc, d.id limit 1) a on true
    order by c.id`.execute(tx);
  return rows.map((row) => ({
    id: row.id,
    surname: row.surname,
    forename: row.forename,
    alsoKnownAs: [...(row.known_as ? [row.known_as] : []), ...(row.names ?? [])],
    dateOfBirth: row.date_of_birth,
    sex: row.sex,
    address: row.lines,
    postcode: row.postcode,
    referrals: row.referrals ?? [],
  }));
}

/** The records that a list itself has made so far. */
export async function childrenMadeBy(
  tx: Tx,
  serviceId: string,
  importId: string,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select c.id from referral r
    join child c on c.service_id = r.service_id and c.id = r.child_id and c.created_at = r.created_at
    where r.service_id = ${serviceId} and r.import_id = ${importId}`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

function unique(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null && value !== ''))].map(String);
}
