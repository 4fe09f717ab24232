import { sql } from 'kysely';
import type { Actor } from '../../../domain/access/can.ts';
import type { Day } from '../../../domain/calendar/day.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { openChild } from '../../../platform/db/open-child.ts';

/** A record as the person who seals it knows it: by name while they may see it, else by its number alone. */
export type Sealable = {
  readonly childId: string;
  readonly number: string;
  readonly name: string | null;
  readonly worker: string | null;
};

/** The record, sealed or not; null when there is no such child. */
export async function sealableChild(
  tx: Tx,
  actor: Actor,
  childId: string,
): Promise<Sealable | null> {
  const child = await openChild(tx, actor, childId);
  if (child)
    return {
      childId,
      number: child.number,
      name: `${child.forename} ${child.surname}`,
      worker: child.worker,
    };
  const { rows } = await sql<{ number: string }>`
    select number from sealed_numbers() where child_id = ${childId}::uuid`.execute(tx);
  return rows[0] ? { childId, number: rows[0].number, name: null, worker: null } : null;
}

export type Seal = NonNullable<Awaited<ReturnType<typeof liveSeal>>>;

/** The seal that holds now, or null. */
export const liveSeal = async (tx: Tx, childId: string) =>
  (await tx
    .selectFrom('restricted_record')
    .select(['id', 'version', 'reason', 'detail', 'starts_on'])
    .where('child_id', '=', childId)
    .where('ended_on', 'is', null)
    .executeTakeFirst()) ?? null;

/** Everyone who works here today, and whether they are on the record's list. */
export async function peopleForList(tx: Tx, childId: string, today: Day) {
  const { rows } = await sql<{ id: string; name: string; role: string; listed: boolean }>`
    select s.id, s.name, s.role, exists (
      select 1 from relationship r where r.service_id = s.service_id and r.staff_id = s.id and r.child_id = ${childId}::uuid
        and r.kind = 'named-list' and (r.ends_at is null or r.ends_at > now())) as listed
    from staff s
    where s.active_from <= ${today} and (s.active_to is null or s.active_to >= ${today})
    order by s.name, s.id`.execute(tx);
  return rows;
}

export type SealedLine = {
  readonly childId: string;
  readonly number: string;
  readonly reason: string;
  readonly startsOn: Day;
  readonly people: string | null;
};

/** Every sealed record by its number, with the names on its list. */
export async function sealedRecords(tx: Tx): Promise<SealedLine[]> {
  const { rows } = await sql<SealedLine>`
    select x.child_id as "childId", n.number, x.reason, x.starts_on as "startsOn",
      (select string_agg(s.name, ', ' order by s.name) from relationship r join staff s on s.service_id = r.service_id and s.id = r.staff_id
        where r.service_id = x.service_id and r.child_id = x.child_id and r.kind = 'named-list' and (r.ends_at is null or r.ends_at > now())) as people
    from restricted_record x
    join sealed_numbers() n on n.child_id = x.child_id
    where x.ended_on is null
    order by x.starts_on desc, n.number`.execute(tx);
  return rows;
}
