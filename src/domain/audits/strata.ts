/** What a sample may be matched to the population on. */
export const stratumKinds = [
  { id: 'sex', label: 'Sex' },
  { id: 'disposal', label: 'Type of work' },
  { id: 'risk', label: 'Risk to other people' },
] as const;

export type StratumKind = (typeof stratumKinds)[number]['id'];
export type Strata = { readonly sex: string; readonly disposal: string; readonly risk: string };

/** A group of the population, in counts; kinds that are not matched on are empty. */
export type Stratum = Strata & { readonly frame: number; readonly sample: number };

/** The group that a case belongs to; kinds that are not matched on fall together. */
export const stratumOf = (strata: Strata, kinds: readonly StratumKind[]): string =>
  JSON.stringify(stratumKinds.map(({ id }) => (kinds.includes(id) ? strata[id] : '')));

/** How near two groups are: the more kinds they share the nearer, and of kinds the earlier counts for more. */
export const nearness = (one: Strata, other: Strata, kinds: readonly StratumKind[]): number =>
  stratumKinds.reduce(
    (sum, { id }, index) =>
      kinds.includes(id) && one[id] === other[id] ? sum + stratumKinds.length + 1 - index : sum,
    0,
  );

/** The same counts by one kind only, whatever the others are. */
export const totalsBy = (kind: StratumKind, groups: readonly Stratum[]) =>
  [...Map.groupBy(groups, (each) => each[kind])].map(([value, of]) => ({
    value,
    frame: of.reduce((sum, { frame }) => sum + frame, 0),
    sample: of.reduce((sum, { sample }) => sum + sample, 0),
  }));
