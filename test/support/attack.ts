/**
 * A reader who wants to know what is hidden. Knows every printed count, every sum, that `<6` is 1
 * to 5 and what `x` can be, and tries every way of filling in the rest. Shares no code with the
 * rules that it attacks.
 */
export type Printed = {
  readonly counts: ReadonlyMap<string, string>;
  readonly sums: readonly { readonly total: string; readonly parts: readonly string[] }[];
};
/** What the reader takes `x` to mean: no small number, no small number nor 0, or anything. */
export type Belief = 'zero or large' | 'large' | 'anything';

type Ranges = { low: number[]; high: number[] };
const MOST_GUESSES = 20_000;

/** The values that the reader finds certain, and how many questions were given up as too long. */
export function attack({ counts, sums }: Printed, belief: Belief) {
  const keys = [...counts.keys()];
  const at = new Map(keys.map((key, index) => [key, index]));
  const place = (key: string) => at.get(key) ?? -1;
  const equations = sums.map(({ total, parts }) => ({
    total: place(total),
    parts: parts.map(place),
  }));
  const texts = [...counts.values()];
  const hidden = keys.map((_, index) => index).filter((index) => /[<x]/.test(texts[index] ?? ''));
  const most = texts.reduce((sum, text) => sum + (Number(text) || 0), 60 + 12 * hidden.length);
  const hasGap = texts.map((text) => text === 'x' && belief === 'zero or large');
  const start: Ranges = { low: [], high: [] };
  for (const text of texts) {
    const isMark = text === '<6' || text === 'x';
    start.low.push(text === '<6' ? 1 : isMark ? (belief === 'large' ? 6 : 0) : Number(text));
    start.high.push(text === '<6' ? 5 : isMark ? most : Number(text));
  }

  let guesses = 0;
  let givenUp = 0;
  const solve = (ranges: Ranges): number[] | null => {
    guesses += 1;
    if (guesses > MOST_GUESSES || !narrow(ranges, equations, hasGap)) return null;
    const { low, high } = ranges;
    const open = hidden
      .filter((index) => (low[index] ?? 0) < (high[index] ?? 0))
      .sort((a, b) => width(ranges, a) - width(ranges, b))[0];
    if (open === undefined) return low;
    for (let value = low[open] ?? 0; value <= (high[open] ?? 0); value += 1) {
      if (hasGap[open] && value > 0 && value < 6) continue;
      const found = solve({ low: low.with(open, value), high: high.with(open, value) });
      if (found) return found;
      if (guesses > MOST_GUESSES) return null;
    }
    return null;
  };
  const ask = (low: number[], high: number[]) => {
    guesses = 0;
    const found = solve({ low, high });
    if (!found && guesses > MOST_GUESSES) givenUp += 1;
    return found;
  };

  const first = ask([...start.low], [...start.high]);
  const certain = new Map<string, number>();
  const doubtful = new Set<number>();
  for (const index of first ? hidden : []) {
    if (doubtful.has(index)) continue;
    const value = first?.[index] ?? 0;
    const before = givenUp;
    const other =
      ask([...start.low], start.high.with(index, value - 1)) ??
      ask(start.low.with(index, value + 1), [...start.high]);
    for (const one of hidden) if (other && other[one] !== first?.[one]) doubtful.add(one);
    if (!other && givenUp === before) certain.set(keys[index] ?? '', value);
  }
  return { certain, givenUp, isConsistent: first !== null };
}

/** The counts that follow by adding and subtracting alone, whatever the marks mean. */
export function solveLinear({ counts, sums }: Printed): string[] {
  const prime = 2_147_483_647n;
  const mod = (value: bigint) => ((value % prime) + prime) % prime;
  const unknown = [...counts].filter(([, text]) => /[<x]/.test(text)).map(([key]) => key);
  const rows = sums.map(({ total, parts }) =>
    unknown.map((key) =>
      mod(BigInt(parts.filter((part) => part === key).length) - (total === key ? 1n : 0n)),
    ),
  );
  let rank = 0;
  for (const column of unknown.keys()) {
    const pivot = rows.findIndex((row, index) => index >= rank && row[column] !== 0n);
    if (pivot < 0) continue;
    const [line = []] = rows.splice(pivot, 1);
    const inverse = power(line[column] ?? 1n, prime - 2n, prime);
    const scaled = line.map((value) => mod(value * inverse));
    for (const [index, row] of rows.entries()) {
      const factor = row[column] ?? 0n;
      if (factor !== 0n)
        rows[index] = row.map((value, at) => mod(value - factor * (scaled[at] ?? 0n)));
    }
    rows.splice(rank, 0, scaled);
    rank += 1;
  }
  return rows.flatMap((row) => {
    const used = unknown.filter((_, index) => row[index] !== 0n);
    return used.length === 1 ? used : [];
  });
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let [result, factor, left] = [1n, base, exponent];
  for (; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * factor) % modulus;
    factor = (factor * factor) % modulus;
  }
  return result;
}

const width = ({ low, high }: Ranges, index: number) => (high[index] ?? 0) - (low[index] ?? 0);

function narrow(
  { low, high }: Ranges,
  equations: readonly { total: number; parts: readonly number[] }[],
  hasGap: readonly boolean[],
): boolean {
  for (let changed = true; changed; ) {
    changed = false;
    const limit = (index: number, from: number, to: number) => {
      const before = [low[index], high[index]].join();
      low[index] = Math.max(low[index] ?? 0, from);
      high[index] = Math.min(high[index] ?? 0, to);
      if (hasGap[index] && (low[index] ?? 0) > 0 && (low[index] ?? 0) < 6) low[index] = 6;
      if (hasGap[index] && (high[index] ?? 0) < 6) high[index] = Math.min(high[index] ?? 0, 0);
      if ([low[index], high[index]].join() !== before) changed = true;
    };
    for (const { total, parts } of equations) {
      const lows = parts.reduce((sum, part) => sum + (low[part] ?? 0), 0);
      const highs = parts.reduce((sum, part) => sum + (high[part] ?? 0), 0);
      limit(total, lows, highs);
      for (const part of parts)
        limit(
          part,
          (low[total] ?? 0) - (highs - (high[part] ?? 0)),
          (high[total] ?? 0) - (lows - (low[part] ?? 0)),
        );
      if ([total, ...parts].some((index) => (low[index] ?? 0) > (high[index] ?? 0))) return false;
    }
  }
  return true;
}
