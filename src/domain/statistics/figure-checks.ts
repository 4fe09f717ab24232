import { addDays, addMonths, type Day, isDay } from '../calendar/day.ts';
import {
  compare,
  div,
  fromDecimal,
  mul,
  type Rational,
  rational,
  sub,
} from '../figures/rational.ts';

/** What a measure's values must keep to. */
export type MeasureRule = {
  readonly unit: string;
  /** What a rate is worked out for: 100 for a percentage, 100000 for each hundred thousand; null for counts. */
  readonly per: string | null;
};

type Given = {
  readonly value: string;
  readonly numerator: string;
  readonly denominator: string;
};

/** What is impossible in a figure, each with its column and what to do; empty when nothing is. */
export function figureFaults(
  given: Given,
  { unit, per }: MeasureRule,
): readonly (readonly [column: 'value' | 'numerator' | 'denominator', mend: string])[] {
  const value = fromDecimal(given.value);
  const numerator = fromDecimal(given.numerator);
  const denominator = fromDecimal(given.denominator);
  const base = fromDecimal(per ?? '');
  // A rate over another group's rate is worked out from four counts, of which a row has two.
  if (unit.startsWith('times ')) return [];
  const isShare = base !== null && (unit === '%' || unit.startsWith('per '));
  if (denominator && denominator.p === 0n) return [['denominator', 'is no number to divide by']];
  if (isShare && value && compare(value, base) > 0)
    return [
      ['value', `is more than ${per}, which no figure ${unit === '%' ? 'in %' : unit} can be`],
    ];
  if (isShare && numerator && denominator && compare(numerator, denominator) > 0)
    return [['numerator', `is more than the denominator ${given.denominator}`]];
  if (!base || !value || !numerator || !denominator) return [];
  const own = mul(div(numerator, denominator), base);
  const off = sub(value, own);
  const apart = off.p < 0n ? rational(-off.p, off.q) : off;
  return compare(apart, lastPlace(given.value)) > 0
    ? [
        [
          'value',
          `is not ${given.numerator} of ${given.denominator} ${unit}: its own counts give another figure`,
        ],
      ]
    : [];
}

/** The last day that a day of publication written as a day, a month or a year can mean; null when there is no such day. */
export function lastDayOfVintage(text: string): Day | null {
  if (/^\d{4}$/.test(text)) return `${text}-12-31`;
  if (isDay(text)) return text;
  if (!/^\d{4}-\d{2}$/.test(text) || !isDay(`${text}-01`)) return null;
  return addDays(addMonths(`${text}-01`, 1), -1);
}

// One in the last printed place: what is published may have been worked out from more than is printed.
function lastPlace(text: string): Rational {
  const places = text.split('.')[1]?.length ?? 0;
  return rational(1n, 10n ** BigInt(places));
}
