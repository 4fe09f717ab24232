import type { Day } from '../calendar/day.ts';
import type { LeftOutReason } from './left-out.data.ts';
import type { SizeRule } from './sample-size.ts';
import type { SampleTheme } from './sample-themes.data.ts';
import type { Stratum, StratumKind } from './strata.ts';

/** All that a draw depends on beside the cases themselves; kept with the audit. */
export type SamplePlan = {
  readonly opens: Day;
  readonly closes: Day;
  /** Types of involvement. */
  readonly types: readonly string[];
  /** Whether victims' cases are read, one a child: not there in older plans. */
  readonly ofVictims?: boolean;
  /** Only children who belong to each of these; none, or not there in older plans: all children. */
  readonly themes?: readonly SampleTheme[] | undefined;
  readonly strata: readonly StratumKind[];
  readonly size: SizeRule;
  /** How many in a hundred cases are read twice. */
  readonly secondPercent: number;
  /** A child read this many months ago or less is left out; 0 leaves nobody out for it. */
  readonly notSinceMonths: number;
  /** Work that has lasted fewer days is left out. */
  readonly leastDays: number;
  readonly seed: string;
  readonly readers: readonly string[];
};

/** What a sample was drawn from, in counts. */
export type SampleFrame = {
  readonly population: number;
  readonly size: number;
  readonly sizeWords: string;
  readonly left: readonly { readonly reason: LeftOutReason; readonly cases: number }[];
  readonly strata: readonly Stratum[];
  /** Tiers in which children had work of kinds that were not chosen; not there in older frames. */
  readonly leftTiers?: readonly string[];
};
