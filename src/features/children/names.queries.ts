import type { Tx } from '../../platform/db/as-actor.ts';

export type OtherName = Awaited<ReturnType<typeof otherNames>>[number];

/** The child's other names, newest first. */
export const otherNames = (tx: Tx, childId: string) =>
  tx
    .selectFrom('child_name')
    .select(['id', 'forename', 'surname', 'kind', 'source', 'valid_from', 'valid_to'])
    .where('child_id', '=', childId)
    .orderBy('id', 'desc')
    .execute();
