import { recomputePlanFigure } from '../../domain/statistics/recompute-plan.ts';
import { recomputeRelativeRate } from '../../domain/statistics/recompute-relative-rates.ts';
import {
  recomputeCohortYear,
  recomputeLookedAfter,
  recomputeRemandMeans,
  recomputeRemandTotals,
} from '../../domain/statistics/recompute-series.ts';
import type { Recomputed } from '../../domain/statistics/recomputed.ts';
import { readReference } from '../../platform/files/read-reference.ts';

/** Figures of the youth justice plan and of the inspection report, each from the inputs printed beside it. */
export const reproducedPlan = (): Recomputed[] =>
  readReference('statistics/plan-figures.csv', [
    'document',
    'table',
    'row',
    'figure',
    'method',
    'inputs',
    'printed',
    'reason',
  ]).map(recomputePlanFigure);

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
