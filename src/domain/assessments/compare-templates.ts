import type { Answer } from './answers.ts';
import type { Content } from './content.ts';
import { valuesToChoose } from './load-template.ts';
import { type Question, questionsOf, type Template } from './template.ts';

/** One thing that a question says otherwise than before; words of either side, blank where there are none. */
type Change = { readonly of: string; readonly before: string; readonly after: string };

/** What one version of a tool asks that another does not. */
export type Compared = {
  readonly added: readonly Question[];
  readonly removed: readonly Question[];
  readonly changed: readonly { readonly question: Question; readonly changes: readonly Change[] }[];
};

const words = (value: unknown): string => {
  if (value === undefined || value === null || value === '') return '';
  if (Array.isArray(value)) return value.map(words).join(' · ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'object') return Object.values(value).map(words).join(': ');
  return String(value);
};

const parts = {
  label: 'Question',
  type: 'Kind of answer',
  hint: 'Hint',
  missing: 'Said when it is left empty',
  prompts: 'Prompts',
  lenses: 'Lenses',
  required: 'Must be answered',
  choices: 'Choices',
  condition: 'Asked when',
  commentRequired: 'Needs a comment',
  prefill: 'Filled in from the record',
  role: 'Part in the rules',
  judgement: 'Judgement',
} as const satisfies Partial<Record<keyof Question, string>>;

/** Compares two versions of a tool question by question, by their ids. */
export function compareTemplates(before: Template, after: Template): Compared {
  const old = new Map(questionsOf(before).map((question) => [question.id, question]));
  const now = questionsOf(after);
  const ids = new Set(now.map(({ id }) => id));
  return {
    added: now.filter(({ id }) => !old.has(id)),
    removed: [...old.values()].filter(({ id }) => !ids.has(id)),
    changed: now.flatMap((question) => {
      const was = old.get(question.id);
      const changes = was ? changesOf(was, question) : [];
      return changes.length > 0 ? [{ question, changes }] : [];
    }),
  };
}

const changesOf = (was: Question, is: Question): Change[] =>
  (Object.keys(parts) as (keyof typeof parts)[]).flatMap((part) => {
    const [before, after] = [words(was[part]), words(is[part])];
    return before === after ? [] : [{ of: parts[part], before, after }];
  });

/** What was signed, as far as this version asks for it; the rest stays in the assessment that was signed. */
export function carriedInto(template: Template, content: Content): Content {
  const questions = new Map(questionsOf(template).map((question) => [question.id, question]));
  const fits = ([id, answer]: [string, Answer]) => {
    const question = questions.get(id);
    if (!question || answer.state !== 'answered') return question !== undefined;
    if (Array.isArray(answer.value)) return question.type === 'list';
    const values = valuesToChoose(question);
    return question.type !== 'list' && (!values || values.includes(String(answer.value)));
  };
  return { ...content, answers: Object.fromEntries(Object.entries(content.answers).filter(fits)) };
}
