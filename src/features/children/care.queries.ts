import type { Tx } from '../../platform/db/as-actor.ts';

export type CareEpisode = Awaited<ReturnType<typeof careEpisodes>>[number];

/** Social care status over time, newest first. */
export const careEpisodes = (tx: Tx, childId: string) =>
  tx
    .selectFrom('care_episode')
    .select([
      'id',
      'status',
      'authority',
      'valid_from',
      'valid_to',
      'source',
      'verified_on',
      'version',
    ])
    .where('child_id', '=', childId)
    .orderBy('valid_from', 'desc')
    .orderBy('id')
    .execute();
