import { sql } from 'kysely';
import { nextNumbers } from '../../../platform/db/add-child.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { PLANNED_TABLES, type PlannedRow } from './plan-row.ts';

/** A row that the database would not take. */
export class RowNotSaved extends Error {
  readonly row: number;
  constructor(row: number, cause: unknown) {
    super(`Row ${row} could not be saved`, { cause });
    this.row = row;
  }
}

/** Writes planned rows; each new child gets the service's next number, all of which it gives back. */
export async function writePlan(tx: Tx, rows: readonly PlannedRow[]): Promise<readonly string[]> {
  const children = rows.flatMap(({ values }) => values.child ?? []);
  const numbers = children.length > 0 ? await nextNumbers(tx, children.length) : [];
  const given = new Map(children.map((child, at) => [child, numbers[at]]));
  const numbered = rows.map(({ row, values }) => ({
    row,
    values: values.child
      ? {
          ...values,
          child: values.child.map((child) => ({ ...child, number: given.get(child) })),
        }
      : values,
  }));
  await writeRows(tx, numbered);
  return numbers;
}

/** Writes one row after another, to find the one that is at fault: it is thrown by number. */
export async function findFault(tx: Tx, rows: readonly PlannedRow[]): Promise<void> {
  for (const row of rows) {
    await writePlan(tx, [row]).catch((error: unknown) => {
      throw new RowNotSaved(row.row, error);
    });
  }
}

/** Puts planned rows into their tables, through JSON: one statement and one parameter a table, whatever their number. */
export async function writeRows(tx: Tx, batch: readonly PlannedRow[]): Promise<void> {
  for (const table of PLANNED_TABLES) {
    const rows = batch.flatMap((each) => each.values[table] ?? []);
    const [first] = rows;
    if (!first) continue;
    const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)));
    await sql`insert into ${sql.table(table)} (${columns})
      select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(
      tx,
    );
  }
}
