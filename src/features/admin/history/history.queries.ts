import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/as-actor.ts';

export const changesOnAPage = 25;

type Filter = {
  readonly childId: string;
  readonly table: string | null;
  /** From 1. */
  readonly pageNumber: number;
};

/** Changes to a child's record that this person's classes let them see, newest first; one more than a page holds. */
export function changes(tx: Tx, { childId, table, pageNumber }: Filter) {
  return (
    tx
      .selectFrom('change_log')
      .select(['id', 'table_name', 'operation', 'before', 'after', 'changed_at', 'changed_by'])
      // What a merge says stands with the kept record and is as much of the other's history.
      .where(
        sql<boolean>`(child_id = ${childId} or table_name = 'child_merge' and row_id in (select m.id::text from child_merge m where m.other_id = ${childId}))`,
      )
      .$if(table !== null, (query) => query.where('table_name', '=', table ?? ''))
      .orderBy('changed_at', 'desc')
      .orderBy('id', 'desc')
      .limit(changesOnAPage + 1)
      .offset((pageNumber - 1) * changesOnAPage)
      .execute()
  );
}

/** Names of the staff among some ids, and what each piece of work is called. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .unionAll(
      tx
        .selectFrom('involvement as i')
        .leftJoin('reference_code as c', (join) =>
          join.on('c.list', '=', 'involvement_type').onRef('c.code', '=', 'i.type'),
        )
        .select(['i.id', sql<string>`coalesce(c.label, i.type)`.as('name')])
        .where('i.id', 'in', [...new Set(ids)]),
    )
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The labels of some code lists, by `list/code`; no statement when there is no list. */
export async function labelsOf(tx: Tx, lists: readonly string[]): Promise<Map<string, string>> {
  if (lists.length === 0) return new Map();
  const rows = await tx
    .selectFrom('reference_code')
    .select(['list', 'code', 'label'])
    .where('list', 'in', [...lists])
    .execute();
  return new Map(rows.map(({ list, code, label }) => [`${list}/${code}`, label]));
}

/** What was changed about one person's access, newest first. */
export function staffChanges(tx: Tx, staffId: string) {
  return tx
    .selectFrom('change_log')
    .select(['id', 'table_name', 'operation', 'before', 'after', 'changed_at', 'changed_by'])
    .where('table_name', '=', 'staff')
    .where('row_id', '=', staffId)
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(changesOnAPage)
    .execute();
}

export type ChangeRow = Awaited<ReturnType<typeof changes>>[number];
