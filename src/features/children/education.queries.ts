import type { Tx } from '../../platform/db/as-actor.ts';

export type EducationEpisode = Awaited<ReturnType<typeof educationEpisodes>>[number];

/** School, college or work over time, newest first. */
export const educationEpisodes = (tx: Tx, childId: string) =>
  tx
    .selectFrom('education_episode')
    .select([
      'id',
      'provision',
      'provider',
      'hours_offered',
      'hours_attended',
      'suitable',
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
