import type { Tx } from '../../../platform/db/as-actor.ts';

export type Point = Awaited<ReturnType<typeof pointsOf>>[number];

/** The log of factual accuracy, by number. */
export const pointsOf = (tx: Tx, inspectionId: string) =>
  tx
    .selectFrom('inspection_point')
    .select(['id', 'number', 'place', 'point', 'raised_by', 'raised_on', 'evidence'])
    .select(['answer', 'answer_reason', 'answered_on', 'version'])
    .where('inspection_id', '=', inspectionId)
    .orderBy('number')
    .limit(500)
    .execute();
