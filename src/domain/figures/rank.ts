import { compare, type Rational } from './rational.ts';

/** Ranks from 1, the lowest; equal figures share a rank and the next is left out (1, 2, 2, 4). Null stays unranked. */
export function ranks(values: readonly (Rational | null)[]): (number | null)[] {
  const inOrder = values.filter((value) => value !== null).sort(compare);
  const firstAt = new Map<string, number>();
  for (const [index, { p, q }] of inOrder.entries())
    if (!firstAt.has(`${p}/${q}`)) firstAt.set(`${p}/${q}`, index + 1);
  return values.map((value) => (value ? (firstAt.get(`${value.p}/${value.q}`) ?? null) : null));
}
