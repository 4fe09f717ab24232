/** Why there is no value. Four answers, never one blank. */
const notKnownReasons = ['unknown', 'declined', 'not-asked', 'not-applicable'] as const;
export type NotKnown = (typeof notKnownReasons)[number];

/** What one source says: a code of its list, or why there is none. */
export type CharacteristicAnswer =
  | { readonly code: string; readonly not_known: null }
  | { readonly code: null; readonly not_known: NotKnown };

const mark = 'not-known:';
const isReason = (text: string): text is NotKnown =>
  (notKnownReasons as readonly string[]).includes(text);

/** Reads an answer from one choice of a form, where a reason carries a mark so that no code can be taken for one; null when it is neither a code of the list nor a reason. */
export function readAnswer(choice: string, codes: readonly string[]): CharacteristicAnswer | null {
  if (codes.includes(choice)) return { code: choice, not_known: null };
  const reason = choice.startsWith(mark) ? choice.slice(mark.length) : '';
  return isReason(reason) ? { code: null, not_known: reason } : null;
}

/** Whether live answers of different sources contradict each other; not knowing never does. */
export const sourcesDisagree = (answers: readonly { readonly code: string | null }[]): boolean =>
  new Set(answers.flatMap(({ code }) => (code === null ? [] : [code]))).size > 1;
