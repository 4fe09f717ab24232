import type { Tx } from '../../platform/db/as-actor.ts';

export const changesOnAPage = 25;

type Filter = {
  readonly childId: string;
  readonly table: string | null;
  /** From 1. */
  readonly pageNumber: number;
};

/** Changes to a child's record that this person's classes let them see, newest first; one more than a page holds. */
export function changes(tx: Tx, { childId, table, pageNumber }: Filter) {
  return tx
    .selectFrom('change_log')
    .select(['id', 'table_name', 'operation', 'before', 'after', 'changed_at', 'changed_by'])
    .where('child_id', '=', childId)
    .$if(table !== null, (query) => query.where('table_name', '=', table ?? ''))
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(changesOnAPage + 1)
    .offset((pageNumber - 1) * changesOnAPage)
    .execute();
}

/** Names of the staff among some ids. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
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
