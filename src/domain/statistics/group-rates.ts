import { rate } from '../figures/figure.ts';
import type { Rational } from '../figures/rational.ts';
import { relativeRate } from '../figures/rri.ts';
import { smallNumberRules } from '../figures/small-numbers.data.ts';
import { type GroupShown, groupShares, type Shares, type Whole } from './group-shares.ts';

type RelativeIndex = {
  readonly index: Rational | null;
  readonly lower: number;
  readonly upper: number | null;
};

/** A group with all that its printed counts give; what they do not give is null and said in words. */
export type RateRow = GroupShown & {
  readonly isReference: boolean;
  readonly rate: Rational | null;
  readonly relative: RelativeIndex | null;
  readonly shares: Shares;
  readonly words: string;
};

type Among = {
  readonly reference: string;
  readonly per: bigint;
  /** Among whom the events are counted, as a reader is told it. */
  readonly comparator: string;
  readonly whole: Whole;
};

const { population, base: stage } = smallNumberRules;
/** A rate of a hundred is a part of those at the stage before, and not a rate of a population. */
const isPart = (per: bigint) => per === 100n;

/**
 * Rates, relative rate indices and percentage-point gaps of groups. Everything is worked out from
 * counts that are printed, so that no figure can tell what a mark hides.
 */
export function groupRates(
  groups: readonly GroupShown[],
  { reference, per, comparator, whole }: Among,
): readonly RateRow[] {
  const base = groups.find(({ group }) => group === reference);
  const sharesOf = groupShares(groups, whole, comparator);
  return groups.map((one): RateRow => {
    const isReference = one.group === reference;
    const counts = countsOf(one);
    const own = counts && isEnough(one, per) ? rate(counts, per) : null;
    const beside = base && isEnough(base, per) ? countsOf(base) : null;
    const found = own && counts && beside && !isReference ? relativeRate(counts, beside) : null;
    const relative = found?.kind === 'index' ? found : null;
    return {
      ...one,
      isReference,
      rate: own?.kind === 'figure' ? own.value : null,
      relative,
      shares: sharesOf(one),
      words: [
        isReference
          ? 'Reference group'
          : (whyNone(one, per) ??
            (beside ? null : `No index: the reference group, ${reference}, has no rate here`) ??
            (found?.kind === 'none' ? found.reason : null) ??
            verdict(relative)),
        own && isPart(per) ? smallBase(one) : '',
      ]
        .filter(Boolean)
        .join('. '),
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

const smallBase = ({ among }: GroupShown) =>
  among.value !== null && among.value < stage.fewest
    ? `${stage.mark}: fewer than ${stage.fewest}`
    : '';

const isEnough = ({ among }: GroupShown, per: bigint) =>
  among.value !== null && (isPart(per) || among.value >= population.fewest);

function countsOf({ events, among }: GroupShown) {
  return events.value === null || among.value === null
    ? null
    : { numerator: BigInt(events.value), denominator: BigInt(among.value) };
}

function whyNone({ events, among }: GroupShown, per: bigint): string | null {
  if (events.mark !== null || among.mark !== null) return 'Not given: a count is not printed';
  if (events.value === null) return 'Not in the data';
  if (among.value === null) return 'No rate: among how many is not in the data';
  return isPart(per) || among.value >= population.fewest
    ? null
    : `No rate: fewer than ${population.fewest}`;
}
