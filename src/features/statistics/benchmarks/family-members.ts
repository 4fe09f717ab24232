import type { FormFault } from '../../../domain/form-fault.ts';
import type { Area } from '../../../domain/statistics/benchmark.ts';

const MOST = 40;

/** Names, one a line, as codes of local authorities; each line that names none is a fault that says so. */
export function membersTyped(
  text: string,
  areas: readonly Area[],
): { readonly codes: readonly string[]; readonly faults: readonly FormFault[] } {
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
  return { codes, faults: message ? [{ field: 'members', message }] : [] };
}

/** The members as they are typed: names, one a line. */
export function memberLines(members: readonly string[], areas: readonly Area[]): string {
  const names = new Map(areas.map(({ code, name }) => [code, name]));
  return members.map((code) => names.get(code) ?? code).join('\n');
}
