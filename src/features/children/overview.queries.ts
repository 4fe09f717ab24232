import type { Tx } from '../../platform/db/as-actor.ts';

/** The child's live warnings, newest first. */
export function liveWarnings(tx: Tx, childId: string) {
  return tx
    .selectFrom('warning')
    .select(['id', 'kind', 'detail', 'review_on'])
    .where('child_id', '=', childId)
    .where('ended_on', 'is', null)
    .orderBy('raised_on', 'desc')
    .execute();
}
