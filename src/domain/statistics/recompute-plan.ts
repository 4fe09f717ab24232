import { calculate, isCalculatedMeasure } from '../figures/calculate.ts';
import { percentageChange } from '../figures/figure.ts';
import { calculatedMeasures } from '../figures/measures.data.ts';
import { add, fromDecimal, mul, type Rational, rational } from '../figures/rational.ts';
import { besidePrinted, type Recomputed } from './recomputed.ts';

/** One row of plan-figures.csv: how the figure comes from its inputs, as "47/26092", "40>42" or "5000+21533". */
export type PlanFigure = Readonly<
  Record<
    'document' | 'table' | 'row' | 'figure' | 'method' | 'inputs' | 'printed' | 'reason',
    string
  >
>;

/** Works a plan's figure out again from the inputs printed beside it; a "?" is an input that is not printed. */
export function recomputePlanFigure({ method, reason, ...published }: PlanFigure): Recomputed {
  const places = isCalculatedMeasure(method)
    ? calculatedMeasures[method].places
    : (published.printed.split('.')[1]?.length ?? 0);
  return besidePrinted(published, resultOf(method, published.inputs), places, reason);
}

function resultOf(method: string, inputs: string): Rational | null {
  const numbers = inputs.split(/[/>+]/).map(fromDecimal);
  const known = numbers.filter((number) => number !== null);
  const [first, second] = known;
  if (known.length < numbers.length || !first) return null;
  if (method === 'sum') return known.reduce(add);
  if (!second) return null;
  if (method === 'change') return exactOf(percentageChange(first, second));
  const counts = { numerator: first.p, denominator: second.p };
  if (isCalculatedMeasure(method)) return exactOf(calculate(method, counts));
  return mul(rational(counts.numerator, counts.denominator), rational(100n));
}

const exactOf = (
  figure: { kind: 'figure'; value: Rational } | { kind: 'none' },
): Rational | null => (figure.kind === 'figure' ? figure.value : null);
