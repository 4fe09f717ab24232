import { calculate, isCalculatedMeasure } from '../figures/calculate.ts';
import { percentageChange } from '../figures/figure.ts';
import { calculatedMeasures } from '../figures/measures.data.ts';
import { add, fromDecimal, mul, type Rational, rational } from '../figures/rational.ts';
import { explainDifference } from './explain-difference.ts';
import { productContradiction } from './printed-product.ts';
import { besidePrinted, type Recomputed } from './recomputed.ts';

/** One row of plan-figures.csv: how the figure comes from its inputs, as "47/26092", "40>42" or "5000+21533", and what else is known of it. */
export type PlanFigure = Readonly<
  Record<'document' | 'table' | 'row' | 'figure' | 'method' | 'inputs' | 'printed' | 'note', string>
>;

/** A plan's figures worked out again, each with what its inputs and the figures beside it say of why it differs. */
export function recomputePlan(rows: readonly PlanFigure[]): readonly Recomputed[] {
  const placeOf = ({ document, table, row }: PlanFigure) => `${document}|${table}|${row}`;
  const besides = Map.groupBy(rows, placeOf);
  return rows.map((row) => {
    const found = recomputePlanFigure(row);
    if (found.agrees) return found;
    const against = productContradiction(besides.get(placeOf(row)) ?? []);
    return { ...found, reason: [found.reason, against].filter(Boolean).join(' ') || null };
  });
}

/** Works a plan's figure out again from the inputs printed beside it; a "?" is an input that is not printed. Why it differs is worked out too. */
export function recomputePlanFigure({ method, note, ...published }: PlanFigure): Recomputed {
  const places = isCalculatedMeasure(method)
    ? calculatedMeasures[method].places
    : (published.printed.split('.')[1]?.length ?? 0);
  const inputs = published.inputs.split(/[/>+]/).map(fromDecimal);
  const work = (numbers: readonly Rational[]) => resultOf(method, numbers);
  const known = inputs.filter((input) => input !== null);
  const found = besidePrinted(published, known.length < inputs.length ? null : work(known), places);
  if (found.agrees) return found;
  const isAverage = /\baverage\b/i.test(published.row);
  const why = explainDifference({ printed: published.printed, places, inputs, isAverage, work });
  return { ...found, reason: [why, note].filter(Boolean).join(' ') || null };
}

function resultOf(method: string, known: readonly Rational[]): Rational | null {
  const [first, second] = known;
  if (!first) return null;
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
