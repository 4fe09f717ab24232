import { sql } from 'kysely';
import type { Tx } from '../../platform/db/as-actor.ts';

/** The files of a child's record that this person may see, the latest first. */
export const filesOf = (tx: Tx, childId: string) =>
  tx
    .selectFrom('child_file as f')
    .leftJoin('staff as s', (join) =>
      join.onRef('s.service_id', '=', 'f.service_id').onRef('s.id', '=', 'f.created_by'),
    )
    .select([
      'f.id',
      'f.name',
      'f.kind',
      'f.source',
      'f.dated_on',
      'f.type',
      'f.bytes',
      'f.version',
    ])
    .select([
      'f.record_class',
      'f.withdrawn_on',
      'f.withdrawn_reason',
      'f.created_at',
      's.name as by',
    ])
    .where('f.child_id', '=', childId)
    .orderBy('f.created_at', 'desc')
    .orderBy('f.id', 'desc')
    .limit(500)
    .execute();

export type ChildFile = Awaited<ReturnType<typeof filesOf>>[number];

/** A file with its bytes; undefined when it is not there, was taken off, or is not for this person. */
export const fileContent = (tx: Tx, childId: string, fileId: string) =>
  tx
    .selectFrom('child_file as f')
    .innerJoin('child_file_content as c', (join) =>
      join.onRef('c.service_id', '=', 'f.service_id').onRef('c.file_id', '=', 'f.id'),
    )
    .select(['f.name', 'f.type', 'c.content'])
    .where('f.child_id', '=', childId)
    .where('f.id', '=', fileId)
    .where('f.withdrawn_on', 'is', null)
    .executeTakeFirst();

/** Whether this record still has room for a file of so many bytes, counting those that its asker may not see. */
export async function hasRoomFor(tx: Tx, childId: string, bytes: number): Promise<boolean> {
  const { rows } = await sql<{ room: boolean }>`
    select room_for_file(${childId}::uuid, ${bytes}::integer) as room`.execute(tx);
  return rows[0]?.room === true;
}
