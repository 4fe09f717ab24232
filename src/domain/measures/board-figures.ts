import type { Cell, Derived, Relation } from '../figures/publication.ts';
import { smallNumberRules } from '../figures/small-numbers.data.ts';
import { suppress } from '../figures/suppress.ts';
import type { MeasuredFigure } from './figure-of-rows.ts';
import { type Measure, measures } from './measures.data.ts';

/** A figure as the board reads it: each part printed, or the mark of what is hidden; null where there is none. */
export type BoardFigure = {
  readonly measure: string;
  readonly value: string | null;
  readonly numerator: string;
  readonly denominator: string | null;
};

/** What a board looks at: the ten key performance indicators, and the four older measures. */
export const ofTheBoard: readonly Measure[] = measures.filter(
  ({ id }) =>
    /^kpi\d+$/.test(id) ||
    ['fte', 'custody', 'reoffending', 'reoffences-per-reoffender', 'reoffences-per-child'].includes(
      id,
    ),
);

type Known = MeasuredFigure & { readonly measure: string };
type Placed = {
  readonly measure: Measure;
  readonly figure: Known;
  /** The cells of its numerator, of those counted and not in it, and of its denominator. */
  readonly keys: { readonly in: string; readonly rest: string | null; readonly of: string | null };
};

/**
 * The figures of a quarter as one publication, in which a count of one to five children is hidden, and so is what would give
 * it away. What two figures share by name and number is one count.
 */
export function boardFigures(figures: readonly Known[]): readonly BoardFigure[] {
  const cells = new Map<string, number>();
  const cell = (words: string, id: string, value: number) => {
    const key = (cells.get(words) ?? value) === value ? words : `${words}, ${id}`;
    cells.set(key, value);
    return key;
  };
  const placed = ofTheBoard.flatMap((measure): Placed[] => {
    const figure = figures.find((each) => each.measure === measure.id);
    // Sectors that sit on a board are no children.
    if (!figure || measure.id === 'kpi8') return [];
    const { numerator, denominator } = figure;
    const isShare = measure.over === 'rows' && measure.unit === '%' && denominator !== null;
    return [
      {
        measure,
        figure,
        keys: {
          in: cell(measure.numerator, measure.id, numerator),
          rest: isShare
            ? cell(`not: ${measure.numerator}`, measure.id, denominator - numerator)
            : null,
          of:
            measure.over === 'rows' && denominator !== null
              ? cell(measure.denominator, measure.id, denominator)
              : null,
        },
      },
    ];
  });
  const relations = placed.flatMap(({ measure, keys }): Relation[] =>
    keys.rest && keys.of
      ? [{ name: measure.title, total: keys.of, parts: [keys.in, keys.rest] }]
      : [],
  );
  const derived = placed.map(
    ({ measure, figure, keys }): Derived => ({
      key: `figure ${measure.id}`,
      from: [keys.in, ...(keys.of ? [keys.of] : [])],
      ...(measure.over === 'population' && figure.denominator !== null
        ? { population: figure.denominator }
        : {}),
    }),
  );
  const found = suppress({
    cells: [...cells].map(([key, value]): Cell => ({ key, value })),
    relations,
    derived,
  });
  const hidden = smallNumberRules.protecting.mark;
  const printed = (key: string, value: number | string | null) =>
    value === null
      ? null
      : found.kind === 'refused'
        ? hidden
        : (found.marks.get(key) ?? String(value));
  return ofTheBoard.flatMap((measure): BoardFigure[] => {
    const figure = figures.find((each) => each.measure === measure.id);
    if (!figure) return [];
    const { value, numerator, denominator } = figure;
    const keys = placed.find((each) => each.measure === measure)?.keys;
    return [
      {
        measure: measure.id,
        value: keys ? printed(`figure ${measure.id}`, value) : value,
        numerator: (keys ? printed(keys.in, numerator) : null) ?? String(numerator),
        denominator: keys?.of ? printed(keys.of, denominator) : (denominator?.toString() ?? null),
      },
    ];
  });
}
