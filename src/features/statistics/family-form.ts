import { z } from 'zod';
import type { Area } from '../../domain/statistics/benchmark.ts';
import { requiredText, versionField } from '../../platform/http/parse-form.ts';
import type { FieldError } from '../../ui/layout/page.tsx';
import type { Family } from './families.queries.ts';

const MOST = 40;

export const familyForm = z.object({
  name: requiredText('Enter the family’s name', 100),
  why: requiredText('Say where the list comes from, or why these areas', 2000),
  members: requiredText('Name at least one local authority', 4000),
  version: versionField,
});

/** Names, one a line, as codes of local authorities; each line that names none is an error that says so. */
export function membersTyped(
  text: string,
  areas: readonly Area[],
): { readonly codes: readonly string[]; readonly errors: readonly FieldError[] } {
  const byWord = new Map(
    areas
      .filter(({ type }) => type === 'local authority')
      .flatMap(({ code, name }) => [
        [code, code],
        [name.toLowerCase(), code],
      ]),
  );
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const unknown = lines.filter((line) => !byWord.has(line.toLowerCase()));
  const codes = [...new Set(lines.map((line) => byWord.get(line.toLowerCase()) ?? ''))];
  const message =
    unknown.length > 0
      ? `Not a local authority of England: ${unknown.join('; ')}. Write its whole name, one a line`
      : codes.length > MOST
        ? `Name at most ${MOST} local authorities`
        : null;
  return { codes, errors: message ? [{ field: 'members', message }] : [] };
}

/** A family's name is used once. */
export const nameErrors = (name: string, others: readonly Family[]): readonly FieldError[] =>
  others.some((other) => other.name.toLowerCase() === name.toLowerCase())
    ? [{ field: 'name', message: 'There is a family of this name: choose another name' }]
    : [];

/** The members as they are typed: names, one a line. */
export function memberLines(members: readonly string[], areas: readonly Area[]): string {
  const names = new Map(areas.map(({ code, name }) => [code, name]));
  return members.map((code) => names.get(code) ?? code).join('\n');
}
