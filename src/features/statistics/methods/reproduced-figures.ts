import { isCalculatedMeasure } from '../../../domain/figures/calculate.ts';
import type { CalculatedMeasure } from '../../../domain/figures/measures.data.ts';
import { recomputePlanFigure } from '../../../domain/statistics/recompute-plan.ts';
import { recomputeRelativeRate } from '../../../domain/statistics/recompute-relative-rates.ts';
import {
  recomputeCohortYear,
  recomputeLookedAfter,
  recomputeRemandMeans,
  recomputeRemandTotals,
} from '../../../domain/statistics/recompute-series.ts';
import type { Recomputed } from '../../../domain/statistics/recomputed.ts';
import { readReference } from '../../../platform/files/read-reference.ts';

/** The youth justice plan's and the inspection report's figures with the inputs printed beside them. */
export const planFigureRows = () =>
  readReference('statistics/plan-figures.csv', [
    'document',
    'table',
    'row',
    'figure',
    'method',
    'inputs',
    'printed',
    'reason',
  ]);

/** The measures that each table of those documents holds, by table and document. */
export function planMeasures(): ReadonlyMap<string, readonly CalculatedMeasure[]> {
  const tables = Map.groupBy(planFigureRows(), ({ document, table }) => `${table}|${document}`);
  return new Map(
    [...tables].map(([name, rows]) => [
      name,
      [...new Set(rows.map(({ method }) => method))].filter(isCalculatedMeasure),
    ]),
  );
}

/** All of them, each worked out again. */
export const reproducedPlan = (): Recomputed[] => planFigureRows().map(recomputePlanFigure);

/** Every shipped figure whose inputs are public, worked out again from the files alone. */
export function reproducedFigures(): readonly Recomputed[] {
  const [clmodr, prism] = ['clmodr', 'prism'].map((name) =>
    readReference(`statistics/figures/${name}.csv`, [
      'measure',
      'period',
      'value',
      'numerator',
      'denominator',
      'ethnicity',
      'sex',
      'age',
      'kind',
    ]),
  );
  const relativeRates = readReference('statistics/relative-rates.csv', [
    'decision_point',
    'period',
    'ethnicity',
    'events',
    'total',
    'white_events',
    'white_total',
    'rri',
    'lower',
    'upper',
  ]);
  return [
    ...reproducedPlan(),
    ...relativeRates.flatMap(recomputeRelativeRate),
    ...recomputeCohortYear(clmodr ?? []),
    ...recomputeRemandTotals(prism ?? []),
    ...recomputeRemandMeans(prism ?? []),
    ...recomputeLookedAfter(clmodr ?? []),
  ];
}
