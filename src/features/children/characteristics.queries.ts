import type { CharacteristicKind } from '../../domain/people/characteristic-kinds.data.ts';
import type { Tx } from '../../platform/db/as-actor.ts';

export type Told = Awaited<ReturnType<typeof characteristics>>[number];

/** What each source says of the child, live first, newest first; only the classes that this person reads. */
export const characteristics = (tx: Tx, childId: string, kind?: CharacteristicKind) =>
  tx
    .selectFrom('characteristic')
    .leftJoin('staff', 'staff.id', 'characteristic.verified_by')
    .select(['characteristic.id', 'kind', 'code', 'not_known', 'detail', 'source', 'recorded_on'])
    .select(['verified_on', 'staff.name as checked_by', 'ended_on', 'characteristic.version'])
    .where('child_id', '=', childId)
    .$if(kind !== undefined, (rows) => rows.where('kind', '=', kind ?? ''))
    .orderBy('ended_on', (order) => order.desc().nullsFirst())
    .orderBy('recorded_on', 'desc')
    .orderBy('characteristic.id')
    .execute();
