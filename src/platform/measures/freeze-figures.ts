import type { Actor } from '../../domain/access/can.ts';
import { figureOfRows } from '../../domain/measures/figure-of-rows.ts';
import { type Definition, measures } from '../../domain/measures/measures.data.ts';
import type { Quarter } from '../../domain/measures/quarter.ts';
import type { Tx } from '../db/as-actor.ts';
import { newId } from '../db/new-id.ts';
import { orRefused } from '../db/or-refused.ts';
import { ruleMark } from './measure-scripts.ts';
import { ownMeasures } from './own-measures.ts';
import { notKeptFor } from './record-bundle.ts';

type Freezing = {
  readonly quarter: Quarter;
  readonly definition: Definition;
  readonly note: string | null;
};

/**
 * Keeps every figure that the record tells of a quarter, with all rows of each, in the name of whoever asks, and gives the id of
 * the snapshot; null when somebody else froze the same quarter at the same moment.
 */
export async function freezeFigures(
  tx: Tx,
  actor: Pick<Actor, 'serviceId' | 'staffId'>,
  { quarter, definition, note }: Freezing,
): Promise<string | null> {
  const told = measures.filter(
    ({ id, definitions }) => !notKeptFor(id) && definitions.includes(definition),
  );
  const ids = told.map(({ id }) => id);
  const { rows, population } = await ownMeasures(tx, ids, { ...quarter, definition });
  const before = await tx
    .selectFrom('figure_snapshot')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('period_from', '=', quarter.from)
    .where('definition', '=', definition)
    .executeTakeFirst();
  const own = () => ({ service_id: actor.serviceId, id: newId() });
  const snapshot = {
    ...own(),
    ...{ period_from: quarter.from, period_to: quarter.to, definition, note, population },
    ...{ number: (before?.number ?? 0) + 1, frozen_by: actor.staffId },
  };
  const refused = await orRefused(tx, ['23505'], () =>
    tx.insertInto('figure_snapshot').values(snapshot).execute(),
  );
  if (refused) return null;
  await tx
    .insertInto('frozen_figure')
    .values(
      told.map((measure) => {
        const counted = rows.get(measure.id) ?? [];
        const { value, exact, numerator, denominator } = figureOfRows(measure, counted, population);
        return {
          ...own(),
          ...{
            snapshot_id: snapshot.id,
            measure: measure.id,
            title: measure.title,
            unit: measure.unit,
          },
          ...{ value, exact, numerator, denominator, rule_mark: ruleMark(measure.id) },
          counted_rows: JSON.stringify(
            counted.map(({ unit, person, hit, reason, breakdowns, ...row }) => ({
              ...{ unit, person, counted: row.counted, hit, reason, breakdowns },
            })),
          ),
        };
      }),
    )
    .execute();
  return snapshot.id;
}
