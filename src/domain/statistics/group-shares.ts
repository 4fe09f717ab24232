import { percentagePointGap } from '../figures/figure.ts';
import { type Rational, rational } from '../figures/rational.ts';
import type { Shown } from './publish-groups.ts';

/** One group's printed counts. */
export type GroupShown = { readonly group: string; readonly events: Shown; readonly among: Shown };

/** Everybody's printed events, whose group is not known and all, and whether the groups are all there are. */
export type Whole = {
  readonly isWhole: boolean;
  readonly notKnown: Shown;
  readonly all: Shown;
};

/** A group's share of the events whose group is known, its share of the comparator, and the first less the second. */
export type Shares = {
  readonly ofEvents: Rational | null;
  readonly ofComparator: Rational | null;
  readonly points: Rational | null;
  /** Why any of them is null. */
  readonly why: string;
};

const SOME_MISSING = 'Not worked out: some groups are missing';
const SOME_HIDDEN = 'Not worked out: a count is not printed';

/**
 * Shares of complete sets of groups only, from printed counts alone: a share among some of the
 * groups would turn the finding round. Without every group in both there is no gap.
 */
export function groupShares(
  groups: readonly GroupShown[],
  whole: Whole,
  comparator: string,
): (one: GroupShown) => Shares {
  const events = whole.isWhole ? knownEvents(groups, whole) : null;
  const among = whole.isWhole ? sumOf(groups.map((group) => group.among)) : null;
  const isHidden = groups.some((group) => group.events.mark !== null || group.among.mark !== null);
  const why = whole.isWhole && isHidden ? SOME_HIDDEN : SOME_MISSING;
  return (one) => {
    const ofEvents = shareOf(one.events, events);
    const ofComparator = shareOf(one.among, among);
    const gap =
      ofEvents && ofComparator
        ? percentagePointGap(ofEvents, { name: comparator, share: ofComparator })
        : null;
    return { ofEvents, ofComparator, points: gap?.points ?? null, why };
  };
}

/** All events whose group is known: the sum of the groups, or everybody less those not known. */
function knownEvents(groups: readonly GroupShown[], { notKnown, all }: Whole): number | null {
  const sum = sumOf(groups.map(({ events }) => events));
  if (sum !== null) return sum;
  if (all.value === null || notKnown.mark !== null) return null;
  return all.value - (notKnown.value ?? 0);
}

function sumOf(counts: readonly Shown[]): number | null {
  const values = counts.map(({ value }) => value).filter((value) => value !== null);
  // One group alone is all of it: there is nothing to share.
  return values.length === counts.length && values.length > 1
    ? values.reduce((sum, value) => sum + value, 0)
    : null;
}

const shareOf = ({ value }: Shown, whole: number | null) =>
  value === null || !whole ? null : rational(BigInt(value), BigInt(whole));
