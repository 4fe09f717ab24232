import type { InsertObject, UpdateObject } from 'kysely';
import type { Actor } from '../domain/access/can.ts';
import type { Tx } from '../platform/db/as-actor.ts';
import { newId } from '../platform/db/new-id.ts';
import { type Saved, savedOf } from '../platform/db/optimistic.ts';
import type { DB } from '../platform/db/tables.generated.ts';

/** A table of the record: its rows have a service, an id and a version. */
export type RecordTable = {
  [T in keyof DB]: DB[T] extends { service_id: unknown; id: unknown; version: unknown } ? T : never;
}[keyof DB];

type New<T extends RecordTable> = Omit<InsertObject<DB, T>, 'service_id' | 'id' | 'version'>;
type Changed<T extends RecordTable> = Omit<UpdateObject<DB, T>, 'service_id' | 'id' | 'version'>;

/** Adds one row in this person's service, and gives its id. */
export async function addRow<T extends RecordTable>(
  tx: Tx,
  actor: Pick<Actor, 'serviceId'>,
  table: T,
  columns: New<T>,
): Promise<string> {
  const id = newId();
  await tx
    .insertInto(table)
    .values({ service_id: actor.serviceId, id, ...columns } as never)
    .execute();
  return id;
}

/** Changes a row as it was read; moved on when somebody changed it in between, or it is not this person's to change. */
export async function changeRow<T extends RecordTable>(
  tx: Tx,
  table: T,
  row: { readonly id: string; readonly version: number },
  columns: Changed<T>,
): Promise<Saved> {
  const result = await tx
    .updateTable(table as 'child')
    .set(columns as never)
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .executeTakeFirstOrThrow();
  const saved = savedOf(result);
  return saved.kind === 'saved' ? saved : { ...saved, id: row.id };
}
