/** What a sample may be matched to the population on. */
export const stratumKinds = [
  { id: 'sex', label: 'Sex' },
  { id: 'disposal', label: 'Type of work' },
  { id: 'risk', label: 'Risk to other people' },
] as const;

export type StratumKind = (typeof stratumKinds)[number]['id'];
export type Strata = { readonly sex: string; readonly disposal: string; readonly risk: string };

/** One group of the population and how many of it are drawn. */
export type Stratum<T> = {
  readonly key: string;
  readonly members: readonly T[];
  readonly sample: number;
};

/** The group that a case belongs to; kinds that are not matched on fall together. */
export const stratumOf = (strata: Strata, kinds: readonly StratumKind[]): string =>
  stratumKinds.map(({ id }) => (kinds.includes(id) ? strata[id] : '')).join('\u0000');

/**
 * Shares a sample out over the groups in proportion, by largest remainder: each group gets the whole part of its share,
 * and what is left goes one by one to the largest fractions, in ties to the larger group and then to the first by name.
 */
export function shareOut<T>(groups: ReadonlyMap<string, readonly T[]>, size: number): Stratum<T>[] {
  const population = [...groups.values()].reduce((sum, members) => sum + members.length, 0);
  if (population === 0) return [];
  const wanted = Math.min(size, population);
  const shares = [...groups].map(([key, members]) => ({
    key,
    members,
    sample: Math.floor((members.length * wanted) / population),
    // The remainder over one and the same population: whole numbers, so ties are exact.
    remainder: (members.length * wanted) % population,
  }));
  const left = wanted - shares.reduce((sum, { sample }) => sum + sample, 0);
  const first = [...shares]
    .sort(
      (a, b) =>
        b.remainder - a.remainder ||
        b.members.length - a.members.length ||
        (a.key < b.key ? -1 : 1),
    )
    .slice(0, left);
  return shares
    .map((share) => ({
      key: share.key,
      members: share.members,
      sample: share.sample + (first.includes(share) ? 1 : 0),
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}
