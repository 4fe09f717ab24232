import type { Tx } from '../../platform/db/as-actor.ts';

export type ChildIdentifier = Awaited<ReturnType<typeof childIdentifiers>>[number];

/** The numbers other agencies know the child by. */
export const childIdentifiers = (tx: Tx, childId: string) =>
  tx
    .selectFrom('child_identifier')
    .select(['id', 'kind', 'value', 'source', 'created_at'])
    .where('child_id', '=', childId)
    .orderBy('kind')
    .orderBy('value')
    .execute();
