import type { Tx } from './as-actor.ts';

/** Who saved a row last, and when: told to whoever finds that it moved on under them. */
export async function lastChange(
  tx: Tx,
  tableName: string,
  rowId: string,
): Promise<{ readonly name: string; readonly at: Date } | null> {
  const row = await tx
    .selectFrom('change_log')
    .leftJoin('staff', 'staff.id', 'change_log.changed_by')
    .select(['staff.name', 'change_log.changed_at'])
    .where('change_log.table_name', '=', tableName)
    .where('change_log.row_id', '=', rowId)
    .orderBy('change_log.changed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { name: row.name ?? 'Somebody', at: row.changed_at } : null;
}
