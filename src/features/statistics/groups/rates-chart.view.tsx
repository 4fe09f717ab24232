import { decisionPoints } from '../../../domain/statistics/decision-points.data.ts';
import type { RateRow } from '../../../domain/statistics/group-rates.ts';
import { IntervalChart } from '../../../ui/charts/interval-chart.tsx';
import type { Html } from '../../../ui/html.ts';
import type { DisproportionalityModel, RatesOf } from './disproportionality-page.ts';
import { indexText } from './rate-columns.ts';

type Rates = Extract<DisproportionalityModel['shown'], { kind: 'rates' }>;

/** With more single years than this the picture holds the pooled ones alone. */
const MOST_ROWS = 16;

/** The relative rates with their intervals: the years together in bold, then each year. */
export function RatesChart({
  shown,
  area,
}: {
  readonly shown: Rates;
  readonly area: string;
}): Html | null {
  const { together, each, reference, point } = shown;
  const single = each.flatMap((one) => barsOf(one, false));
  const pooled = barsOf(together, true);
  if (pooled.every(({ value }) => value === null)) return null;
  return (
    <IntervalChart
      title={`${decisionPoints[point].title}, ${area}: relative rates with 95% intervals`}
      description={`${pooled.map(({ label, printed }) => `${label}: ${printed}`).join('. ')}. The line at 1 is the rate of the reference group, ${reference}.`}
      unit={`Times the rate of the reference group, ${reference}`}
      rows={[...pooled, ...(single.length > MOST_ROWS ? [] : single)]}
    />
  );
}

export const barsOf = (
  { rows, period }: Pick<RatesOf, 'rows' | 'period'>,
  isHighlighted: boolean,
) => rows.filter(({ isReference }) => !isReference).map((row) => barOf(row, period, isHighlighted));

function barOf(row: RateRow, period: string, isHighlighted: boolean) {
  const index = row.relative?.index;
  return {
    label: [row.group, period].filter(Boolean).join(', '),
    value: index ? Number(index.p) / Number(index.q) : null,
    lower: index ? (row.relative?.lower ?? null) : null,
    upper: index ? (row.relative?.upper ?? null) : null,
    printed: indexText(row),
    isHighlighted,
  };
}
