import { formatClock } from '../domain/calendar/british-time.ts';
import { parseClock } from '../domain/contacts/clock.ts';
import type { Field } from './field.ts';
import { text } from './text-fields.tsx';

type Said = { readonly label: string; readonly hint?: string; readonly says?: string };

/** A time as people type it, read as `14:30`. Without `required` it may be left blank, and reads null. */
export function clock(said: Said & { readonly required: string }): Field<string>;
export function clock(said: Said): Field<string | null>;
export function clock(said: Said & { readonly required?: string }): Field<string | null> {
  const typed = text({ ...said, width: 'one-half' });
  return {
    ...typed,
    read: (form, name) => {
      const words = form.text(name);
      if (words === '') return said.required ? { fault: said.required } : { value: null };
      const value = parseClock(words);
      return value ? { value } : { fault: 'Enter a time with am or pm, or as 14:30' };
    },
    words: (value) => (value ? formatClock(value) : ''),
  };
}
