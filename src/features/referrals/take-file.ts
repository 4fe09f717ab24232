import { createHash } from 'node:crypto';
import type { Actor } from '../../domain/access/can.ts';
import type { KeptMapping, SourceRow } from '../../domain/referrals/find-header.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';
import { oneAtATime } from '../../platform/db/one-at-a-time.ts';
import { keptMappings } from './import.queries.ts';
import { importOfHash } from './imports.queries.ts';
import { judgeAgainstRecord } from './judge-against-record.ts';
import { headerKey, keptFor } from './judge-table.ts';
import { countsOf, reportRow } from './report-rows.ts';

/** Where a taken file goes on: to its columns, to its preview, or to the list that it already is. */
export type Taken = { readonly id: string; readonly next: 'columns' | 'preview' | 'known' };

/** Keeps an uploaded list until it is imported; the same file again is the same list. */
export async function takeFile(
  tx: Tx,
  actor: Actor,
  file: { readonly name: string; readonly bytes: Uint8Array; readonly rows: readonly SourceRow[] },
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
  const kept = keptFor(file.rows, await keptMappings(tx, actor.serviceId));
  if (!kept) return { id, next: 'columns' };
  const isJudged = await judgeImport(tx, actor, id, file.rows, kept, now, today);
  return { id, next: isJudged ? 'preview' : 'columns' };
}

/** Judges a kept list and keeps the verdicts as its preview; false when its columns are not enough. */
export async function judgeImport(
  tx: Tx,
  actor: Actor,
  id: string,
  rows: readonly SourceRow[],
  mapping: KeptMapping,
  now: Date,
  today: string,
): Promise<boolean> {
  const { judged, earlier } = await judgeAgainstRecord(tx, actor.serviceId, rows, today, mapping);
  if (judged.kind !== 'judged') return false;
  const report = judged.rows.map((row) => reportRow(row, earlier));
  await tx
    .updateTable('referral_import')
    .set({
      mapping: JSON.stringify(mapping),
      total: report.length,
      report: JSON.stringify({
        judgedAt: now.toISOString(),
        counts: countsOf(report),
        rows: report,
      }),
    })
    .where('service_id', '=', actor.serviceId)
    .where('id', '=', id)
    .where('status', '=', 'previewed')
    .execute();
  return true;
}

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
