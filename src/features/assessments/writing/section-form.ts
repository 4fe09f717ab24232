import { isNoAnswerState } from '../../../domain/assessments/answer-states.data.ts';
import type { Answer } from '../../../domain/assessments/answers.ts';
import type { Content } from '../../../domain/assessments/content.ts';
import type { Question } from '../../../domain/assessments/template.ts';
import type { FormFault } from '../../../domain/form-fault.ts';
import type { Form } from '../../../platform/http/context.ts';

/** The names of a question's boxes; the first two are the anchors of the rules of completeness. */
export const namesOf = (questionId: string) => ({
  value: `answer-${questionId}`,
  comment: `answer-${questionId}-comment`,
  state: `answer-${questionId}-state`,
  reason: `answer-${questionId}-reason`,
});

export type SectionForm = {
  readonly errors: readonly FormFault[];
  /** The form's answers put into an assessment; questions that were not on the page are left alone. */
  readonly change: (content: Content) => Content;
};

/** Reads a section's page. An unfinished answer is never refused, only one that says two things at once. */
export function readSectionForm(questions: readonly Question[], form: Form): SectionForm {
  const onPage = questions.filter(({ id }) =>
    Object.values(namesOf(id)).some((name) => name in form.values),
  );
  const errors = onPage.flatMap((question): FormFault[] => {
    const names = namesOf(question.id);
    const isBoth = isNoAnswerState(form.text(names.state)) && form.text(names.value) !== '';
    const message = `Write an answer to “${question.label}” or say why there is none, not both`;
    return isBoth ? [{ field: names.value, message }] : [];
  });
  return {
    errors,
    change: (content) => {
      const answers: Record<string, Answer> = { ...content.answers };
      for (const question of onPage) {
        const answer = answerOf(question, form);
        if (answer) answers[question.id] = answer;
        else delete answers[question.id];
      }
      return { ...content, answers };
    },
  };
}

function answerOf(question: Question, form: Form): Answer | undefined {
  const names = namesOf(question.id);
  const raw = (name: string) => form.all(name)[0] ?? '';
  const comment = raw(names.comment).trim() === '' ? {} : { comment: raw(names.comment) };
  const state = form.text(names.state);
  if (isNoAnswerState(state)) return { state, reason: raw(names.reason), ...comment };
  const value = question.type === 'list' ? linesOf(raw(names.value)) : raw(names.value);
  const isEmpty = typeof value === 'string' ? value.trim() === '' : value.length === 0;
  if (isEmpty && !('comment' in comment)) return undefined;
  return { state: 'answered', value, ...comment };
}

/** A list as typed: one item to a line, empty lines left out. */
export const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What a section's boxes hold now, as text, for drawing them and for telling a draft from what is stored. */
export function storedText(
  questions: readonly Question[],
  content: Content,
): Record<string, string> {
  return Object.fromEntries(
    questions.flatMap(({ id }) => {
      const answer = content.answers[id];
      const names = namesOf(id);
      if (!answer) return [];
      const value = answer.state === 'answered' ? [answer.value].flat().join('\n') : '';
      const state = answer.state === 'answered' ? '' : answer.state;
      const reason = answer.state === 'answered' ? '' : answer.reason;
      return [
        [names.value, value],
        [names.comment, answer.comment ?? ''],
        [names.state, state],
        [names.reason, reason],
      ];
    }),
  );
}
