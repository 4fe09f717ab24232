import type { Tx } from '../../platform/db/as-actor.ts';

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
