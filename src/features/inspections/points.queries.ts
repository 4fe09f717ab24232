import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';

export type Point = {
  readonly id: string;
  readonly number: number;
  readonly place: string;
  readonly point: string;
  readonly raisedBy: string;
  readonly raisedOn: Day;
  readonly evidence: string;
  readonly answer: string | null;
  readonly answerReason: string | null;
  readonly answeredOn: Day | null;
  readonly version: number;
};

/** The log of factual accuracy, by number. */
export async function pointsOf(tx: Tx, inspectionId: string): Promise<readonly Point[]> {
  return tx
    .selectFrom('inspection_point')
    .select([
      'id',
      'number',
      'place',
      'point',
      'raised_by as raisedBy',
      'raised_on as raisedOn',
      'evidence',
      'answer',
      'answer_reason as answerReason',
      'answered_on as answeredOn',
      'version',
    ])
    .where('inspection_id', '=', inspectionId)
    .orderBy('number')
    .limit(500)
    .execute();
}
