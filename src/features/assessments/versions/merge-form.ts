import type { Answer } from '../../../domain/assessments/answers.ts';
import type { MergeChoice, MergeRow } from '../../../domain/assessments/merge.ts';
import type { FormFault } from '../../../domain/form-fault.ts';
import type { Form } from '../../../platform/http/context.ts';
import { linesOf } from '../writing/section-form.ts';

/** The names of the boxes for one question on which two people met; rows are numbered as they are shown. */
export const mergeNames = (index: number) => ({
  choice: `choice-${index}`,
  own: `own-${index}`,
  ownComment: `own-comment-${index}`,
  key: `key-${index}`,
});

/** Reads what was chosen for each question; one without a choice is an error that leads to it. */
export function readChoices(
  rows: readonly MergeRow[],
  form: Form,
): { choices: Record<string, MergeChoice>; errors: FormFault[] } {
  const choices: Record<string, MergeChoice> = {};
  const errors: FormFault[] = [];
  rows.forEach((row, index) => {
    const names = mergeNames(index);
    // The form speaks of the question it showed, whatever has been saved since.
    const isShown = form.text(names.key) === row.question;
    const picked = isShown ? form.text(names.choice) : '';
    if (picked === 'mine' || picked === 'theirs') choices[row.question] = { kind: picked };
    else if (picked === 'own') {
      choices[row.question] = { kind: 'own', answer: ownAnswer(row, names, form) };
    } else {
      errors.push({ field: names.choice, message: 'Choose yours, theirs or a text of both' });
    }
  });
  return { choices, errors };
}

function ownAnswer(row: MergeRow, names: ReturnType<typeof mergeNames>, form: Form): Answer {
  const text = form.all(names.own)[0] ?? '';
  const comment = form.all(names.ownComment)[0] ?? '';
  const isList = [row.mine, row.theirs].some(
    (answer) => answer?.state === 'answered' && typeof answer.value !== 'string',
  );
  const value = isList ? linesOf(text) : text;
  return { state: 'answered', value, ...(comment.trim() === '' ? {} : { comment }) };
}
