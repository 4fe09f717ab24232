import type { Provenance } from '../provenance.ts';

/** How much a reader loses when a count of groups is hidden to protect another: with the reference group every relative rate goes. */
export const groupWorth = {
  reference: 4,
  /** Boys or girls: without either there is nothing to compare. */
  oneOfTwo: 4,
  group: 1,
  notKnown: 0.5,
  /** Everybody in one year: the groups say more than their sum. */
  all: 0.25,
  source: 'Foothold: what a page of relative rates still says without the count',
  confidence: 'check locally',
} as const satisfies Provenance & Record<string, unknown>;
