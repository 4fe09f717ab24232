import type { Provenance } from '../provenance.ts';

export type BalanceRule = Provenance & {
  /** Below this share of the fullest lens's words a lens has far less. */
  farLessBelow: number;
  /** Below this share of the fullest lens's words a lens has less. */
  lessBelow: number;
};

/** When the balance view speaks up; the thresholds are shares of the lens with most words. */
export const balanceRule = {
  farLessBelow: 0.5,
  lessBelow: 0.75,
  source: 'Foothold default: asks for a second look and stops nobody',
  confidence: 'local example',
} as const satisfies BalanceRule;
