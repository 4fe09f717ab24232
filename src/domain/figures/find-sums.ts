/** One line of a table is the sum of others, by their places. */
export type FoundSum = { readonly total: number; readonly parts: readonly number[] };

/** Words that name a sum, in small letters; Welsh too. */
const TOTAL_WORDS =
  /^(?:(?:grand|sub|overall|row|column)?[ -]*totals?|all|all \p{L}+|overall|sum|subtotal|combined|together|everyone|persons|both|both sexes|cyfanswm|cyfanswm mawr|pawb|i gyd)$/u;
/** Every choice of lines is tried up to so many; beyond it only runs of neighbours and whole tables. */
const MOST_LINES_TRIED = 14;
/** So many places at which a sum must hold, with something in it, before arithmetic alone is believed. */
const FEWEST_PROOFS = 2;
const MOST_SUMS = 40;

/** Whether a label names a sum. */
const isTotalWord = (label: string): boolean => TOTAL_WORDS.test(label.trim().toLowerCase());

/**
 * The lines of a table that are sums of other lines, whatever they are called: found by arithmetic at every place that is known.
 * A line whose name says that it is a sum, and for which no sum is found, is taken for the sum of the lines that have no such name.
 * Null when more lines add up to one another than could be told apart.
 */
export function findSums(
  lines: readonly (readonly (number | null)[])[],
  labels: readonly string[],
): readonly FoundSum[] | null {
  const found: FoundSum[] = [];
  for (const [total, label] of labels.entries()) {
    const isNamed = isTotalWord(label);
    const sums = sumsFor(lines, total, isNamed);
    const others = labels.flatMap((other, at) => (at === total || isTotalWord(other) ? [] : [at]));
    if (sums.length > 0) found.push(...sums);
    else if (isNamed && others.length > 0) found.push({ total, parts: others });
  }
  return found.length > MOST_SUMS ? null : found;
}

function sumsFor(
  lines: readonly (readonly (number | null)[])[],
  total: number,
  isNamed: boolean,
): readonly FoundSum[] {
  const known = (lines[total] ?? []).flatMap((_, place) =>
    lines.every((line) => line[place] !== null) ? [place] : [],
  );
  const countAt = (line: number, place: number) => lines[line]?.[place] ?? 0;
  const proofs = known.filter((place) => countAt(total, place) > 0).length;
  if (proofs < (isNamed ? 1 : FEWEST_PROOFS)) return [];
  const others = lines.flatMap((_, at) =>
    at !== total && known.some((place) => countAt(at, place) > 0) ? [at] : [],
  );
  const holds = (parts: readonly number[]) =>
    known.every(
      (place) =>
        parts.reduce((sum, part) => sum + countAt(part, place), 0) === countAt(total, place),
    );
  const fewest = isNamed ? 1 : 2;
  const tried = others.length > MOST_LINES_TRIED ? runsBeside(total, lines.length) : choices();
  return tried
    .filter((parts) => parts.length >= fewest && holds(parts))
    .map((parts) => ({ total, parts }));

  // Counts are never below zero, so a choice that is too large already is not made larger.
  function choices(): number[][] {
    let open: { parts: number[]; rest: number[] }[] = [
      { parts: [], rest: known.map((place) => countAt(total, place)) },
    ];
    for (const at of others) {
      const withIt = open.flatMap(({ parts, rest }) => {
        const left = rest.map((value, index) => value - countAt(at, known[index] ?? 0));
        return left.some((value) => value < 0) ? [] : [{ parts: [...parts, at], rest: left }];
      });
      open = [...open, ...withIt];
    }
    return open.filter(({ rest }) => rest.every((value) => value === 0)).map(({ parts }) => parts);
  }
}

// Sums stand beside what they add up: every run of lines that ends before the total or begins after it, and all lines but it.
function runsBeside(total: number, count: number): number[][] {
  const span = (from: number, to: number) =>
    Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
  return [
    ...span(0, total).map((from) => span(from, total)),
    ...span(total + 1, count).map((last) => span(total + 1, last + 1)),
    span(0, count).filter((at) => at !== total),
  ];
}
