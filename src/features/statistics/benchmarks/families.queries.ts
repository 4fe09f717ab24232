import type { Tx } from '../../../platform/db/as-actor.ts';

export type Family = {
  readonly id: string;
  readonly name: string;
  readonly members: readonly string[];
  readonly why: string;
  readonly version: number;
  readonly created_at: Date;
  readonly author: string | null;
};

/** The service's own families, by name, each with who made it. */
export async function families(tx: Tx): Promise<readonly Family[]> {
  return tx
    .selectFrom('area_family as f')
    .leftJoin('staff as s', (join) =>
      join.onRef('s.service_id', '=', 'f.service_id').onRef('s.id', '=', 'f.created_by'),
    )
    .select([
      'f.id',
      'f.name',
      'f.members',
      'f.why',
      'f.version',
      'f.created_at',
      's.name as author',
    ])
    .orderBy('f.name')
    .execute();
}
