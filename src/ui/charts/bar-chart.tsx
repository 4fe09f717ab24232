import * as Plot from '@observablehq/plot';
import type { Html } from '../html.ts';
import { ChartFigure } from './chart-figure.tsx';
import { draw, ink } from './draw.ts';
import { hiddenLast, roomFor } from './rows.ts';

export type BarChartProps = {
  readonly title: string;
  /** What the picture shows, in words, for people who do not see it. */
  readonly description: string;
  readonly unit: string;
  /** From the top down. Labels differ. */
  readonly bars: readonly {
    readonly label: string;
    /** Null where there is none or it is hidden: no bar is drawn, and it goes last by name. */
    readonly value: number | null;
    /** The value as the table prints it, such as "198", "hidden" or "no figure". */
    readonly printed: string;
    readonly isHighlighted?: boolean;
  }[];
};

/** Bars side by side, as for areas in order or results by rating; the highlighted one is dark with bold words. */
export function BarChart({ title, description, unit, bars }: BarChartProps): Html {
  const rows = hiddenLast(bars);
  const { left, lines, wrapped } = roomFor(rows.map(({ label }) => label));
  const right = roomFor(rows.map(({ printed }) => printed)).left;
  const valued = rows.filter(({ value }) => value !== null);
  const chosen = rows.filter(({ isHighlighted }) => isHighlighted);
  const others = rows.filter(({ isHighlighted }) => !isHighlighted);
  const words = (some: typeof rows, fontWeight: number) => [
    Plot.text(some, {
      y: 'label',
      text: ({ label }: { label: string }) => wrapped(label),
      frameAnchor: 'left',
      textAnchor: 'end',
      dx: -8,
      fontWeight,
      fontSize: 14,
    }),
    Plot.text(some, {
      y: 'label',
      x: ({ value }: { value: number | null }) => Math.max(0, value ?? 0),
      text: 'printed',
      textAnchor: 'start',
      dx: 6,
      fontWeight,
      fontSize: 14,
    }),
  ];
  const image = draw(
    {
      height: rows.length * (lines * 17 + 11) + 28,
      marginLeft: left,
      marginRight: right,
      marginTop: 24,
      marginBottom: 4,
      x: { axis: null, zero: true, ...(valued.length === 0 ? { domain: [0, 1] } : {}) },
      y: { type: 'band', axis: null, domain: rows.map(({ label }) => label), padding: 0.25 },
      marks: [
        Plot.barX(valued, {
          y: 'label',
          x: 'value',
          fill: ({ isHighlighted }: { isHighlighted?: boolean }) =>
            isHighlighted ? ink.chosen : ink.pale,
          stroke: ink.chosen,
          strokeWidth: 1,
        }),
        Plot.ruleX([0], { stroke: ink.text }),
        ...words(others, 400),
        ...words(chosen, 700),
        Plot.text([unit], {
          frameAnchor: 'top-left',
          dx: 2 - left,
          dy: -22,
          textAnchor: 'start',
          fontSize: 14,
        }),
      ],
    },
    `${title}. ${description}`,
  );
  return <ChartFigure title={title} image={image} />;
}
