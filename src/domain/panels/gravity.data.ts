import type { Provenance } from '../provenance.ts';

export type Gravity = 1 | 2 | 3 | 4 | 5;

/** What each score usually leads to; which outcomes those are is in the code list `outcome`. */
export const gravityScores = [
  score(1, 'Usually ends with no further action'),
  score(2, 'Usually ends informally: community resolution, diversion or a deferred outcome'),
  score(3, 'Usually a youth caution'),
  score(4, 'Usually a youth conditional caution'),
  score(5, 'Usually goes to a charge'),
] as const satisfies readonly (Provenance & { score: Gravity; usual: string })[];

/** However many factors there are, together they move the score by one at most. */
export const gravityRule = {
  mostSteps: 1,
  source: 'Child Gravity Matrix, as practitioners describe it',
  confidence: 'check locally',
} as const satisfies Provenance & { mostSteps: number };

function score<S extends Gravity>(value: S, usual: string) {
  return {
    score: value,
    usual,
    source: 'https://yjlc.uk/resources/legal-updates/npcc-child-gravity-matrix-key-changes',
    confidence: 'confirmed' as const,
  };
}
