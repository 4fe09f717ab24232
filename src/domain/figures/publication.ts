/** One count of a publication. The same count in two tables is one cell. */
export type Cell = {
  readonly key: string;
  /** Null when it reached us hidden: `carried` is then the mark that it came with. */
  readonly value: number | null;
  readonly carried?: string;
  /** How much a reader loses when it is hidden to protect another, 1 where it is not said. */
  readonly worth?: number;
};

/** Parts that add up to a total, wherever in the publication they stand. */
export type Relation = {
  /** As a person would look for it: row “Asian”. */
  readonly name: string;
  readonly total: string;
  readonly parts: readonly string[];
};

/** A rate, share or point of a chart, and the cells that it is worked out from. */
export type Derived = {
  readonly key: string;
  readonly from: readonly string[];
  /** How many people a rate is of. */
  readonly population?: number;
};

/** All that is published together, so that all of it is protected together. */
export type Publication = {
  readonly cells: readonly Cell[];
  readonly relations: readonly Relation[];
  readonly derived?: readonly Derived[];
};

/** What keeps a publication from being protected: cells that are missing, odd or do not add up. */
export function problemsOf({ cells, relations, derived = [] }: Publication): string[] {
  const values = new Map(cells.map(({ key, value }) => [key, value]));
  const named = [
    ...relations.flatMap(({ name, total, parts }) =>
      [total, ...parts].map((key) => ({ name, key })),
    ),
    ...derived.flatMap(({ key: name, from }) => from.map((key) => ({ name, key }))),
  ];
  const problems = named
    .filter(({ key }) => !values.has(key))
    .map(({ name, key }) => `${name}: there is no cell ${key}`);
  if (values.size < cells.length) problems.push('Two cells have the same key');
  for (const { key, value } of cells)
    if (value !== null && !(Number.isSafeInteger(value) && value >= 0))
      problems.push(`${key}: ${value} is not a whole number of 0 or more`);
  if (problems.length > 0) return problems;
  for (const { name, total, parts } of relations) {
    const known = parts.map((key) => values.get(key) ?? 0).reduce((sum, value) => sum + value, 0);
    const stated = values.get(total) ?? null;
    if (stated === null) continue;
    const isWhole = parts.every((key) => values.get(key) !== null);
    if (isWhole ? known !== stated : known > stated)
      problems.push(
        `${name}: the total says ${stated}, the parts come to ${known}: mend one of them, or add a part for those who are in none`,
      );
  }
  return problems;
}
