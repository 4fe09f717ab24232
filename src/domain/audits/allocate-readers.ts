import { seededOrder } from './seeded-order.ts';

export type Allocation = {
  readonly childId: string;
  readonly reading: 'first' | 'second';
  readonly readerId: string;
};

/** Who may not read whose case, as pairs of child and reader. */
export type Barred = (childId: string, readerId: string) => boolean;

/** Whether somebody who reads a case neither time stays free to settle what these two differ on. */
export type StaysFree = (childId: string, readers: readonly [string, string]) => boolean;

/** Cases that are read twice: the share rounded up, so that any share at all is at least one case. */
export const secondReadings = (cases: number, percent: number) =>
  Math.ceil((cases * percent) / 100);

/**
 * Gives every case a first reader and a share of them a second, each to whoever of those free has fewest so far; ties go by
 * the seed. A case is read twice only where two are free and another stays free to settle what they differ on; where none is,
 * another case takes its place if there is one.
 */
export function allocateReaders(
  children: readonly string[],
  readers: readonly string[],
  isBarred: Barred,
  {
    secondPercent,
    seed,
    staysFree = () => true,
  }: { readonly secondPercent: number; readonly seed: string; readonly staysFree?: StaysFree },
): Allocation[] {
  const order = seededOrder(readers, `${seed}/readers`, (id) => id);
  const load = new Map(order.map((id) => [id, 0]));
  const give = (childId: string, not: string | null): string | null => {
    const free = order.filter(
      (id) => id !== not && !isBarred(childId, id) && (!not || staysFree(childId, [not, id])),
    );
    const least = Math.min(...free.map((id) => load.get(id) ?? 0));
    const chosen = free.find((id) => load.get(id) === least) ?? null;
    if (chosen !== null) load.set(chosen, least + 1);
    return chosen;
  };
  // Those whom fewest may read choose first, so that nobody is left without.
  const freeFor = (childId: string) => order.filter((id) => !isBarred(childId, id)).length;
  const hardest = [...children].sort((one, other) => freeFor(one) - freeFor(other));
  const first: Allocation[] = hardest.flatMap((childId) => {
    const readerId = give(childId, null);
    return readerId === null ? [] : [{ childId, reading: 'first' as const, readerId }];
  });
  const second: Allocation[] = [];
  const wanted = secondReadings(children.length, secondPercent);
  for (const childId of seededOrder(children, `${seed}/second`, (id) => id)) {
    if (second.length >= wanted) break;
    const firstReader = first.find((each) => each.childId === childId)?.readerId;
    const readerId = firstReader ? give(childId, firstReader) : null;
    if (readerId !== null) second.push({ childId, reading: 'second', readerId });
  }
  return [...first, ...second];
}
