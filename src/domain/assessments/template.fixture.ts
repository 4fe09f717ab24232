import shipped from '../../../db/reference/assessment-templates/foothold-1.json' with {
  type: 'json',
};
import type { Answers } from './answers.ts';
import { questionsOf, type Template, templateSchema } from './template.ts';

/** The shipped tool, for tests. */
export const foothold: Template = templateSchema.parse(shipped);

/** An answer to every question of the shipped tool, with the given text in each text box. */
export function fullyAnswered(text = 'Kit says that things are calmer at home now.'): Answers {
  return Object.fromEntries(
    questionsOf(foothold).map((question) => {
      const value = question.type === 'yes-no-unknown' ? 'no' : text;
      const isList = question.type === 'list';
      return [
        question.id,
        { state: 'answered', value: isList ? [value] : value, comment: 'It means this.' } as const,
      ];
    }),
  );
}
