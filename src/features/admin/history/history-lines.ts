import { formatInstant } from '../../../domain/calendar/british-time.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { type ChangedField, describeChange, idsIn, listsOf, tableName } from './describe-change.ts';
import { type ChangeRow, labelsOf, namesOf } from './history.queries.ts';

export type HistoryLine = {
  readonly what: string;
  readonly when: string;
  readonly who: string;
  readonly operation: string;
  readonly fields: readonly ChangedField[];
};

/** Turns rows of the change log into words, naming the people in them with one statement, or none when their names are known, and the codes with another. */
export async function historyLines(
  tx: Tx,
  rows: readonly ChangeRow[],
  known?: ReadonlyMap<string, string>,
): Promise<HistoryLine[]> {
  const ids = rows.flatMap((row) => [
    ...idsIn(row.before, row.after),
    ...(row.changed_by ? [row.changed_by] : []),
  ]);
  const names = known ?? (await namesOf(tx, ids));
  const labels = await labelsOf(tx, listsOf(rows.map((row) => row.table_name)));
  return rows.map((row) => ({
    what: tableName(row.table_name),
    when: formatInstant(row.changed_at),
    who: names.get(row.changed_by ?? '') ?? 'Foothold',
    operation: row.operation,
    fields: describeChange(row.table_name, row.before, row.after, { names, labels }),
  }));
}
