/** What became of a proposal before the court. */
export const concordances = {
  'as-proposed': 'As proposed',
  alternative: 'One of the alternatives',
  otherwise: 'Otherwise',
} as const;
export type Concordance = keyof typeof concordances;

type Proposed = {
  readonly proposal: readonly string[];
  readonly alternatives: readonly string[];
};

/** The proposal beside what the court did; null where nothing was proposed, or nothing is recorded of what it did. */
export function concordanceOf(
  { proposal, alternatives }: Proposed,
  did: readonly string[],
): Concordance | null {
  if (proposal.length === 0 || did.length === 0) return null;
  if (proposal.some((code) => did.includes(code))) return 'as-proposed';
  return alternatives.some((code) => did.includes(code)) ? 'alternative' : 'otherwise';
}
