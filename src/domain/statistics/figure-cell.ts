import { compare, fromDecimal, type Rational, rational } from '../figures/rational.ts';
import { printed } from '../figures/round.ts';
import { smallNumberRules } from '../figures/small-numbers.data.ts';

/** A published figure as the database gives it: numbers are decimal texts. */
export type PublishedFigure = {
  readonly area_code: string;
  readonly period: string;
  readonly ends_on: string;
  readonly vintage: string;
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly mark: string | null;
};

/** A figure in a table. `number` is for drawing only; what is read is `text`. */
export type FigureCell = {
  readonly text: string;
  readonly number: number | null;
  readonly warning: string | null;
};

const MARK_WORDS: Readonly<Record<string, string>> = {
  suppressed: 'Withheld',
  'not available': 'Not available',
  'not available or suppressed': 'Not given',
};

/** What the words mean that stand where there is no figure. */
export const NO_FIGURE_WORDS =
  '“Withheld”: the publisher does not print so small a figure. “Not available”: the publisher has none. “Not given”: the publisher’s mark says one of these and not which. “No figure”: the file has no row of it.';

/** The figure's value, exactly; null where there is none. */
export const exactValue = (figure: Pick<PublishedFigure, 'value'> | undefined): Rational | null =>
  figure?.value ? fromDecimal(figure.value) : null;

/** A figure as it is printed, or the words for why there is none, and whether its counts are small. */
export function figureCell(figure: PublishedFigure | undefined, places: number): FigureCell {
  const value = exactValue(figure);
  if (!value)
    return {
      text: MARK_WORDS[figure?.mark ?? ''] ?? 'No figure',
      number: null,
      warning: null,
    };
  return { ...valueCell(value, places), warning: figure ? smallNumberWarning(figure) : null };
}

/** A worked-out value as a cell. */
export const valueCell = (value: Rational, places: number): FigureCell => ({
  text: printed(value, places),
  number: Number(value.p) / Number(value.q),
  warning: null,
});

/** A figure with its unit as a sentence has it: 50.0%, 180 per 100,000 children; or the words for why there is none. */
export function figureWithUnit(cell: FigureCell | undefined, unit: string): string {
  if (!cell || cell.number === null) return cell?.text ?? 'No figure';
  return unit === '%' ? `${cell.text}%` : `${cell.text} ${unit}`;
}

/** Why a figure should be read with care: its count, or what it is a share of, is small. */
function smallNumberWarning({ numerator, denominator }: PublishedFigure): string | null {
  const count = numerator === null ? null : fromDecimal(numerator);
  const { most } = smallNumberRules.count;
  if (count && count.p > 0n && compare(count, rational(BigInt(most))) <= 0)
    return `A count of ${numerator}: one more or less changes it a lot`;
  const among = denominator === null ? null : fromDecimal(denominator);
  const { fewest } = smallNumberRules.population;
  if (among && compare(among, rational(BigInt(fewest))) < 0)
    return `Out of ${denominator}: one child changes it a lot`;
  return null;
}
