import type { Question, Template } from './template.ts';
import { questionsOf } from './template.ts';

/** An answer, or the particular way in which there is none; the four are never confused. */
export type Answer =
  | { state: 'answered'; value: string | readonly string[]; comment?: string | undefined }
  | {
      state: 'unknown' | 'declined' | 'not-asked' | 'not-applicable';
      reason: string;
      comment?: string | undefined;
    };

export type Answers = Readonly<Record<string, Answer>>;

/** The questions to be asked given what has been answered so far, in page order. */
export function askedQuestions(template: Template, answers: Answers): Question[] {
  const asked: Question[] = [];
  for (const question of questionsOf(template)) {
    const { condition } = question;
    if (!condition) {
      asked.push(question);
      continue;
    }
    // A question under a hidden question is hidden too, whatever was once answered there.
    const isShown = asked.some((earlier) => earlier.id === condition.question);
    if (isShown && valuesOf(answers[condition.question]).some((v) => condition.is.includes(v))) {
      asked.push(question);
    }
  }
  return asked;
}

/** The non-empty values of an answer: one for text and choices, many for a list. */
export function valuesOf(answer: Answer | undefined): string[] {
  if (answer?.state !== 'answered') return [];
  const all = typeof answer.value === 'string' ? [answer.value] : answer.value;
  return all.map((value) => value.trim()).filter((value) => value !== '');
}

/** Says whether something was written or chosen. */
export function hasContent(answer: Answer | undefined): boolean {
  return valuesOf(answer).length > 0;
}

/** Two answers that read the same, whatever order their properties were stored in. */
export function isSameAnswer(a: Answer | undefined, b: Answer | undefined): boolean {
  return fingerprint(a) === fingerprint(b);
}

function fingerprint(answer: Answer | undefined): string {
  if (!answer) return '';
  const body = answer.state === 'answered' ? answer.value : answer.reason;
  return JSON.stringify([answer.state, body, answer.comment ?? '']);
}
