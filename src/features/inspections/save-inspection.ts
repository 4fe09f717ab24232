import type { Actor } from '../../domain/access/can.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';
import { type Saved, savedOf } from '../../platform/db/optimistic.ts';
import { columnsOf, type InspectionForm } from './inspection-form.ts';
import type { CaseFigures, InspectionState } from './inspections.queries.ts';

/** Starts an inspection; gives its id. */
export async function startInspection(tx: Tx, actor: Actor, form: InspectionForm): Promise<string> {
  const id = newId();
  await tx
    .insertInto('inspection')
    .values({ service_id: actor.serviceId, id, ...columnsOf(form) })
    .execute();
  return id;
}

/** Changes an inspection's dates, lead or standards as it was read. */
export async function changeInspection(tx: Tx, id: string, form: InspectionForm): Promise<Saved> {
  return savedOf(
    await tx
      .updateTable('inspection')
      .set(columnsOf(form))
      .where('id', '=', id)
      .where('version', '=', form.version)
      .executeTakeFirst(),
  );
}

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
