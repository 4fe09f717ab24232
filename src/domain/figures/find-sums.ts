/** One line of a table is the sum of others, by their places. */
export type FoundSum = { readonly total: number; readonly parts: readonly number[] };

/** Words that name a sum, in small letters; Welsh too. “All other” is a part like any. */
const TOTAL_WORDS = new RegExp(
  `^(?:${[
    '(?:grand|sub|overall|row|column)?[ -]*totals?(?: \\(.*\\)| number.*| children| people)?',
    'all(?! others?\\b)(?: \\p{L}+.*| \\(.*\\))?',
    'overall|sum|subtotal|combined|together|everyone|everybody|persons|both(?: sexes)?|any|[Σσ∑]',
    '(?:is-?)?(?:g|ch)?yfanswm.*|cyfanswm.*|swm|crynswth|y cyfan|cyfan|holl .*|pob .*|pawb|oll|i gyd|y ddau',
  ].join('|')})$`,
  'u',
);
/** Every choice of lines is tried up to so many; beyond it only runs of neighbours and whole tables. */
const MOST_LINES_TRIED = 14;
/** So many places at which a sum must hold, with something in it, before any choice of lines is believed. */
const FEWEST_PROOFS = 2;
const MOST_SUMS = 40;

/** Whether a label names a sum. */
export const isTotalWord = (label: string): boolean => TOTAL_WORDS.test(label.trim().toLowerCase());

/**
 * The lines of a table that are sums of other lines, whatever they are called: found by arithmetic at every place that is known.
 * At one place alone a sum is believed of lines that stand beside one another, sub-totals for what they add up; a sum that is so by
 * chance hides a count too many, and never tells one. A line whose name says that it is a sum, and for which no sum is found, is taken
 * for the sum of the lines that have no such name. Null when more lines add up to one another than could be told apart.
 */
export function findSums(
  lines: readonly (readonly (number | null)[])[],
  labels: readonly string[],
): readonly FoundSum[] | null {
  const found: FoundSum[] = [];
  const unproved: number[] = [];
  for (const [total, label] of labels.entries()) {
    const isNamed = isTotalWord(label);
    const sums = sumsFor(lines, total, isNamed);
    if (sums.length > 0) found.push(...sums);
    else unproved.push(total);
  }
  found.push(...sumsOfSums(lines, found));
  for (const total of unproved.filter((at) => !found.some((sum) => sum.total === at))) {
    const others = labels.flatMap((other, at) => (at === total || isTotalWord(other) ? [] : [at]));
    if (isTotalWord(labels[total] ?? '') && others.length > 0) found.push({ total, parts: others });
  }
  return found.length > MOST_SUMS ? null : found;
}

/** Sub-totals stand for what they add up: among the lines that are left, runs beside one another are tried again. */
function sumsOfSums(
  lines: readonly (readonly (number | null)[])[],
  first: readonly FoundSum[],
): readonly FoundSum[] {
  const found: FoundSum[] = [];
  for (;;) {
    const all = [...first, ...found];
    const inside = new Set(all.flatMap(({ parts }) => parts));
    const left = lines.flatMap((_, at) => (inside.has(at) ? [] : [at]));
    if (inside.size === 0 || left.length < 3) return found;
    const holds = holdsOf(lines, placesKnown(lines));
    const fresh = left.flatMap((total, at) =>
      runsBeside(at, left.length)
        .map((run) => run.map((each) => left[each] ?? -1))
        .filter((parts) => parts.length >= 2 && holds(total, parts))
        .map((parts) => ({ total, parts })),
    );
    if (fresh.length === 0) return found;
    found.push(...fresh);
  }
}

const placesKnown = (lines: readonly (readonly (number | null)[])[]) =>
  (lines[0] ?? []).flatMap((_, place) =>
    lines.every((line) => line[place] !== null) ? [place] : [],
  );

const holdsOf =
  (lines: readonly (readonly (number | null)[])[], known: readonly number[]) =>
  (total: number, parts: readonly number[]) =>
    known.some((place) => (lines[total]?.[place] ?? 0) > 0) &&
    known.every(
      (place) =>
        parts.reduce((sum, part) => sum + (lines[part]?.[place] ?? 0), 0) ===
        (lines[total]?.[place] ?? 0),
    );

function sumsFor(
  lines: readonly (readonly (number | null)[])[],
  total: number,
  isNamed: boolean,
): readonly FoundSum[] {
  const known = placesKnown(lines);
  const countAt = (line: number, place: number) => lines[line]?.[place] ?? 0;
  const proofs = known.filter((place) => countAt(total, place) > 0).length;
  if (proofs === 0) return [];
  const others = lines.flatMap((_, at) =>
    at !== total && known.some((place) => countAt(at, place) > 0) ? [at] : [],
  );
  const holds = holdsOf(lines, known);
  const fewest = isNamed ? 1 : 2;
  const isSure = isNamed || proofs >= FEWEST_PROOFS;
  const tried =
    isSure && others.length <= MOST_LINES_TRIED ? choices() : runsBeside(total, lines.length);
  return tried
    .filter((parts) => parts.length >= fewest && holds(total, parts))
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
