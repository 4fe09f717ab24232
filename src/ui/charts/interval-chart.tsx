import * as Plot from '@observablehq/plot';
import type { Html } from '../html.ts';
import { ChartFigure } from './chart-figure.tsx';
import { draw, ink } from './draw.ts';
import { hiddenLast, roomFor } from './rows.ts';

type Row = {
  readonly label: string;
  /** Null where there is none or it is hidden: nothing is drawn, and it goes last by name. */
  readonly value: number | null;
  readonly lower: number | null;
  /** Null with a value: the interval has no upper end. */
  readonly upper: number | null;
  /** As the table prints it, such as "1.8 (1.2 to 2.7)". */
  readonly printed: string;
  readonly isHighlighted?: boolean;
};

export type IntervalChartProps = {
  readonly title: string;
  /** What the picture shows, in words, for people who do not see it. */
  readonly description: string;
  readonly unit: string;
  /** From the top down. Labels differ. */
  readonly rows: readonly Row[];
};

/** Ratios with their intervals on a logarithmic scale, beside a line at 1; an end beyond the scale is an arrow. */
export function IntervalChart({ title, description, unit, rows: given }: IntervalChartProps): Html {
  const rows = hiddenLast(given);
  const { left, lines, wrapped } = roomFor(rows.flatMap(({ label, printed }) => [label, printed]));
  const [least, most] = domainOf(rows);
  const within = (value: number) => Math.min(most, Math.max(least, value));
  const drawn = rows.flatMap(({ value, lower, upper, ...row }) => {
    if (value === null) return [];
    const from = lower ?? 0;
    const to = upper ?? Number.POSITIVE_INFINITY;
    return [{ ...row, value, from, to, left: within(from), right: within(to) }];
  });
  const weight = ({ isHighlighted }: { isHighlighted?: boolean }) =>
    isHighlighted ? ink.chosen : ink.other;
  const arrow = { y: 'label', fontSize: 14, fill: ink.text } as const;
  const image = draw(
    {
      height: rows.length * (lines * 34 + 8) + 62,
      marginLeft: left + 6,
      marginRight: 20,
      marginTop: 28,
      marginBottom: 34,
      x: { type: 'log', domain: [least, most], axis: null },
      y: { type: 'band', axis: null, domain: rows.map(({ label }) => label), padding: 0 },
      marks: [
        Plot.axisX({ ticks: ticksOf(least, most), tickFormat: String, fontSize: 14, label: null }),
        Plot.ruleX([1], { stroke: ink.text, strokeWidth: 2, strokeDasharray: '5 3' }),
        Plot.ruleY(drawn, {
          y: 'label',
          x1: 'left',
          x2: 'right',
          stroke: weight,
          strokeWidth: 2.5,
        }),
        Plot.dot(
          drawn.filter(({ value }) => value > 0),
          { y: 'label', x: ({ value }) => within(value), r: 5.5, fill: weight, stroke: '#fff' },
        ),
        Plot.text(
          drawn.filter(({ from }) => from < least),
          { ...arrow, x: 'left', text: () => '◀' },
        ),
        Plot.text(
          drawn.filter(({ to }) => to > most),
          { ...arrow, x: 'right', text: () => '▶' },
        ),
        ...[false, true].map((isChosen) =>
          Plot.text(
            rows.filter(({ isHighlighted }) => Boolean(isHighlighted) === isChosen),
            {
              y: 'label',
              text: ({ label, printed }: Row) => `${wrapped(label)}\n${wrapped(printed)}`,
              frameAnchor: 'left',
              textAnchor: 'end',
              dx: -12,
              fontSize: 14,
              fontWeight: isChosen ? 700 : 400,
            },
          ),
        ),
        Plot.text([unit], {
          frameAnchor: 'top-left',
          dx: -left,
          dy: -26,
          textAnchor: 'start',
          fontSize: 14,
        }),
      ],
    },
    `${title}. ${description}`,
  );
  return <ChartFigure title={title} image={image} />;
}

const marks = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100];

// Never so wide that one interval without an end flattens the others.
function domainOf(rows: readonly Row[]): [number, number] {
  const ends = rows
    .filter(({ value }) => value !== null)
    .flatMap(({ value, lower, upper }) => [value, lower, upper])
    .filter((end): end is number => end !== null && Number.isFinite(end) && end > 0);
  const least = Math.max(0.05, Math.min(0.5, ...ends));
  const most = Math.min(50, Math.max(2, ...ends));
  return [
    marks.findLast((mark) => mark <= least) ?? 0.05,
    marks.find((mark) => mark >= most) ?? 50,
  ];
}

function ticksOf(least: number, most: number): number[] {
  return marks.filter((mark) => mark >= least && mark <= most);
}
