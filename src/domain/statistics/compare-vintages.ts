import { compare, fromDecimal } from '../figures/rational.ts';
import { doubtfulVintages } from './doubtful-periods.data.ts';
import { type FigureLine, keyOf } from './judge-figures.ts';

/** A figure that is held already. */
export type HeldFigure = Omit<FigureLine, 'ends_on' | 'source_id'>;

export type Comparison = {
  readonly figure: FigureLine;
  /** same: this vintage is held. unchanged: a later vintage of the same value. earlier: a later vintage is held and stays shown. */
  readonly verdict: 'new' | 'restated' | 'unchanged' | 'same' | 'earlier';
  /** The newest earlier vintage whose period is sure. */
  readonly before: HeldFigure | null;
};

export type Compared = {
  readonly comparisons: readonly Comparison[];
  readonly problems: readonly string[];
};

/** Lays each figure of a file beside the vintages that are held; a vintage that is held never changes. */
export function compareVintages(
  figures: readonly { readonly line: number; readonly figure: FigureLine }[],
  held: readonly HeldFigure[],
): Compared {
  const vintages = Map.groupBy(held, keyOf);
  const problems: string[] = [];
  const comparisons = figures.map(({ line, figure }): Comparison => {
    const others = vintages.get(keyOf(figure)) ?? [];
    const same = others.find(({ vintage }) => vintage === figure.vintage);
    if (same) {
      if (!isSame(same, figure))
        problems.push(
          `Line ${line}, column value: the vintage ${figure.vintage} is held already with ${shown(same)} and the file has ${shown(figure)}: give a correction a later vintage`,
        );
      return { figure, verdict: 'same', before: same };
    }
    const doubtful = doubtfulVintages(figure.measure_id);
    const before = others
      .filter(({ vintage }) => vintage < figure.vintage && !doubtful.includes(vintage))
      .reduce<HeldFigure | null>(
        (newest, one) => (newest && newest.vintage > one.vintage ? newest : one),
        null,
      );
    if (others.some(({ vintage }) => vintage > figure.vintage))
      return { figure, verdict: 'earlier', before };
    if (!before) return { figure, verdict: 'new', before };
    return { figure, verdict: isSame(before, figure) ? 'unchanged' : 'restated', before };
  });
  return { comparisons, problems };
}

/** A figure as a report shows it: its value, with the counts where they are public, or why there is none. */
export function shown({
  value,
  numerator,
  denominator,
  mark,
}: Pick<HeldFigure, 'value' | 'numerator' | 'denominator' | 'mark'>): string {
  if (value === '') return mark;
  const counts = [numerator, denominator].filter((count) => count !== '').join(' of ');
  return counts ? `${value} (${counts})` : value;
}

const isSame = (a: HeldFigure, b: HeldFigure) =>
  a.mark === b.mark &&
  isEqual(a.value, b.value) &&
  isEqual(a.numerator, b.numerator) &&
  isEqual(a.denominator, b.denominator);

// 20 and 20.0 are one number.
function isEqual(a: string, b: string): boolean {
  const [first, second] = [fromDecimal(a), fromDecimal(b)];
  return first && second ? compare(first, second) === 0 : a === b;
}
