import { z } from 'zod';
import type { Day } from '../../domain/calendar/day.ts';
import { readTypedDay, type TypedDay } from '../../domain/calendar/typed-day.ts';
import type { FormFault } from '../../domain/form-fault.ts';
import type { Form } from './context.ts';

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: readonly FormFault[] };

/**
 * Reads a posted form by a schema. A date is three fields, `name-day`, `name-month`, `name-year`, given to the schema
 * as one value for `dayField`. Each fault names the field it leads to; nothing typed is changed or dropped.
 */
export function parseForm<T>(schema: z.ZodType<T>, form: Form): Parsed<T> {
  const raw: Record<string, unknown> = { ...form.values };
  for (const name of Object.keys(form.values)) {
    const stem = name.match(/^(.+)-day$/)?.[1];
    if (stem) raw[stem] = dayTyped(form, stem);
  }
  const result = schema.safeParse(raw);
  if (result.success) return { ok: true, value: result.data };
  const seen = new Set<string>();
  const errors = result.error.issues
    .map(({ path, message }) => ({ field: fieldOf(path.map(String), raw), message }))
    .filter(({ field }) => !seen.has(field) && seen.add(field));
  return { ok: false, errors };
}

// The summary's link leads to the first box of a date.
const fieldOf = (path: string[], raw: Record<string, unknown>) => {
  const name = path[0] ?? 'form';
  return `${name}-day` in raw ? `${name}-day` : name;
};

/** The three boxes of a date as one text. */
export const dayTyped = (form: Form, stem: string) =>
  JSON.stringify(['day', 'month', 'year'].map((part) => form.text(`${stem}-${part}`)));

function dayOfTyped(typed: string): TypedDay {
  const [day = '', month = '', year = ''] = z.array(z.string()).parse(JSON.parse(typed));
  return readTypedDay({ day, month, year });
}

type DayRule = { readonly label: string; readonly notAfter?: Day; readonly notBefore?: Day };

// What is wrong with the boxes of a date, and what to do.
function faultOfDay(read: Exclude<TypedDay, { kind: 'day' | 'none' }>, label: string): string {
  if (read.kind === 'part-missing')
    return `Enter a ${read.part}. ${label} must have a day, a month and a year`;
  if (read.kind === 'short-year')
    return `Enter the year in four figures, such as 2026. ${label} must have a whole year`;
  return `${label} must be a real date, such as 27 3 2026`;
}

/** A date as its three boxes hold it, against what is allowed; blank is null. */
export function readDay(
  typed: string,
  { label, notAfter, notBefore }: DayRule,
): { readonly value: Day | null } | { readonly fault: string } {
  const read = dayOfTyped(typed);
  if (read.kind === 'none') return { value: null };
  if (read.kind !== 'day') return { fault: faultOfDay(read, label) };
  const { day } = read;
  if (notAfter && day > notAfter) return { fault: `${label} must be today or in the past` };
  if (notBefore && day < notBefore) return { fault: `${label} must be today or in the future` };
  return { value: day };
}

const optionalDayOf = (rule: DayRule) =>
  z
    .string()
    .default('[]')
    .transform((typed, context): Day | null => {
      const read = readDay(typed, rule);
      if ('value' in read) return read.value;
      context.addIssue({ code: 'custom', message: read.fault });
      return z.NEVER;
    });

/** A date that may be left blank. `label` begins the error's sentence: "The day you met". */
export const optionalDay = (rule: DayRule) => optionalDayOf(rule);

/** Words that must be given. */
export const requiredText = (required: string, max = 20_000) =>
  z
    .string({ error: required })
    .trim()
    .min(1, required)
    .max(max, `Use ${max.toLocaleString('en-GB')} letters or fewer`);

/** Words that may be left out; blank becomes null. */
export const optionalText = (max = 20_000) =>
  z
    .string()
    .trim()
    .max(max, `Use ${max.toLocaleString('en-GB')} letters or fewer`)
    .default('')
    .transform((text) => text || null);

/** One of several choices that must be made. */
export const requiredChoice = <const T extends readonly [string, ...string[]]>(
  choices: T,
  required: string,
) => z.enum(choices, { error: required });

const noVersion = -1;

/** A version from a form or an address; text that no row can have is a version of none, answered as one that was overtaken. */
export const versionOf = (text: string): number =>
  /^\d{0,9}$/.test(text.trim()) ? Number(text) : noVersion;
