import type { Problem } from '../../domain/problem.ts';
import type { FormError } from '../../platform/http/parse-form.ts';

/** A rule's problems as errors of a form; a date's link leads to its first box. */
export const fieldErrors = (
  problems: readonly Problem[],
  days: readonly string[] = [],
): FormError[] =>
  problems.map(({ anchor, message }) => ({
    field: days.includes(anchor) ? `${anchor}-day` : anchor,
    message,
  }));

/** The first error a field, rules of the form before rules of practice. */
export function onceEach(errors: readonly FormError[]): FormError[] {
  const seen = new Set<string>();
  return errors.filter(({ field }) => !seen.has(field) && seen.add(field));
}
