import { labelIn } from '../reference/label-in.ts';
import type { Answer } from './answers.ts';

export type NoAnswerState = Exclude<Answer['state'], 'answered'>;

/** Why a question has no answer, in the words of a page; the four are never confused. */
export const noAnswerStates = [
  { id: 'unknown', label: 'Not known yet' },
  { id: 'declined', label: 'Declined to say' },
  { id: 'not-asked', label: 'Not asked' },
  { id: 'not-applicable', label: 'Does not apply' },
] as const satisfies readonly { id: NoAnswerState; label: string }[];

/** The words of a reason for having no answer. */
export function noAnswerLabel(state: NoAnswerState): string {
  return labelIn(noAnswerStates, state);
}

export const isNoAnswerState = (text: string): text is NoAnswerState =>
  noAnswerStates.some((row) => row.id === text);

/** The three answers of a yes-or-no question; "not known" is an answer about the world, not a gap in the form. */
export const yesNoUnknown = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'unknown', label: 'Not known' },
] as const;
