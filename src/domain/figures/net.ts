import type { Publication } from './publication.ts';
import { smallNumberRules } from './small-numbers.data.ts';

/**
 * How a count stands in print: shown; hidden as small; hidden to protect another; or withheld, that
 * is hidden without a word on its size, where saying "1 to 5" or "not 1 to 5" would give it away.
 */
export type Standing = 'shown' | 'small' | 'protecting' | 'withheld';

/** A count and the sums that it is in: as a part (1) or as the total (-1). */
export type Count = {
  readonly value: number;
  /** It reached us with its mark, which stays. */
  readonly isCarried: boolean;
  readonly isTotal: boolean;
  readonly worth: number;
  readonly sums: readonly { readonly sum: number; readonly sign: 1 | -1 }[];
};

/** The counts of a publication and its sums, each of which comes to nothing with the total taken off. */
export type Net = {
  readonly counts: readonly Count[];
  readonly sums: readonly (readonly number[])[];
};

/** The net of a publication, with these values for its cells. */
export function netOf({ cells, relations }: Publication, values: readonly number[]): Net {
  const at = new Map(cells.map(({ key }, index) => [key, index]));
  const sumsOf: { sum: number; sign: 1 | -1 }[][] = cells.map(() => []);
  const totals = new Set(relations.map(({ total }) => total));
  const sums = relations.map(({ total, parts }, sum) => {
    const members = [total, ...parts].map((key) => at.get(key) ?? -1);
    for (const [place, member] of members.entries())
      sumsOf[member]?.push({ sum, sign: place === 0 ? -1 : 1 });
    return members;
  });
  return {
    counts: cells.map(({ key, value, worth = 1 }, index) => ({
      value: values[index] ?? 0,
      isCarried: value === null,
      isTotal: totals.has(key),
      worth,
      sums: sumsOf[index] ?? [],
    })),
    sums,
  };
}

const { most } = smallNumberRules.count;

/** Whether a reader of a hidden count's mark would think the value possible. */
export function isPossible(standing: Exclude<Standing, 'shown'>, value: number): boolean {
  if (standing === 'small') return value >= 1 && value <= most;
  return standing === 'protecting' ? value > most : value >= 0;
}
