import type { FormFault } from '../../domain/form-fault.ts';
import { code } from '../../record/choice-fields.tsx';
import type { FieldSet } from '../../record/field.ts';
import { longText } from '../../record/text-fields.tsx';
import type { Matter } from './hearings.queries.ts';
import { notInList } from './results.queries.ts';

export const resultCode = code('results', {
  label: 'Which result?',
  says: 'Result',
  hint: 'By the court’s own code',
});
export const resultWords = longText({
  label: 'In the court’s words, where the code does not say all',
  says: 'The court’s words',
  max: 2000,
  rows: 2,
});

const names = ({ id }: Matter) => ({ code: `result-${id}`, words: `words-${id}` });

/** Two boxes for each charge and order that a hearing was about. */
export const resultFields = (matters: readonly Matter[]): FieldSet =>
  Object.fromEntries(
    matters.flatMap((matter) => [
      [
        names(matter).code,
        code('results', {
          label: `Result: ${matter.words}`,
          hint: 'By the court’s own code. Further results of the same can be added afterwards.',
          empty: 'None yet',
        }),
      ],
      [
        names(matter).words,
        longText({
          label: 'In the court’s words, where the code does not say all',
          says: `The court’s words: ${matter.words}`,
          max: 2000,
          rows: 2,
        }),
      ],
    ]),
  );

export type Given = {
  readonly charge_id: string | null;
  readonly order_id: string | null;
  readonly code: string;
  readonly words: string | null;
};

/** A matter as the columns of a result hold it. */
export const columnsOf = (matter: Matter | undefined) => ({
  charge_id: matter?.of === 'charge' ? matter.id : null,
  order_id: matter?.of === 'order' ? matter.id : null,
});

/** The results that were given of these matters. */
export function givenResults(
  matters: readonly Matter[],
  value: Readonly<Record<string, unknown>>,
): readonly Given[] {
  return matters.flatMap((matter) => {
    const { code: codeName, words } = names(matter);
    const given = value[codeName];
    return typeof given === 'string'
      ? [{ ...columnsOf(matter), code: given, words: (value[words] ?? null) as string | null }]
      : [];
  });
}

/** What is asked again of one result. */
export const resultFaults = (
  { code: given, words }: { readonly code: string | null; readonly words: string | null },
  boxes: { readonly code: string; readonly words: string },
): FormFault[] => {
  if (given === notInList && !words)
    return [
      { field: boxes.words, message: 'Enter the court’s words: the list has no code for it' },
    ];
  return !given && words
    ? [{ field: boxes.code, message: 'Choose the result that these words belong to' }]
    : [];
};

export const resultsFaults = (
  matters: readonly Matter[],
  value: Readonly<Record<string, unknown>>,
): FormFault[] =>
  matters.flatMap((matter) => {
    const boxes = names(matter);
    const text = (name: string) => (value[name] ?? null) as string | null;
    return resultFaults({ code: text(boxes.code), words: text(boxes.words) }, boxes);
  });
