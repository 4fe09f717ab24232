import type { Tx } from '../../platform/db/as-actor.ts';

/** The service's rooms by name, those that are closed too. */
export const roomsOf = (tx: Tx) =>
  tx
    .selectFrom('room')
    .select(['id', 'name', 'note', 'closed_on', 'version'])
    .orderBy('name')
    .orderBy('id')
    .execute();
