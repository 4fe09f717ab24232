import { choice, code, pressed, ticks } from '../../../record/choice-fields.tsx';
import type { Field, Option } from '../../../record/field.ts';
import { readFields, tagsOf } from '../../../record/fields.ts';
import { longText, text } from '../../../record/text-fields.tsx';
import { answerWords } from '../audit-words.ts';
import type { PromptAnswer } from './reading.queries.ts';

type Answers = Readonly<Record<string, PromptAnswer>>;

const partsOf = (prompts: readonly Option[]) => {
  const parts: Record<string, Field<string | null>> = {};
  for (const { value, text: prompt } of prompts) {
    parts[`prompt-${value}`] = choice(
      [
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
        { value: 'not-applicable', text: 'Does not apply' },
      ],
      { label: prompt, required: `Answer: ${prompt}`, as: 'inline-radios' },
    );
    parts[`note-${value}`] = text({ label: 'Note, if there is one', max: 2000 });
  }
  return parts;
};

/** An answer to each of the question's prompts, and a note where there is one. */
const promptsField: Field<Answers> = {
  label: 'Prompts',
  anchor: (name) => name,
  read: (form, _name, asked) => {
    const prompts = asked.options.prompts ?? [];
    const read = readFields(partsOf(prompts), form, asked);
    if (!read.ok) return { faults: read.faults };
    const answers = prompts.map(({ value }) => [
      value,
      { answer: read.value[`prompt-${value}`] ?? '', note: read.value[`note-${value}`] ?? null },
    ]);
    return { value: Object.fromEntries(answers) };
  },
  shown: (answers) =>
    Object.fromEntries(
      Object.entries(answers).flatMap(([id, { answer, note }]) => [
        [`prompt-${id}`, answer],
        [`note-${id}`, note ?? ''],
      ]),
    ),
  words: (answers, { prompts = [] }) =>
    prompts
      .flatMap(({ value, text: prompt }) => {
        const { answer, note } = answers[value] ?? {};
        return answer ? [`${prompt} ${answerWords[answer] ?? answer}. ${note ?? ''}`.trim()] : [];
      })
      .join('\n'),
  draw: ({ faults, shown, options }) => (
    <>
      {Object.values(tagsOf(partsOf(options.prompts ?? []), { faults, shown, options })).map(
        (Part) => (
          <Part />
        ),
      )}
    </>
  ),
};

/** What a reader judges of one key question. */
export const questionFields = {
  prompts: promptsField,
  answer: code('answers', {
    label: 'Judgement',
    hint: 'Weigh the prompts, do not add them up: one that is missing may matter more than three that are there',
    required: 'Choose what you judge',
    as: 'radios',
  }),
  reason: longText({
    label: 'Why?',
    hint: 'What tipped it, in words that the worker can learn from',
    required: 'Enter why you judge so',
  }),
  evidence: ticks('items', {
    label: 'Where in the record is it seen?',
    hint: 'A yes needs at least one. A no may rest on what is missing.',
  }),
  step: pressed,
};
