import { LongText, TextField } from '../ui/layout/fields.tsx';
import type { Field } from './field.ts';

type Said = {
  readonly label: string;
  readonly hint?: string;
  /** How the value is named where it stands alone; the label, when left out. */
  readonly says?: string;
};
type Text = Said & {
  readonly max?: number;
  readonly width?: 'two-thirds' | 'one-half' | 'one-third' | 'one-quarter';
};
type Required = { readonly required: string };
const longest = 20_000;

/** A line of words. Without `required` it may be left blank, and reads null. */
export function text(said: Text & Required): Field<string>;
export function text(said: Text): Field<string | null>;
export function text(said: Text & Partial<Required>): Field<string | null> {
  return {
    ...words(said),
    draw: ({ name, faults, shown, label = said.label, hint = said.hint }) => (
      <TextField
        name={name}
        label={label}
        hint={hint}
        width={said.width ?? 'two-thirds'}
        errors={faults}
        typed={shown}
      />
    ),
  };
}

type Long = Said & { readonly max?: number; readonly rows?: number };

/** Many words, in a box of several lines. Without `required` it may be left blank, and reads null. */
export function longText(said: Long & Required): Field<string>;
export function longText(said: Long): Field<string | null>;
export function longText(said: Long & Partial<Required>): Field<string | null> {
  return {
    ...words(said),
    draw: ({
      name,
      faults,
      shown,
      label = said.label,
      hint = said.hint,
      rows = said.rows ?? 4,
    }) => (
      <LongText name={name} label={label} hint={hint} rows={rows} errors={faults} typed={shown} />
    ),
  };
}

type Range = Said & { readonly from: number; readonly to: number; readonly whole?: boolean };

/** A number, kept as the text that the database reads; without `required` blank is null. */
export function number(said: Range & Required): Field<string>;
export function number(said: Range): Field<string | null>;
export function number(said: Range & Partial<Required>): Field<string | null> {
  const name = said.says ?? said.label;
  const kind = said.whole ? 'a whole number' : 'a number';
  return {
    ...words(said),
    read: (form, column) => {
      const typed = form.text(column);
      if (typed === '') return said.required ? { fault: said.required } : { value: null };
      const value = Number(typed);
      const fits =
        /^-?\d+(\.\d+)?$/.test(typed) &&
        value >= said.from &&
        value <= said.to &&
        !(said.whole && typed.includes('.'));
      return fits
        ? { value: String(value) }
        : { fault: `${name} must be ${kind} from ${said.from} to ${said.to}` };
    },
    words: (value) => (value === null ? '' : String(Number(value))),
    draw: ({ name: column, faults, shown, label = said.label, hint = said.hint }) => (
      <TextField
        name={column}
        label={label}
        hint={hint}
        width="one-quarter"
        errors={faults}
        typed={shown}
      />
    ),
  };
}

const words = (
  said: Said & { max?: number; required?: string },
): Omit<Field<string | null>, 'draw'> => ({
  label: said.says ?? said.label,
  anchor: (name) => name,
  read: (form, name) => {
    const typed = form.text(name);
    const max = said.max ?? longest;
    if (typed === '') return said.required ? { fault: said.required } : { value: null };
    if (typed.length > max) return { fault: `Use ${max.toLocaleString('en-GB')} letters or fewer` };
    return { value: typed };
  },
  shown: (value, name) => ({ [name]: value ?? '' }),
  words: (value) => value ?? '',
});
