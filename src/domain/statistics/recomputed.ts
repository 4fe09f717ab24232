import { fromDecimal, type Rational } from '../figures/rational.ts';
import { printed } from '../figures/round.ts';

/** A published figure with what its own inputs give; a difference has its reason, or `reason` is null and it must be looked into. */
export type Recomputed = {
  readonly document: string;
  readonly table: string;
  readonly row: string;
  readonly figure: string;
  readonly inputs: string;
  readonly printed: string;
  readonly recomputed: string | null;
  readonly agrees: boolean;
  readonly reason: string | null;
};

type Published = Omit<Recomputed, 'recomputed' | 'agrees' | 'reason'>;

/** Lays an exact result beside the printed figure, at as many places as the figure is compared at. */
export function besidePrinted(
  published: Published,
  exact: Rational | null,
  places: number,
  reason = '',
): Recomputed {
  const result = exact && printed(exact, places);
  const stated = fromDecimal(published.printed.replaceAll(',', ''));
  const agrees = result !== null && stated !== null && result === printed(stated, places);
  const recomputed =
    result !== null && published.printed.includes(',') ? withCommas(result) : result;
  return { ...published, recomputed, agrees, reason: agrees ? null : reason || null };
}

/** How many agree, how many differ for a known reason, and how many nobody has explained. */
export function summaryOf(figures: readonly Recomputed[]) {
  const differing = figures.filter(({ agrees }) => !agrees);
  const explained = differing.filter(({ reason }) => reason !== null).length;
  return {
    figures: figures.length,
    agree: figures.length - differing.length,
    explained,
    unexplained: differing.length - explained,
  };
}

const withCommas = (whole: string) => whole.replace(/\B(?=(\d{3})+$)/g, ',');
