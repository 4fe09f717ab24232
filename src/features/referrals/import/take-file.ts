import { createHash } from 'node:crypto';
import type { Actor } from '../../../domain/access/can.ts';
import { LOOK_DOWN } from '../../../domain/referrals/find-header.ts';
import {
  headerKey,
  type KeptMapping,
  type KeptMappings,
  type SourceRow,
} from '../../../domain/referrals/map-columns.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { newId } from '../../../platform/db/new-id.ts';
import { oneAtATime } from '../../../platform/db/one-at-a-time.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import { importOfHash } from './imports.queries.ts';
import type { ListFile } from './read-file.ts';
import { judgeJob } from './run-judge-job.ts';

type ReadFile = Extract<ListFile, { kind: 'read' }>;

/** Where a taken file goes on: to its columns, to be judged, or to the list that it already is. */
export type Taken = { readonly id: string; readonly next: 'columns' | 'judging' | 'known' };

/** Keeps an uploaded list until it is imported; the same file again is the same list. */
export async function takeFile(
  tx: Tx,
  actor: Actor,
  file: {
    readonly name: string;
    readonly bytes: Uint8Array;
    readonly list: ReadFile;
    readonly kept: KeptMappings;
  },
  jobs: Jobs,
): Promise<Taken> {
  const hash = createHash('sha256').update(file.bytes).digest('hex');
  await oneAtATime(tx, `referral list ${actor.serviceId} ${hash}`);
  const before = await importOfHash(tx, actor.serviceId, hash);
  if (before) return { id: before.id, next: 'known' };
  const id = newId();
  await tx
    .insertInto('referral_import')
    .values({
      service_id: actor.serviceId,
      id,
      file_name: file.name.slice(0, 200),
      file_hash: hash,
      content: file.bytes,
      status: 'previewed',
    })
    .execute();
  // Once somebody has said what a sender's columns mean, nobody is asked again.
  const { list, kept } = file;
  const isKnown = list.rows.slice(0, LOOK_DOWN).some(({ cells }) => kept.has(headerKey(cells)));
  if (!isKnown) return { id, next: 'columns' };
  await askToJudge(tx, jobs, actor, id, list.rows, kept);
  return { id, next: 'judging' };
}

/** Asks for a list to be judged, with what was said of its columns. */
export async function askToJudge(
  tx: Tx,
  jobs: Jobs,
  { serviceId, staffId }: Actor,
  id: string,
  rows: readonly SourceRow[],
  mapping: KeptMappings,
): Promise<void> {
  const asked = await tx
    .updateTable('referral_import')
    .set({
      status: 'judging',
      done: 0,
      report: null,
      mapping: JSON.stringify(usedBy(rows, mapping)),
    })
    .where('service_id', '=', serviceId)
    .where('id', '=', id)
    .where('status', '=', 'previewed')
    .executeTakeFirst();
  if (asked.numUpdatedRows === 1n)
    await jobs.enqueue(tx, judgeJob, { importId: id, serviceId, staffId });
}

// Of all that the service has said, what was said of this list's own header.
const usedBy = (rows: readonly SourceRow[], mapping: KeptMappings) =>
  Object.fromEntries(
    rows.slice(0, LOOK_DOWN).flatMap(({ cells }) => {
      const said = mapping.get(headerKey(cells));
      return said ? [[headerKey(cells), said] as const] : [];
    }),
  );

/** Keeps what somebody said of a sender's columns for the sender's next file. */
export async function keepColumns(
  tx: Tx,
  actor: Actor,
  header: readonly string[],
  mapping: KeptMapping,
): Promise<void> {
  await tx
    .insertInto('column_mapping')
    .values({
      service_id: actor.serviceId,
      id: newId(),
      header_key: headerKey(header),
      mapping: JSON.stringify(mapping),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['service_id', 'header_key'])
        .doUpdateSet({ mapping: JSON.stringify(mapping) }),
    )
    .execute();
}
