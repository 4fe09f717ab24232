import type { Day } from '../../../domain/calendar/day.ts';
import type { BoardFigure } from '../../../domain/measures/board-figures.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';

export type BoardCopy = {
  readonly period_from: Day;
  readonly period_to: Day;
  readonly signed_on: Day;
  readonly analyst_name: string;
  readonly head_name: string;
  readonly words: string | null;
  readonly figures: readonly BoardFigure[];
};

/** What the board may read, the latest quarter first. */
export async function boardCopies(tx: Tx): Promise<readonly BoardCopy[]> {
  const rows = await tx
    .selectFrom('board_copy')
    .select(['period_from', 'period_to', 'signed_on', 'analyst_name', 'head_name', 'words'])
    .select('figures')
    .where('definition', '=', 'newer')
    .orderBy('period_from', 'desc')
    .limit(13)
    .execute();
  return rows.map(({ figures, ...row }) => ({
    ...row,
    figures: figures as unknown as readonly BoardFigure[],
  }));
}
