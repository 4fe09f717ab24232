import type { FormFault } from '../domain/form-fault.ts';
import type { Form } from '../platform/http/context.ts';
import type { Typed } from '../ui/layout/fields.tsx';
import type { Asked, Drawing, FieldSet, Options, RowOf, TagsOf, ValuesOf, Words } from './field.ts';

export type ReadFields<F extends FieldSet> =
  | { readonly ok: true; readonly value: ValuesOf<F> }
  | { readonly ok: false; readonly faults: readonly FormFault[] };

/** Reads every field of a posted form; each fault leads to its box, and nothing typed is changed. */
export function readFields<F extends FieldSet>(fields: F, form: Form, asked: Asked): ReadFields<F> {
  const value: Record<string, unknown> = {};
  const faults: FormFault[] = [];
  for (const [name, field] of Object.entries(fields)) {
    const read = field.read(form, name, asked);
    if ('faults' in read) faults.push(...read.faults);
    else if ('fault' in read) faults.push({ field: field.anchor(name), message: read.fault });
    else value[name] = read.value;
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: value as ValuesOf<F> };
}

/** Stored values as the boxes of a form hold them. */
export function shownOf<F extends FieldSet>(fields: F, row: RowOf<F>): Typed {
  const shown: Record<string, string | string[]> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = row[name];
    if (value !== undefined && value !== null) Object.assign(shown, field.shown(value, name));
  }
  return shown;
}

/** Each field's value in words, by column. */
export function wordsOf<F extends FieldSet>(
  fields: F,
  row: RowOf<F>,
  options: Options,
): { readonly [K in keyof F]: string } {
  const words = Object.entries(fields).map(([name, field]) => {
    const value = row[name];
    return [name, value === undefined || value === null ? '' : field.words(value, options)];
  });
  return Object.fromEntries(words);
}

/** The fields as tags of a page, each drawn from what the form holds. */
export function tagsOf<F extends FieldSet>(
  fields: F,
  drawing: Omit<Drawing, 'name' | keyof Words>,
): TagsOf<F> {
  const tags = Object.entries(fields).map(([name, field]) => [
    name,
    (words: Words) => field.draw({ ...drawing, ...words, name }),
  ]);
  return Object.fromEntries(tags);
}

/** The names of what these fields choose from. */
export const listsOf = (fields: FieldSet): string[] =>
  Object.values(fields).flatMap(({ list }) => list ?? []);
