import { add, div, fromDecimal, mul, type Rational, rational, sub } from '../figures/rational.ts';
import { confidences, sampleSizeRule } from './sample-size.data.ts';

/** How many cases are wanted: so many, or as many as make the figures this sure. */
export type SizeRule =
  | { readonly kind: 'number'; readonly number: number }
  | {
      readonly kind: 'confidence';
      readonly confidence: number;
      /** Points either side. */
      readonly margin: number;
      /** Published limits of an inspection's sample, where there are such. */
      readonly least: number | null;
      readonly most: number | null;
    };

/** The number of cases to draw from a population, never more than there are. */
export function sampleSize(rule: SizeRule, population: number): number {
  if (rule.kind === 'number') return Math.min(rule.number, population);
  const wanted = sizeForConfidence(rule.confidence, rule.margin, population);
  const limited = Math.max(rule.least ?? 0, Math.min(rule.most ?? wanted, wanted));
  return Math.min(limited, population);
}

/** Cases needed for a confidence (a percentage of the table) and a margin in points; 0 when there are none to draw from. */
export function sizeForConfidence(confidence: number, margin: number, population: number): number {
  const z = fromDecimal(confidences.find(({ percent }) => percent === confidence)?.z ?? '');
  if (!z) throw new RangeError(`There is no z for a confidence of ${confidence} percent`);
  if (population === 0) return 0;
  const { share } = sampleSizeRule;
  const e = rational(BigInt(margin), 100n);
  const endless = div(mul(mul(z, z), mul(share, sub(one, share))), mul(e, e));
  const corrected = add(one, div(sub(endless, one), rational(BigInt(population))));
  return roundedUp(div(endless, corrected));
}

/** What the rule asked for, in words. */
export function sizeWords(rule: SizeRule, population: number): string {
  if (rule.kind === 'number') return `${rule.number} cases, as asked`;
  const wanted = sizeForConfidence(rule.confidence, rule.margin, population);
  const size = sampleSize(rule, population);
  const limit =
    size < wanted
      ? `, held to the published limit of ${size}`
      : size > wanted
        ? `, raised to the published least of ${size}`
        : '';
  return `${wanted} for ${rule.confidence} percent confidence and a margin of ${rule.margin} points in ${population} cases${limit}`;
}

const one = rational(1n);

const roundedUp = ({ p, q }: Rational) => Number((p + q - 1n) / q);
