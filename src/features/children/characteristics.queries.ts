import type { Tx } from '../../platform/db/as-actor.ts';

export type Told = Awaited<ReturnType<typeof characteristics>>[number];

/** What each source says of the child, live first, newest first; only the classes that this person reads. */
export const characteristics = (tx: Tx, childId: string) =>
  tx
    .selectFrom('characteristic')
    .leftJoin('staff', 'staff.id', 'characteristic.verified_by')
    .select([
      'characteristic.id',
      'kind',
      'code',
      'not_known',
      'detail',
      'source',
      'recorded_on',
      'verified_on',
      'staff.name as verified_by',
      'ended_on',
      'characteristic.version',
    ])
    .where('child_id', '=', childId)
    .orderBy('ended_on', (order) => order.desc().nullsFirst())
    .orderBy('recorded_on', 'desc')
    .orderBy('characteristic.id')
    .execute();
