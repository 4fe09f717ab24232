import type { YesCount } from './read-stated.ts';

/** A reader's judgement of a key question in one case. */
export type Judgement = 'yes' | 'no';

/** A reader's answer to a prompt in one case; it informs the judgement and is never added up to it. */
export type PromptAnswer = Judgement | 'not-applicable';

/** Judgements of a key question over the cases read; a case not judged yet is not a "no". */
export function tallyJudgements(
  judgements: readonly (Judgement | null)[],
): YesCount & { readonly notYet: number } {
  const judged = judgements.filter((judgement) => judgement !== null);
  return {
    yes: judged.filter((judgement) => judgement === 'yes').length,
    of: judged.length,
    notYet: judgements.length - judged.length,
  };
}
