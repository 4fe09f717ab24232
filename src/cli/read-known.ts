import { keptMappings } from '../features/referrals/import/import.queries.ts';
import { type ListFile, readFile } from '../features/referrals/import/read-file.ts';
import type { Tx } from '../platform/db/as-actor.ts';
import { Mend } from './command.ts';

/** Reads a list's file with the columns as the service once explained them. */
export async function readKnown(
  tx: Tx,
  serviceId: string,
  bytes: Uint8Array,
  fileName: string,
): Promise<Extract<ListFile, { kind: 'read' }>> {
  const file = await readFile(bytes, fileName, await keptMappings(tx, serviceId));
  if (file.kind === 'unreadable') throw new Mend(file.reason);
  return file;
}
