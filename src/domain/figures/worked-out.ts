import { type Grid, isRounded } from './grid.ts';

/** Figures worked out of counts: printed beside them, they give a hidden one away. Welsh too. */
const WORKED_OUT = new RegExp(
  [
    '%|‰|\\bper ?cent|\\bpct\\b|\\bper (?:\\d|thousand|head|child|capita)|\\bp\\.?c\\.$',
    '\\b(?:percentages?|shares?|rates?|ratios?|proportions?|averages?|means?|medians?|index|odds|likelihood)\\b',
    '\\b(?:change|difference|increase|decrease|gap|remainder)\\b',
    '\\b(?:canran|canrannau|y cant|cyfran|cyfradd|cyfraddau|cymhareb|cyfartaledd|canolrif|newid|gwahaniaeth|cynnydd|gostyngiad|fesul)\\b',
  ].join('|'),
  'i',
);
/** How many there are, said within a heading. */
const SAYS_A_COUNT = /\b(?:n|base|sail)\s*[=:]\s*\d/i;
const FACTORS = [100, 1000, 10_000, 100_000];
/** A rate or a difference is known by its numbers only where it holds at so many places, and among few lines: else by chance. */
const FEWEST_PROOFS = { few: 2, many: 3 };
const FEW_LINES = 5;
const MOST_LINES = 12;

/** Headings of what is no count. */
export function workedOutNames(labels: readonly string[]): string[] {
  return labels.flatMap((text) =>
    SAYS_A_COUNT.test(text)
      ? [
          `“${text}” says a count in its heading, where it cannot be hidden: give the counts a row or a column`,
        ]
      : WORKED_OUT.test(text)
        ? [notOfCounts(text)]
        : [],
  );
}

const notOfCounts = (name: string) =>
  `“${name}” is not of counts and would give them away: take it out, and work it out again from what is printed`;

/** Columns that are shares, rates or differences of two others, by their numbers and whatever they are called. */
export function workedOutLines({ rows, columns, counts }: Grid): string[] {
  if (columns.length > MOST_LINES || columns.length < 3) return [];
  const least = columns.length > FEW_LINES ? FEWEST_PROOFS.many : FEWEST_PROOFS.few;
  const at = (row: number, column: number) => counts[row]?.[column]?.value ?? null;
  const among = [...columns.keys()];
  const places = [...rows.keys()].filter((row) =>
    among.every((column) => at(row, column) !== null),
  );
  const value = (row: number, column: number) => at(row, column) ?? 0;
  const isShare = (line: number, part: number, whole: number, factor: number) => {
    const proofs = places.filter((row) => ![0, factor].includes(value(row, line))).length;
    return (
      proofs >= least &&
      places.every(
        (row) =>
          value(row, part) <= value(row, whole) &&
          isRounded(value(row, line), factor * value(row, part), value(row, whole)),
      )
    );
  };
  const isDifference = (line: number, one: number, other: number) => {
    const signs = new Set(
      places.map((row) => Math.sign(value(row, one) - value(row, other))).filter((sign) => sign),
    );
    return (
      signs.size === 2 &&
      places.length >= least &&
      places.every((row) => Math.abs(value(row, one) - value(row, other)) === value(row, line))
    );
  };
  return among.flatMap((line) => {
    const others = among.filter((each) => each !== line);
    const isWorkedOut = others.some((one) =>
      others.some(
        (other) =>
          one !== other &&
          (FACTORS.some((factor) => isShare(line, one, other, factor)) ||
            isDifference(line, one, other)),
      ),
    );
    return isWorkedOut ? [notOfCounts(columns[line] ?? '')] : [];
  });
}
