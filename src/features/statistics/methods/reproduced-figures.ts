import { isCalculatedMeasure } from '../../../domain/figures/calculate.ts';
import type { CalculatedMeasure } from '../../../domain/figures/measures.data.ts';
import {
  type Contradiction,
  planContradictions,
} from '../../../domain/statistics/plan-contradictions.ts';
import { recomputePlan } from '../../../domain/statistics/recompute-plan.ts';
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
    'note',
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

/** What those documents say against themselves, found by rule among their statements and figures. */
export const contradictionsOfPlan = (): readonly Contradiction[] =>
  planContradictions(
    readReference('statistics/plan-statements.csv', [
      'document',
      'place',
      'about',
      'area',
      'period',
      'kind',
      'value',
      'unit',
    ]),
    reproducedPlan(),
  );

/** All of them, each worked out again. */
export const reproducedPlan = (): readonly Recomputed[] => recomputePlan(planFigureRows());

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
