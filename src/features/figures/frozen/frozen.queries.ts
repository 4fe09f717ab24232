import type { MeasuredFigure, MeasureRow } from '../../../domain/measures/figure-of-rows.ts';
import { figureOfRows } from '../../../domain/measures/figure-of-rows.ts';
import { changesSince, type RowChange } from '../../../domain/measures/frozen-figure.ts';
import { type Definition, type Measure, measures } from '../../../domain/measures/measures.data.ts';
import type { Quarter } from '../../../domain/measures/quarter.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { isId } from '../../../platform/http/is-id.ts';
import { ownMeasures } from '../../../platform/measures/own-measures.ts';

export type SnapshotStatus = 'waiting' | 'signed' | 'returned';

const snapshotRows = (tx: Tx) =>
  tx
    .selectFrom('figure_snapshot as s')
    .leftJoin('staff as f', (join) =>
      join.onRef('f.service_id', '=', 's.service_id').onRef('f.id', '=', 's.frozen_by'),
    )
    .leftJoin('staff as a', (join) =>
      join.onRef('a.service_id', '=', 's.service_id').onRef('a.id', '=', 's.answered_by'),
    )
    .select(['s.id', 's.version', 's.period_from', 's.period_to', 's.definition', 's.number'])
    .select(['s.status', 's.frozen_at', 's.frozen_by', 's.note', 's.answered_at', 's.answer_note'])
    .select([
      's.population',
      's.population_source',
      'f.name as frozen_name',
      'a.name as answered_name',
    ]);

type Read = Awaited<ReturnType<ReturnType<typeof snapshotRows>['executeTakeFirstOrThrow']>>;
export type Snapshot = Omit<Read, 'status' | 'definition'> & {
  readonly status: SnapshotStatus;
  readonly definition: Definition;
};
const asSnapshot = (row: Read): Snapshot => ({
  ...row,
  status: row.status as SnapshotStatus,
  definition: row.definition as Definition,
});

/** The quarter of a snapshot. */
export const quarterFrozen = ({ period_from, period_to }: Snapshot): Quarter => ({
  from: period_from,
  to: period_to,
});

/** What was frozen, the latest first. */
export async function snapshots(
  tx: Tx,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<readonly Snapshot[]> {
  const rows = await snapshotRows(tx)
    .orderBy('s.period_from', 'desc')
    .orderBy('s.frozen_at', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(asSnapshot);
}

export async function oneSnapshot(tx: Tx, id: string): Promise<Snapshot | undefined> {
  if (!isId(id)) return undefined;
  const row = await snapshotRows(tx).where('s.id', '=', id).executeTakeFirst();
  return row && asSnapshot(row);
}

/** A figure as it was frozen, as the record tells it now, and each row by which they differ. */
export type Compared = {
  readonly measure: Measure;
  readonly title: string;
  readonly frozen: MeasuredFigure;
  readonly now: MeasuredFigure;
  readonly ruleMark: string;
  readonly frozenRows: readonly MeasureRow[];
  readonly rowsNow: readonly MeasureRow[];
  readonly changes: readonly RowChange[];
};

/** The figures of a snapshot, or one of them, beside the record as it stands now. */
export async function compared(
  tx: Tx,
  snapshot: Snapshot,
  only?: string,
): Promise<readonly Compared[]> {
  const kept = await tx
    .selectFrom('frozen_figure')
    .select([
      'measure',
      'title',
      'value',
      'exact',
      'numerator',
      'denominator',
      'rule_mark',
      'counted_rows',
    ])
    .where('snapshot_id', '=', snapshot.id)
    .$if(only !== undefined, (some) => some.where('measure', '=', only ?? ''))
    .execute();
  const known = measures.filter(({ id }) => kept.some(({ measure }) => measure === id));
  const live = await ownMeasures(
    tx,
    known.map(({ id }) => id),
    { ...quarterFrozen(snapshot), definition: snapshot.definition },
  );
  return known.flatMap((measure) => {
    const row = kept.find((each) => each.measure === measure.id);
    if (!row) return [];
    const frozenRows = row.counted_rows as unknown as readonly MeasureRow[];
    const rowsNow = live.rows.get(measure.id) ?? [];
    const { value, exact, numerator, denominator } = row;
    return {
      measure,
      title: row.title,
      frozen: { value, exact, numerator, denominator },
      now: figureOfRows(measure, rowsNow, live.population),
      ruleMark: row.rule_mark,
      frozenRows,
      rowsNow,
      changes: changesSince(frozenRows, rowsNow),
    };
  });
}

/** Each figure of a measure that was frozen, with its snapshot. */
export const frozenFigures = (tx: Tx, measure: string, definition: Definition) =>
  tx
    .selectFrom('frozen_figure as g')
    .innerJoin('figure_snapshot as s', (join) =>
      join.onRef('s.service_id', '=', 'g.service_id').onRef('s.id', '=', 'g.snapshot_id'),
    )
    .where('g.measure', '=', measure)
    .where('s.definition', '=', definition);

/** Where a figure of a quarter was frozen, the latest first. */
export function frozenAs(tx: Tx, measure: string, { from }: Quarter, definition: Definition) {
  return frozenFigures(tx, measure, definition)
    .select([
      's.id',
      's.frozen_at',
      's.status',
      'g.value',
      'g.exact',
      'g.numerator',
      'g.denominator',
    ])
    .where('s.period_from', '=', from)
    .orderBy('s.frozen_at', 'desc')
    .execute();
}
