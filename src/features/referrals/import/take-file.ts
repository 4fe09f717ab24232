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
import { importOfHash } from './imports.queries.ts';
import { judgeAgainstRecord } from './judge-against-record.ts';
import type { ListFile } from './read-file.ts';
import { countsOf, reportRow } from './report-rows.ts';

type ReadFile = Extract<ListFile, { kind: 'read' }>;

/** Where a taken file goes on: to its columns, to its preview, or to the list that it already is. */
export type Taken = { readonly id: string; readonly next: 'columns' | 'preview' | 'known' };

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
  now: Date,
  today: string,
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
  const isJudged = await judgeImport(tx, actor, id, list, kept, now, today);
  return { id, next: isJudged ? 'preview' : 'columns' };
}

/** Judges a kept list and keeps the verdicts as its preview; false when its columns are not enough. */
export async function judgeImport(
  tx: Tx,
  actor: Actor,
  id: string,
  file: ReadFile,
  mapping: KeptMappings,
  now: Date,
  today: string,
): Promise<boolean> {
  const { judged, earlier } = await judgeAgainstRecord(tx, actor.serviceId, file, today, mapping);
  if (judged.kind !== 'judged') return false;
  const report = judged.rows.map((row) => reportRow(row, earlier));
  await tx
    .updateTable('referral_import')
    .set({
      mapping: JSON.stringify(usedBy(file.rows, mapping)),
      total: report.length,
      report: JSON.stringify({
        judgedAt: now.toISOString(),
        counts: countsOf(report),
        notRead: judged.notRead,
        rows: report,
      }),
    })
    .where('service_id', '=', actor.serviceId)
    .where('id', '=', id)
    .where('status', '=', 'previewed')
    .execute();
  return true;
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
