import type { Provenance } from '../provenance.ts';

/** How many standard deviations lie on each side for a confidence, as tables of the normal distribution print it. */
export const confidences = [
  { percent: 80, z: '1.2816' },
  { percent: 90, z: '1.6449' },
  { percent: 95, z: '1.9600' },
  { percent: 99, z: '2.5758' },
] as const;

/** How a sample's size follows from confidence and margin. */
export const sampleSizeRule = {
  title: 'Cochran’s formula with the finite population correction',
  words:
    'First n₀ = z² × p × (1 − p) ÷ e², then n = n₀ ÷ (1 + (n₀ − 1) ÷ N), rounded up. N is the number of cases to draw from, e the margin as a share, z belongs to the confidence, and p is one half, which asks for the most cases.',
  /** The share that is supposed: one half is the most careful. */
  share: { p: 1n, q: 2n },
  source:
    'W. G. Cochran, Sampling Techniques (3rd edition, 1977), sections 4.4 and 4.6; the inspectorate’s use of confidence 80 and margin 5 is in its framework’s file',
  confidence: 'part confirmed',
} as const satisfies Provenance & Record<string, unknown>;

/** How much bigger than asked a margin may not be. */
export const margins = { least: 1, most: 25 } as const;
