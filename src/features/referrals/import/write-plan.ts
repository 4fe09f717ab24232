import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { PLANNED_TABLES, type PlannedRow } from './plan-row.ts';

/** A row that the database would not take; the whole import is undone. */
export class RowNotSaved extends Error {
  readonly row: number;
  constructor(row: number, cause: unknown) {
    super(`Row ${row} could not be saved`, { cause });
    this.row = row;
  }
}

const BATCH = 250;

/** Writes the planned rows in batches; when a batch fails, finds the row that is at fault and throws it by number. */
export async function writePlan(
  tx: Tx,
  rows: readonly PlannedRow[],
  onProgress: (done: number) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH);
    await sql`savepoint batch`.execute(tx);
    try {
      await writeRows(tx, batch);
    } catch (error) {
      await sql`rollback to savepoint batch`.execute(tx);
      await findFault(tx, batch);
      throw error;
    }
    await sql`release savepoint batch`.execute(tx);
    await onProgress(start + batch.length);
  }
}

async function findFault(tx: Tx, batch: readonly PlannedRow[]): Promise<void> {
  for (const row of batch) {
    await writeRows(tx, [row]).catch((error: unknown) => {
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
