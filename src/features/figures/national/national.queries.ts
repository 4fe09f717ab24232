import type { MeasureRow } from '../../../domain/measures/figure-of-rows.ts';
import { figureOfRows, type MeasuredFigure } from '../../../domain/measures/figure-of-rows.ts';
import { changesSince } from '../../../domain/measures/frozen-figure.ts';
import { type LikelyCause, likelyCauses } from '../../../domain/measures/likely-causes.ts';
import { type Definition, type Measure, measures } from '../../../domain/measures/measures.data.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { isId } from '../../../platform/http/is-id.ts';
import { ownMeasures } from '../../../platform/measures/own-measures.ts';
import { frozenFigures } from '../frozen/frozen.queries.ts';

export type NationalStatus = 'open' | 'waiting' | 'signed' | 'returned';

const nationalRows = (tx: Tx) =>
  tx
    .selectFrom('national_figure as n')
    .leftJoin('staff as e', (join) =>
      join.onRef('e.service_id', '=', 'n.service_id').onRef('e.id', '=', 'n.explained_by'),
    )
    .leftJoin('staff as a', (join) =>
      join.onRef('a.service_id', '=', 'n.service_id').onRef('a.id', '=', 'n.answered_by'),
    )
    .select(['n.id', 'n.version', 'n.measure', 'n.definition', 'n.period_from', 'n.period_to'])
    .select(['n.numerator', 'n.denominator', 'n.value', 'n.source', 'n.vintage', 'n.status'])
    .select(['n.explanation', 'n.explained_at', 'n.explained_by', 'n.numerator_then'])
    .select([
      'n.answered_at',
      'n.answer_note',
      'e.name as explained_name',
      'a.name as answered_name',
    ]);

type Read = Awaited<ReturnType<ReturnType<typeof nationalRows>['executeTakeFirstOrThrow']>>;
export type National = Omit<Read, 'status' | 'definition'> & {
  readonly status: NationalStatus;
  readonly definition: Definition;
};
const asNational = (row: Read): National => ({
  ...row,
  status: row.status as NationalStatus,
  definition: row.definition as Definition,
});

/** What others say of the service, the latest period first. */
export async function nationals(
  tx: Tx,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<readonly National[]> {
  const rows = await nationalRows(tx)
    .orderBy('n.period_to', 'desc')
    .orderBy('n.created_at', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(asNational);
}

/** A national figure beside our own of the same period and definition, and what may lie behind the difference. */
export type BesideOurs = {
  readonly national: National;
  readonly measure: Measure;
  readonly ours: MeasuredFigure;
  readonly rows: readonly MeasureRow[];
  readonly causes: readonly LikelyCause[];
};

export async function besideOurs(tx: Tx, id: string): Promise<BesideOurs | undefined> {
  if (!isId(id)) return undefined;
  const read = await nationalRows(tx).where('n.id', '=', id).executeTakeFirst();
  const measure = measures.find((each) => each.id === read?.measure);
  if (!read || !measure) return undefined;
  const national = asNational(read);
  const found = await ownMeasures(tx, [measure.id], {
    ...{ from: national.period_from, to: national.period_to, definition: national.definition },
  });
  const rows = found.rows.get(measure.id) ?? [];
  const frozen = await frozenFigures(tx, measure.id, national.definition)
    .select('g.counted_rows')
    .where('s.period_from', '=', national.period_from)
    .where('s.period_to', '=', national.period_to)
    .orderBy('s.frozen_at')
    .executeTakeFirst();
  const since = frozen
    ? changesSince(frozen.counted_rows as unknown as readonly MeasureRow[], rows)
    : [];
  return {
    ...{ national, measure, rows },
    ours: figureOfRows(measure, rows, found.population),
    causes: likelyCauses(rows, since),
  };
}
