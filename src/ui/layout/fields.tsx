import type { Day } from '../../domain/calendar/day.ts';
import type { FormFault } from '../../domain/form-fault.ts';
import { Checkboxes, DateInput, Input, Radios, Select, Textarea } from '../govuk/components.tsx';
import type { Html } from '../html.ts';

/** What a form shows: what was typed wins over what is stored. */
export type Typed = Readonly<Record<string, string | string[]>>;

type Field = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly errors: readonly FormFault[];
  readonly typed: Typed;
  /** What is stored now, shown when nothing has been typed. */
  readonly stored?: string | null | undefined;
};
export type Choice = {
  readonly value: string;
  readonly text: string;
  readonly hint?: string | undefined;
};

const textOf = ({ typed, name, stored }: Pick<Field, 'typed' | 'name' | 'stored'>) =>
  [typed[name] ?? stored ?? ''].flat()[0] ?? '';
const allOf = ({ typed, name }: Pick<Field, 'typed' | 'name'>, stored: readonly string[] = []) =>
  name in typed ? [typed[name] ?? []].flat() : [...stored];

/** The message of a field, for a component's `errorMessage`. */
export const errorOf = (errors: readonly FormFault[], field: string) => {
  const found = errors.find((error) => error.field === field);
  return found ? { errorMessage: { text: found.message } } : {};
};
const hintOf = (hint: string | undefined) => (hint ? { hint: { text: hint } } : {});

export function TextField(
  field: Field & { readonly width?: 'two-thirds' | 'one-half' | 'one-third' | 'one-quarter' },
): Html {
  return (
    <Input
      id={field.name}
      name={field.name}
      value={textOf(field)}
      label={{ text: field.label, classes: 'govuk-label--s' }}
      {...hintOf(field.hint)}
      classes={`govuk-!-width-${field.width ?? 'two-thirds'}`}
      {...errorOf(field.errors, field.name)}
    />
  );
}

/** Long words. */
export function LongText(field: Field & { readonly rows?: number }): Html {
  return (
    <Textarea
      id={field.name}
      name={field.name}
      rows={String(field.rows ?? 6)}
      value={textOf(field)}
      label={{ text: field.label, classes: 'govuk-label--s' }}
      {...hintOf(field.hint)}
      {...errorOf(field.errors, field.name)}
    />
  );
}

export function DayField(
  field: Omit<Field, 'stored'> & { readonly stored?: Day | null | undefined },
): Html {
  const [year = '', month = '', day = ''] = (field.stored ?? '').split('-');
  const value = (part: string, stored: string) =>
    [field.typed[`${field.name}-${part}`] ?? stored.replace(/^0/, '')].flat()[0] ?? '';
  const fault = errorOf(field.errors, `${field.name}-day`);
  const wrong = 'errorMessage' in fault ? ' govuk-input--error' : '';
  return (
    <DateInput
      id={field.name}
      namePrefix={field.name}
      fieldset={{ legend: { text: field.label, classes: 'govuk-fieldset__legend--s' } }}
      {...hintOf(field.hint)}
      {...fault}
      items={[
        { name: 'day', classes: `govuk-input--width-2${wrong}`, value: value('day', day) },
        { name: 'month', classes: `govuk-input--width-2${wrong}`, value: value('month', month) },
        { name: 'year', classes: `govuk-input--width-4${wrong}`, value: value('year', year) },
      ]}
    />
  );
}

export function ChoiceField(
  field: Field & {
    readonly choices: readonly Choice[];
    readonly inline?: boolean;
    readonly small?: boolean;
  },
): Html {
  const chosen = textOf(field);
  return (
    <Radios
      idPrefix={field.name}
      name={field.name}
      fieldset={{ legend: { text: field.label, classes: 'govuk-fieldset__legend--s' } }}
      {...hintOf(field.hint)}
      {...errorOf(field.errors, field.name)}
      classes={[
        field.inline ? 'govuk-radios--inline' : '',
        field.small ? 'govuk-radios--small' : '',
      ]
        .join(' ')
        .trim()}
      items={field.choices.map(({ value, text, hint }) => ({
        value,
        text,
        checked: value === chosen,
        ...hintOf(hint),
      }))}
    />
  );
}

export function SelectField(
  field: Field & { readonly choices: readonly Choice[]; readonly empty?: string },
): Html {
  const chosen = textOf(field);
  const empty = { value: '', text: field.empty ?? 'Choose' };
  return (
    <Select
      id={field.name}
      name={field.name}
      label={{ text: field.label, classes: 'govuk-label--s' }}
      {...hintOf(field.hint)}
      {...errorOf(field.errors, field.name)}
      items={[empty, ...field.choices].map(({ value, text }) => ({
        value,
        text,
        selected: value === chosen,
      }))}
    />
  );
}

export function TickField(
  field: Omit<Field, 'stored'> & {
    readonly choices: readonly Choice[];
    readonly stored?: readonly string[];
    readonly small?: boolean;
  },
): Html {
  const chosen = allOf(field, field.stored);
  return (
    <Checkboxes
      idPrefix={field.name}
      name={field.name}
      fieldset={{ legend: { text: field.label, classes: 'govuk-fieldset__legend--s' } }}
      {...hintOf(field.hint)}
      {...errorOf(field.errors, field.name)}
      classes={field.small ? 'govuk-checkboxes--small' : ''}
      items={field.choices.map(({ value, text, hint }) => ({
        value,
        text,
        checked: chosen.includes(value),
        ...hintOf(hint),
      }))}
    />
  );
}

/** The row's version, so that saving over somebody else's change is noticed. */
export function VersionField({ version }: { readonly version: number }): Html {
  return <input type="hidden" name="version" value={String(version)} />;
}
