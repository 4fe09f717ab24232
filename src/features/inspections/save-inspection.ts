import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { type Saved, savedOf } from '../../platform/db/optimistic.ts';
import type { CaseFigures, InspectionState } from './inspections.queries.ts';

/** Moves an inspection on, or back; publishing it keeps the figures of that day and is final. */
export async function moveInspection(
  tx: Tx,
  input: {
    readonly id: string;
    readonly version: number;
    readonly state: InspectionState;
    readonly today: Day;
    /** Kept when it is published. */
    readonly figures: CaseFigures;
  },
): Promise<Saved> {
  const isPublished = input.state === 'published';
  return savedOf(
    await tx
      .updateTable('inspection')
      .set({
        state: input.state,
        published_on: isPublished ? input.today : null,
        case_figures: isPublished ? JSON.stringify(input.figures) : null,
      })
      .where('id', '=', input.id)
      .where('version', '=', input.version)
      .executeTakeFirst(),
  );
}
