import { isPossible, type Net, type Standing } from './net.ts';

/**
 * Another set of counts that a reader cannot tell from the true one: by how much each count differs.
 * Every sum still holds, and every hidden count is still what its mark says. A count that an
 * exchange changes therefore has at least two possible values.
 */
export type Exchange = ReadonlyMap<number, number>;

/** What it costs to bring a count into an exchange: hidden already, still shown, or with a mark that says too much. */
const HIDDEN = 1;
const HIDE = { part: 1e6, total: 4e6 };
const WITHHOLD = { part: 4e9, total: 1e9 };
/** Where the sums are so entangled that the search is given up, more is hidden instead. */
const MOST_STEPS = 4_000;

type Owed = { readonly sum: number; readonly amount: number };
type Step = {
  readonly cost: number;
  readonly owed: readonly Owed[];
  readonly count: number;
  readonly by: number;
  readonly before: Step | null;
};

/**
 * The cheapest exchange that changes one count: cells that are hidden already before others, few
 * before many, those of less worth before others, small before large, parts before totals. With `mayHide` false only hidden ones
 * change. In a table with totals an exchange is a closed path, so that the search misses none.
 */
export function exchangeOf(
  net: Net,
  standings: readonly Standing[],
  start: number,
  mayHide: boolean,
): Exchange | null {
  const queue: Step[] = [];
  const cheapest = new Map<string, number>();
  /** Takes one step further; gives it back when it is the last one, and none cheaper can come. */
  const put = (count: number, by: number, before: Step | null): Step | null => {
    const price = priceOf(net, standings, count, by + movedBy(before, count), mayHide);
    if (price === null) return null;
    const cost = (before?.cost ?? 0) + price;
    const owed = owedAfter(net, before?.owed ?? [], count, by);
    const step = { cost, owed, count, by, before };
    if (owed.length === 0 && price === HIDDEN) return step;
    const signature = signatureOf(owed);
    if (cost >= (cheapest.get(signature) ?? Number.POSITIVE_INFINITY)) return null;
    cheapest.set(signature, cost);
    insert(queue, step);
    return null;
  };
  const first = put(start, 1, null) ?? put(start, -1, null);
  if (first) return exchangeTo(first);
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const step = queue.pop();
    if (!step) return null;
    const last = step.owed.at(-1);
    if (!last) return exchangeTo(step);
    for (const count of net.sums[last.sum] ?? []) {
      if (count === start) continue;
      const sign = net.counts[count]?.sums.find(({ sum }) => sum === last.sum)?.sign ?? 1;
      const done = put(count, last.amount > 0 ? -sign : sign, step);
      if (done) return exchangeTo(done);
    }
  }
  return null;
}

function priceOf(
  { counts }: Net,
  standings: readonly Standing[],
  index: number,
  by: number,
  mayHide: boolean,
): number | null {
  const { value = 0, isTotal = false, worth = 1, isCarried = false } = counts[index] ?? {};
  const standing = standings[index] ?? 'shown';
  const kind = isTotal ? 'total' : 'part';
  if (standing !== 'shown') {
    if (isPossible(standing, value + by)) return HIDDEN;
    return mayHide && standing === 'small' && !isCarried && value + by >= 0 ? WITHHOLD[kind] : null;
  }
  if (!mayHide || value === 0 || !isPossible('protecting', value + by)) return null;
  return HIDE[kind] * worth + Math.min(value, 1e5);
}

function owedAfter({ counts }: Net, owed: readonly Owed[], index: number, by: number): Owed[] {
  const after = [...owed];
  for (const { sum, sign } of counts[index]?.sums ?? []) {
    const at = after.findIndex((one) => one.sum === sum);
    const amount = (after[at]?.amount ?? 0) + sign * by;
    if (at >= 0) after.splice(at, 1);
    if (amount !== 0) after.push({ sum, amount });
  }
  return after;
}

function movedBy(step: Step | null, count: number): number {
  let moved = 0;
  for (let one = step; one; one = one.before) if (one.count === count) moved += one.by;
  return moved;
}

function exchangeTo(step: Step): Exchange {
  const moved = new Map<number, number>();
  for (let one: Step | null = step; one; one = one.before)
    moved.set(one.count, (moved.get(one.count) ?? 0) + one.by);
  return moved;
}

const signatureOf = (owed: readonly Owed[]) =>
  owed
    .map(({ sum, amount }) => `${sum}:${amount}`)
    .sort()
    .join();

/** Keeps the queue with the cheapest step last. */
function insert(queue: Step[], step: Step) {
  let [low, high] = [0, queue.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((queue[middle]?.cost ?? 0) > step.cost) low = middle + 1;
    else high = middle;
  }
  queue.splice(low, 0, step);
}
