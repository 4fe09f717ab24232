import { type Benchmark, comparableAverage } from '../../../domain/statistics/benchmark.ts';
import { LineChart } from '../../../ui/charts/line-chart.tsx';
import type { Html } from '../../../ui/html.ts';
import type { Measure } from '../choices.queries.ts';

type Props = {
  readonly measure: Measure;
  readonly benchmark: Benchmark;
  readonly area: string;
};

/** The table's rows as lines: the area, its comparators' average, region and country. Each comparator alone is in the table. */
export function BenchmarkChart({ measure, benchmark, area }: Props): Html | null {
  const rows = benchmark.rows.filter(({ part }) => part !== 'member');
  if (benchmark.periods.length < 2) return null;
  const newest = benchmark.periods.at(-1);
  return (
    <LineChart
      title={`${measure.title}, ${measure.unit}: ${area} over time`}
      description={`${newest?.words}: ${rows.map(({ name, cells }) => `${name} ${cells.at(-1)?.text}`).join(', ')}.`}
      unit={measure.unit}
      periods={benchmark.periods.map(({ words }) => words)}
      series={rows.map(({ name, part, cells }) => ({
        name,
        // An average of other areas in each period is not one trend.
        values:
          part === 'average' ? comparableAverage(benchmark) : cells.map(({ number }) => number),
        isHighlighted: part === 'chosen',
      }))}
    />
  );
}
