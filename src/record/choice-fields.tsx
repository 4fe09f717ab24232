import { type Choice, ChoiceField, SelectField, TickField } from '../ui/layout/fields.tsx';
import type { Field, Option, Options } from './field.ts';

type Said = {
  readonly label: string;
  readonly hint?: string;
  readonly says?: string;
  /** Said in a drop-down box while nothing is chosen. */
  readonly empty?: string;
  /** Radio buttons, large or small, or one drop-down box. */
  readonly as?: 'radios' | 'small-radios' | 'inline-radios' | 'select';
};
type Required = { readonly required: string };

/** One of a code list, or of a choice that the page makes under this name; without `required` none is null. */
export function code(list: string, said: Said & Required): Field<string>;
export function code(list: string, said: Said): Field<string | null>;
export function code(list: string, said: Said & Partial<Required>): Field<string | null> {
  return { ...oneOf((options) => options[list] ?? [], { as: 'select', ...said }), list };
}

/** One of a few choices that never change; without `required` none is null. */
export function choice<const C extends readonly Choice[]>(
  choices: C,
  said: Said & Required,
): Field<C[number]['value']>;
export function choice<const C extends readonly Choice[]>(
  choices: C,
  said: Said,
): Field<C[number]['value'] | null>;
export function choice(choices: readonly Choice[], said: Said & Partial<Required>) {
  return oneOf(() => choices, said);
}

/** The answers to a question of yes or no: not knowing and not having asked are two of them. */
export const yesNoAnswers = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
  { value: 'unknown', text: 'Not known yet' },
  { value: 'not-asked', text: 'Not asked' },
] as const;

/** Yes, no, or one of two ways of not knowing. */
export const yesNo = (said: Said & Required): Field<(typeof yesNoAnswers)[number]['value']> =>
  choice(yesNoAnswers, { as: 'small-radios', ...said });

/** For questions that do not concern everybody. */
export const doesNotApply = { value: 'not-applicable', text: 'Does not apply' } as const;

/** An answer of yes or no in words. */
export const yesNoText = (value: string): string => textOf([...yesNoAnswers, doesNotApply], value);

function oneOf(
  choicesOf: (options: Options) => readonly Option[],
  said: Said & Partial<Required>,
): Field<string | null> {
  return {
    label: said.says ?? said.label,
    anchor: (name) => name,
    read: (form, name, { options }) => {
      const typed = form.text(name);
      if (typed === '') return said.required ? { fault: said.required } : { value: null };
      return choicesOf(options).some(({ value }) => value === typed)
        ? { value: typed }
        : { fault: said.required ?? 'Choose one of these, or none' };
    },
    shown: (value, name) => ({ [name]: value ?? '' }),
    words: (value, options) => textOf(choicesOf(options), value),
    draw: ({
      name,
      faults,
      shown,
      options,
      empty = said.empty,
      label = said.label,
      hint = said.hint,
    }) => {
      const chosen = [shown[name] ?? ''].flat()[0];
      const choices = choicesOf(options).filter(({ past, value }) => !past || value === chosen);
      const field = { name, label, hint, choices, errors: faults, typed: shown };
      if (said.as === 'select') return <SelectField {...field} {...(empty ? { empty } : {})} />;
      return (
        <ChoiceField
          {...field}
          small={said.as === 'small-radios'}
          inline={said.as === 'inline-radios'}
        />
      );
    },
  };
}

/** Tick boxes: none, one or several of a code list, of a choice that the page makes, or of these. */
export function ticks(
  from: string | readonly Choice[],
  said: Omit<Said, 'as'> & Partial<Required>,
): Field<readonly string[]> {
  const choicesOf = (options: Options) => (typeof from === 'string' ? (options[from] ?? []) : from);
  return {
    label: said.says ?? said.label,
    ...(typeof from === 'string' ? { list: from } : {}),
    anchor: (name) => name,
    read: (form, name, { options }) => {
      const value = form.all(name).filter((each) => each !== '');
      if (value.length === 0 && said.required) return { fault: said.required };
      const known = choicesOf(options);
      return value.every((each) => known.some((one) => one.value === each))
        ? { value }
        : { fault: 'Choose from these' };
    },
    shown: (value, name) => ({ [name]: [...value] }),
    words: (value, options) => value.map((each) => textOf(choicesOf(options), each)).join(', '),
    draw: ({ name, faults, shown, options, label = said.label, hint = said.hint }) => {
      const chosen = [shown[name] ?? []].flat();
      const choices: readonly Option[] = choicesOf(options);
      return (
        <TickField
          name={name}
          label={label}
          hint={hint}
          choices={choices.filter(({ past, value }) => !past || chosen.includes(value))}
          errors={faults}
          typed={shown}
          small
        />
      );
    },
  };
}

/** One box to tick, true or false. */
export const tick = (said: {
  readonly label: string;
  readonly text: string;
  readonly hint?: string;
}): Field<boolean> => ({
  label: said.label,
  anchor: (name) => name,
  read: (form, name) => ({ value: form.text(name) === 'yes' }),
  shown: (value, name) => ({ [name]: value ? 'yes' : '' }),
  words: (value) => (value ? 'Yes' : 'No'),
  draw: ({ name, faults, shown, label = said.label }) => (
    <TickField
      name={name}
      label={label}
      choices={[{ value: 'yes', text: said.text, hint: said.hint }]}
      errors={faults}
      typed={shown}
      small
    />
  ),
});

/** Which button sent the form. Nobody writes it, so no conflict shows it. */
export const pressed: Field<string> = {
  label: '',
  anchor: (name) => name,
  read: (form, name) => ({ value: form.text(name) }),
  shown: () => ({}),
  words: () => '',
  draw: () => <></>,
};

const textOf = (choices: readonly Choice[], value: string | null) =>
  value === null
    ? ''
    : (choices.find((each) => each.value === value)?.text ?? value.replaceAll('-', ' '));
