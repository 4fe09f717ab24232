import type { Day } from '../../domain/calendar/day.ts';
import { boardFigures } from '../../domain/measures/board-figures.ts';
import type { Tx } from '../db/as-actor.ts';
import { newId } from '../db/new-id.ts';

type Signed = {
  readonly serviceId: string;
  readonly snapshotId: string;
  readonly signedOn: Day;
  readonly analyst: string;
  readonly head: string;
  readonly words: string | null;
};

/** Makes the board's copy of a snapshot that was just signed, in place of an earlier one of the same quarter. */
export async function keepBoardCopy(tx: Tx, signed: Signed): Promise<void> {
  const snapshot = await tx
    .selectFrom('figure_snapshot')
    .select(['period_from', 'period_to', 'definition'])
    .where('id', '=', signed.snapshotId)
    .executeTakeFirstOrThrow();
  const figures = await tx
    .selectFrom('frozen_figure')
    .select(['measure', 'value', 'exact', 'numerator', 'denominator'])
    .where('snapshot_id', '=', signed.snapshotId)
    .execute();
  await tx
    .deleteFrom('board_copy')
    .where('service_id', '=', signed.serviceId)
    .where('period_from', '=', snapshot.period_from)
    .where('definition', '=', snapshot.definition)
    .execute();
  await tx
    .insertInto('board_copy')
    .values({
      ...{ service_id: signed.serviceId, id: newId(), snapshot_id: signed.snapshotId },
      ...snapshot,
      ...{ signed_on: signed.signedOn, words: signed.words },
      ...{ analyst_name: signed.analyst, head_name: signed.head },
      figures: JSON.stringify(boardFigures(figures)),
    })
    .execute();
}
