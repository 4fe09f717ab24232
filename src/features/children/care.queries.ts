import type { Tx } from '../../platform/db/as-actor.ts';

export type AskedOfCare = Awaited<ReturnType<typeof askedOfCare>>;
export type CareEpisode = Awaited<ReturnType<typeof careEpisodes>>[number];

/** The newest question to social care about this child that this person may read. */
export const askedOfCare = (tx: Tx, childId: string) =>
  tx
    .selectFrom('information_request')
    .select(['id', 'status', 'asked_on', 'answered_on'])
    .where('child_id', '=', childId)
    .where('agency', '=', 'social-care')
    .where('status', '<>', 'withdrawn')
    .orderBy('asked_on', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();

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
