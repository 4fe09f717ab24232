import { percentagePointGap, rate } from '../figures/figure.ts';
import { type Rational, rational } from '../figures/rational.ts';
import { relativeRate } from '../figures/rri.ts';
import { smallNumberRules } from '../figures/small-numbers.data.ts';
import type { Shown } from './publish-groups.ts';

/** One group's printed counts. */
export type GroupShown = { readonly group: string; readonly events: Shown; readonly among: Shown };

type RelativeIndex = {
  readonly index: Rational | null;
  readonly lower: number;
  readonly upper: number | null;
};
/** A group's share of the events less its share of the comparator, which has a name. */
type Gap = {
  readonly share: Rational;
  readonly comparator: { readonly name: string; readonly share: Rational };
  readonly points: Rational;
};

/** A group with all that its printed counts give; what they do not give is null and said in words. */
export type RateRow = GroupShown & {
  readonly isReference: boolean;
  readonly rate: Rational | null;
  readonly relative: RelativeIndex | null;
  readonly gap: Gap | null;
  readonly words: string;
};

type Among = {
  readonly reference: string;
  readonly per: bigint;
  /** Among whom the events are counted, as a reader is told it. */
  readonly comparator: string;
};

const { fewest } = smallNumberRules.population;

/**
 * Rates, relative rate indices and percentage-point gaps of groups. Everything is worked out from
 * counts that are printed, so that no figure can tell what a mark hides.
 */
export function groupRates(
  groups: readonly GroupShown[],
  { reference, per, comparator }: Among,
): readonly RateRow[] {
  const base = groups.find(({ group }) => group === reference);
  const counted = groups.map(countsOf).filter((counts) => counts !== null);
  // One group alone is all of it: there is nothing to share.
  const together = counted.length > 1 ? sumOf(counted) : null;
  return groups.map((one): RateRow => {
    const isReference = one.group === reference;
    const counts = countsOf(one);
    const own = counts && isEnough(one) ? rate(counts, per) : null;
    const beside = base && isEnough(base) ? countsOf(base) : null;
    const found = own && counts && beside && !isReference ? relativeRate(counts, beside) : null;
    const relative = found?.kind === 'index' ? found : null;
    return {
      ...one,
      isReference,
      rate: own?.kind === 'figure' ? own.value : null,
      relative,
      gap: counts && together && gapOf(counts, together, comparator),
      words: isReference
        ? 'Reference group'
        : (whyNone(one) ??
          (beside ? null : `No index: the reference group, ${reference}, has no rate here`) ??
          (found?.kind === 'none' ? found.reason : null) ??
          verdict(relative)),
    };
  });
}

/** What an interval says: one that takes in 1 shows no clear difference. */
function verdict(relative: RelativeIndex | null): string {
  if (!relative) return '';
  const { index, lower, upper } = relative;
  if (index === null) return 'No index: nothing happened in the reference group';
  if (lower > 1) return 'Clearly higher';
  return upper !== null && upper < 1 ? 'Clearly lower' : 'No clear difference';
}

const isEnough = ({ among }: GroupShown) => among.value !== null && among.value >= fewest;

function countsOf({ events, among }: GroupShown) {
  return events.value === null || among.value === null
    ? null
    : { numerator: BigInt(events.value), denominator: BigInt(among.value) };
}

type Counts = { readonly numerator: bigint; readonly denominator: bigint };
const sumOf = (all: readonly Counts[]): Counts => ({
  numerator: all.reduce((sum, { numerator }) => sum + numerator, 0n),
  denominator: all.reduce((sum, { denominator }) => sum + denominator, 0n),
});

function gapOf(counts: Counts, together: Counts, name: string): Gap | null {
  if (together.numerator === 0n || together.denominator === 0n) return null;
  const share = rational(counts.numerator, together.numerator);
  const comparator = { name, share: rational(counts.denominator, together.denominator) };
  return { share, comparator, points: percentagePointGap(share, comparator).points };
}

function whyNone({ events, among }: GroupShown): string | null {
  if (events.mark !== null || among.mark !== null) return 'Not given: a count is not printed';
  if (events.value === null) return 'Not in the data';
  if (among.value === null) return 'No rate: among how many is not in the data';
  return among.value < fewest ? `No rate: fewer than ${fewest}` : null;
}
