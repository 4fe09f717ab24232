import { sql } from 'kysely';
import type { Actor } from '../../domain/access/can.ts';
import type { Tx } from '../../platform/db/as-actor.ts';

/** A row of a record that two became: whether it came from the one that went, and what it says where the chronology knows it. */
export type ToldApart = {
  readonly id: string;
  readonly table_name: string;
  readonly at: Date;
  readonly by: string | null;
  /** `theirs` came with the record that went; `hangs` was written since and hangs on such a row; `since` was only written since. */
  readonly part: 'theirs' | 'hangs' | 'since';
  readonly title: string | null;
};

/** What of a merge goes back, and what was written since, as far as this person may read it. */
export async function rowsToldApart(
  tx: Tx,
  { serviceId }: Actor,
  { id, child_id }: { readonly id: string; readonly child_id: string },
): Promise<readonly ToldApart[]> {
  const { rows } = await sql<ToldApart>`
    select r.id, r.table_name, r.at, s.name as by, r.part, h.title
    from rows_told_apart(${id}::uuid) r
    left join staff s on s.service_id = ${serviceId} and s.id = r.by_id
    left join (select distinct on (id) id, title from happenings(${serviceId}, ${child_id}::uuid, '{}', null, null, 1000)) h on h.id = r.id
    order by r.at desc, r.id`.execute(tx);
  return rows;
}

type Told = {
  readonly theirs: readonly string[];
  readonly ours: readonly string[];
  readonly reason: string;
};

/** Takes a merge back; the database asks again whether this person may, and says when somebody else was first. */
export async function unmergeChildren(
  tx: Tx,
  { id, version }: { readonly id: string; readonly version: number },
  { theirs, ours, reason }: Told,
): Promise<'done' | 'taken-back' | 'moved-on'> {
  const list = (ids: readonly string[]) => `{${ids.join(',')}}`;
  const { rows } = await sql<{ said: 'done' | 'taken-back' | 'moved-on' }>`
    select unmerge_children(${id}::uuid, ${version}, ${list(theirs)}::uuid[], ${list(ours)}::uuid[], ${reason}) as said`.execute(
    tx,
  );
  return rows[0]?.said ?? 'moved-on';
}
