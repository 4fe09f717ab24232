import * as Plot from '@observablehq/plot';
import { raw } from 'hono/html';
import type { Html, RenderedHtml } from '../html.ts';
import { ChartFigure } from './chart-figure.tsx';
import { draw, ink, WIDTH } from './draw.ts';

export type LineChartProps = {
  readonly title: string;
  /** What the picture shows, in words, for people who do not see it. */
  readonly description: string;
  readonly unit: string;
  /** In order, as they are to be read. */
  readonly periods: readonly string[];
  readonly series: readonly {
    readonly name: string;
    /** One for each period. Null where there is none or it is hidden: nothing is drawn there, nor across it. */
    readonly values: readonly (number | null)[];
    readonly isHighlighted?: boolean;
  }[];
};

const LABELS = 6;
const [LEFT, RIGHT] = [52, 30];
/** Of a label’s letter, and of a second line. */
const [LABEL_LETTER, LINE] = [7.5, 16];
const dashes = ['6 4', '2 3', '10 3 2 3', '12 4', '4 2 1 2', '1 4', '8 6'] as const;
const symbols = ['square', 'triangle', 'diamond', 'cross', 'star', 'wye', 'times'] as const;

/** How each area changed over the periods; one stands out, and each line has a dash and a mark of its own. */
export function LineChart({ title, description, unit, periods, series }: LineChartProps): Html {
  const drawn = series.map((one, index) => ({ ...one, look: lookOf(one.isHighlighted, index) }));
  const labels = new Map(periods.map((period) => [period, period.replace(' to ', ' to\n')]));
  const lines = [...labels.values()].map((label) => label.split('\n'));
  const widest = Math.max(0, ...lines.flat().map(({ length }) => length)) * LABEL_LETTER;
  const every = Math.max(
    Math.ceil(periods.length / LABELS),
    Math.ceil((widest * periods.length) / (WIDTH - LEFT - RIGHT)),
  );
  const shown = periods.filter((_, index) => (periods.length - 1 - index) % every === 0);
  const below = lines.some(({ length }) => length > 1) ? LINE : 0;
  const image = draw(
    {
      height: 260 + below,
      marginLeft: LEFT,
      marginRight: RIGHT,
      marginTop: 34,
      marginBottom: 30 + below,
      x: { type: 'point', domain: periods, label: null },
      y: { label: null, zero: true, nice: true, ticks: 5 },
      marks: [
        Plot.gridY({ ticks: 5, stroke: ink.grid, strokeOpacity: 1 }),
        Plot.axisY({ ticks: 5, fontSize: 14, tickSize: 0 }),
        Plot.axisX({
          ticks: shown,
          tickFormat: (period: string) => labels.get(period) ?? period,
          fontSize: 14,
          tickSize: 4,
        }),
        Plot.text([unit], { frameAnchor: 'top-left', dx: -46, dy: -30, textAnchor: 'start' }),
        ...drawn.flatMap(({ values, look }) => {
          const points = periods.map((period, at) => ({ period, value: values[at] ?? null }));
          return [
            Plot.lineY(points, { x: 'period', y: 'value', ...look.line }),
            Plot.dot(points, { x: 'period', y: 'value', ...look.dot }),
          ];
        }),
      ],
    },
    `${title}. ${description}`,
  );
  return (
    <ChartFigure
      title={title}
      image={image}
      keys={drawn.map(({ name, look }) => ({ name, image: keyOf(look) }))}
    />
  );
}

function lookOf(isHighlighted: boolean | undefined, index: number) {
  return isHighlighted
    ? {
        line: { stroke: ink.chosen, strokeWidth: 3.5 },
        dot: { fill: ink.chosen, stroke: ink.chosen, symbol: 'circle' as const, r: 4.5 },
      }
    : {
        line: {
          stroke: ink.other,
          strokeWidth: 1.75,
          strokeDasharray: dashes[index % dashes.length] ?? '6 4',
        },
        dot: {
          fill: '#fff',
          stroke: ink.other,
          strokeWidth: 1.5,
          symbol: symbols[index % symbols.length] ?? 'square',
          r: 4,
        },
      };
}

function keyOf({ line, dot }: ReturnType<typeof lookOf>): RenderedHtml {
  const ends = [{ x: 0 }, { x: 1 }];
  const image = draw(
    {
      width: 44,
      height: 16,
      margin: 6,
      axis: null,
      x: { domain: [0, 1] },
      y: { domain: [-1, 1] },
      marks: [
        Plot.lineY(ends, { x: 'x', y: 0, ...line }),
        Plot.dot([{ x: 0.5 }], { x: 'x', y: 0, ...dot }),
      ],
    },
    '',
  ).toString();
  return raw(
    image
      .replace('class="fh-chart__image"', 'class="fh-chart__key"')
      .replace('role="img"', 'aria-hidden="true"')
      .replace(' aria-label=""', ''),
  );
}
