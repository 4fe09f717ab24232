import { type Day, formatDay } from '../domain/calendar/day.ts';
import { dayTyped, readDay } from '../platform/http/parse-form.ts';
import { DayField } from '../ui/layout/fields.tsx';
import { boxesOf } from './day-asked.ts';
import type { Field } from './field.ts';

type Said = {
  readonly label: string;
  readonly hint?: string;
  /** Begins the sentence of a fault: "The first day". */
  readonly says: string;
  /** Whether it may be only in the past, today included, or only in the future. */
  readonly within?: 'past' | 'future';
};

/** A day in three boxes. Without `required` it may be left blank, and reads null. */
export function day(said: Said & { readonly required: string }): Field<Day>;
export function day(said: Said): Field<Day | null>;
export function day(said: Said & { readonly required?: string }): Field<Day | null> {
  return {
    label: said.says,
    anchor: (name) => `${name}-day`,
    read: (form, name, { today }) => {
      const read = readDay(dayTyped(form, name), {
        label: said.says,
        ...(said.within === 'past' ? { notAfter: today } : {}),
        ...(said.within === 'future' ? { notBefore: today } : {}),
      });
      if ('fault' in read || read.value) return read;
      return said.required ? { fault: said.required } : read;
    },
    shown: (value, name) => boxesOf(name, value ?? ''),
    words: (value) => (value ? formatDay(value) : ''),
    draw: ({ name, faults, shown, label = said.label, hint = said.hint }) => (
      <DayField name={name} label={label} hint={hint} errors={faults} typed={shown} />
    ),
  };
}
