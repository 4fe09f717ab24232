import { type Counts, type NoFigure, proportion, rate } from './figure.ts';
import { type CalculatedMeasure, calculatedMeasures } from './measures.data.ts';
import type { Rational } from './rational.ts';
import { printed } from './round.ts';

/** Whether the text is the id of a measure that two counts give. */
export function isCalculatedMeasure(id: string): id is CalculatedMeasure {
  return Object.hasOwn(calculatedMeasures, id);
}

/** An exact value in its printed unit, and as it is printed. */
export type MeasureFigure = {
  readonly kind: 'figure';
  readonly value: Rational;
  readonly printed: string;
};

/** A measure of two counts in its printed unit, exact and as printed, or the reason why there is none. */
export function calculate(id: CalculatedMeasure, counts: Counts): MeasureFigure | NoFigure {
  const { isPart, per, places } = calculatedMeasures[id];
  const found = rate(counts, per);
  if (found.kind === 'none') return found;
  const part = isPart ? proportion(counts) : found;
  return part.kind === 'none' ? part : { ...found, printed: printed(found.value, places) };
}
