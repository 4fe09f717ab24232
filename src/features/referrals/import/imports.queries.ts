import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { eraseRows } from './kept-rows.queries.ts';
import type { Counts } from './report-rows.ts';

/** The newest import of the very same file, byte for byte; one that failed or was put aside does not count. */
export function importOfHash(tx: Tx, serviceId: string, hash: string) {
  return tx
    .selectFrom('referral_import')
    .select(['id', 'file_name', 'status', 'finished_at', 'created_at'])
    .where('service_id', '=', serviceId)
    .where('file_hash', '=', hash)
    .where('status', '<>', 'failed')
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** A list on its way in, without its content or rows. */
export type ImportState = {
  readonly id: string;
  readonly fileName: string;
  readonly status:
    | 'judging'
    | 'previewed'
    | 'queued'
    | 'running'
    | 'making'
    | 'stopped'
    | 'done'
    | 'failed';
  readonly total: number;
  readonly done: number;
  readonly error: string | null;
  readonly counts: Counts | null;
  /** What of the file is not read, or was hidden by its sender; each in a sentence. */
  readonly notRead: readonly string[];
  readonly judgedAt: string | null;
  readonly hasContent: boolean;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly by: string | null;
};

const columns = sql`i.id, i.file_name as "fileName", i.status, i.total, i.done, i.error, i.report -> 'counts' as counts, coalesce(i.report -> 'notRead', '[]') as "notRead",
  i.report ->> 'judgedAt' as "judgedAt", i.content is not null as "hasContent", i.created_at as "createdAt", i.finished_at as "finishedAt", s.name as by
  from referral_import i left join staff s on s.service_id = i.service_id and s.id = i.created_by`;

/** One list and what became of it. */
export async function importState(
  tx: Tx,
  serviceId: string,
  id: string,
): Promise<ImportState | null> {
  const { rows } =
    await sql<ImportState>`select ${columns} where i.service_id = ${serviceId} and i.id = ${id}`.execute(
      tx,
    );
  return rows[0] ?? null;
}

/** Lists, the newest first. */
export async function importStates(
  tx: Tx,
  serviceId: string,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly ImportState[]> {
  const { rows } = await sql<ImportState>`
    select ${columns} where i.service_id = ${serviceId} order by i.created_at desc, i.id limit ${page.limit} offset ${page.offset}`.execute(
    tx,
  );
  return rows;
}

/** Empties a list that is not imported; false when it is on its way already. */
export async function putAside(tx: Tx, serviceId: string, id: string): Promise<boolean> {
  const result = await waiting(tx, serviceId, id)
    .set({
      status: 'failed',
      content: null,
      report: null,
      error: 'Put aside before it was imported. Nothing was made',
    })
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) return false;
  await eraseRows(tx, serviceId, id);
  return true;
}

/** Sends a list on its way; only the first of two presses does. */
export async function queueImport(tx: Tx, serviceId: string, id: string): Promise<boolean> {
  const result = await waiting(tx, serviceId, id, 'stopped')
    .set({ status: 'queued', error: null })
    .where('content', 'is not', null)
    .where('report', 'is not', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

const waiting = (tx: Tx, serviceId: string, id: string, ...more: readonly string[]) =>
  tx
    .updateTable('referral_import')
    .where('service_id', '=', serviceId)
    .where('id', '=', id)
    .where('status', 'in', ['judging', 'previewed', 'failed', ...more]);

/** The file as it was uploaded and how its columns are read; null once it is imported or put aside. */
export async function importContent(tx: Tx, serviceId: string, id: string) {
  const row = await tx
    .selectFrom('referral_import')
    .select(['content', 'file_name', 'mapping', 'status'])
    .where('service_id', '=', serviceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.content ? { ...row, content: new Uint8Array(row.content) } : null;
}

/** What changes of a list on its way in. */
export type SetImport = {
  readonly status?: string;
  readonly done?: number;
  readonly total?: number;
  readonly content?: null;
  readonly error?: string | null;
  readonly finished_at?: Date;
  readonly report?: string;
};

/** Changes a list that still stands where the job left it; false when somebody moved it on or put it aside. */
export async function setImport(
  tx: Tx,
  serviceId: string,
  { importId, from }: { readonly importId: string; readonly from: readonly string[] },
  values: SetImport,
): Promise<boolean> {
  const result = await tx
    .updateTable('referral_import')
    .set(values)
    .where('service_id', '=', serviceId)
    .where('id', '=', importId)
    .where('status', 'in', from)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
