import type { Tx } from '../../src/platform/db/as-actor.ts';
import { addRow } from '../../src/record/rows.ts';
import { serviceId } from './database.ts';

/** Puts a file on a child's record, without its content. */
export const putFile = (tx: Tx, child_id: string, record_class: string) =>
  addRow(tx, { serviceId }, 'child_file', {
    child_id,
    record_class,
    name: `A paper of ${record_class}`,
    kind: 'letter',
    source: 'School',
    type: 'pdf',
    bytes: 5,
  });

/** Puts a file with its content there. */
export async function layFile(tx: Tx, child_id: string, record_class: string): Promise<void> {
  const file_id = await putFile(tx, child_id, record_class);
  await tx
    .insertInto('child_file_content')
    .values({
      service_id: serviceId,
      file_id,
      child_id,
      record_class,
      content: Buffer.from('%PDF-'),
    })
    .execute();
}

/** The classes of a child's files that whoever asks may see. */
export async function filesSeen(tx: Tx, childId: string): Promise<string[]> {
  const found = tx.selectFrom('child_file').select('record_class').where('child_id', '=', childId);
  return (await found.execute()).map(({ record_class }) => record_class).sort();
}

/** How many files' content they may read. */
export async function contentSeen(tx: Tx, childId: string): Promise<number> {
  const found = tx
    .selectFrom('child_file_content')
    .select('file_id')
    .where('child_id', '=', childId);
  return (await found.execute()).length;
}
