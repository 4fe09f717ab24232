import type { SourceRow } from '../referrals/map-columns.ts';
import type { Framework } from './framework.ts';
import { standardsOf } from './in-framework.ts';
import { type JudgedResult, judgeResult, type TypedResult } from './judge-results.ts';
import type { PublishedResult } from './published.ts';

export const RESULT_COLUMNS = {
  required: ['service', 'published', 'framework', 'overall_rating', 'source'],
  optional: ['inspection_type', 'overall_score', 'overall_max', 'resettlement'],
} as const;

/** A heading as it is compared: “Overall rating” is overall_rating. */
export const columnKey = (heading: string) =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');

export type ResultFile =
  | { readonly kind: 'refused'; readonly problems: readonly string[] }
  | {
      readonly kind: 'judged';
      readonly fresh: readonly (JudgedResult & { readonly line: number })[];
      /** Lines whose result is held as it is. */
      readonly held: number;
    };

/** The key under which a result is held: one service has one report published at one time. */
export const resultKey = ({ service, published }: Pick<PublishedResult, 'service' | 'published'>) =>
  `${service.trim().toLowerCase()} ${published}`;

/** Judges a file of published results whole: what is new, what is held already, or every fault by line and column. */
export function judgeResultFile(
  frameworks: readonly Framework[],
  rows: readonly SourceRow[],
  held: readonly PublishedResult[],
): ResultFile {
  const [head, ...lines] = rows;
  const columns = (head?.cells ?? []).map(columnKey);
  const problems = problemsOfHead(frameworks, head, columns);
  if (problems.length > 0) return { kind: 'refused', problems };
  const known = new Map(held.map((result) => [resultKey(result), result]));
  const fresh: (JudgedResult & { line: number })[] = [];
  let same = 0;
  for (const { line, cells } of lines) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const judged = judgeResult(frameworks, typedOf(columns, cells));
    if ('faults' in judged) {
      for (const { field, message } of judged.faults)
        problems.push(`Line ${line}, column ${field || 'framework'}: ${message}`);
      continue;
    }
    const before = known.get(resultKey(judged.result));
    if (!before) {
      fresh.push({ ...judged, line });
      known.set(resultKey(judged.result), judged.result);
    } else if (saysTheSame(before, judged.result)) same += 1;
    else
      problems.push(
        `Line ${line}, column service: ${judged.result.service}, published ${judged.result.published}, is held already and says something else: correct it on its page, with a reason, or take the line out`,
      );
  }
  if (problems.length === 0 && fresh.length + same === 0) problems.push('There is no result in it');
  return problems.length > 0
    ? { kind: 'refused', problems }
    : { kind: 'judged', fresh, held: same };
}

function problemsOfHead(
  frameworks: readonly Framework[],
  head: SourceRow | undefined,
  columns: readonly string[],
): string[] {
  const line = `Line ${head?.line ?? 1}`;
  const known = [
    ...RESULT_COLUMNS.required,
    ...RESULT_COLUMNS.optional,
    ...frameworks.flatMap(standardsOf).map(({ id }) => id.toLowerCase()),
  ];
  return [
    ...RESULT_COLUMNS.required
      .filter((name) => !columns.includes(name))
      .map((name) => `${line}: the column ${name} is missing: add it`),
    ...columns
      .filter((name, at) => name !== '' && columns.indexOf(name) < at)
      .map((name) => `${line}: the column ${name} stands twice: take one out`),
    ...columns
      .filter((name) => name !== '' && !known.includes(name))
      .map(
        (name) =>
          `${line}: there is no column ${name}: use ${known.slice(0, 9).join(', ')} or a standard’s number`,
      ),
  ];
}

function typedOf(columns: readonly string[], cells: readonly string[]): TypedResult {
  const of = (name: string) => (cells[columns.indexOf(name)] ?? '').trim();
  const named = new Set<string>([...RESULT_COLUMNS.required, ...RESULT_COLUMNS.optional, '']);
  return {
    service: of('service'),
    published: of('published'),
    framework: of('framework'),
    inspection_type: of('inspection_type'),
    overall_rating: of('overall_rating'),
    overall_score: of('overall_score'),
    overall_max: of('overall_max'),
    resettlement: of('resettlement'),
    source: of('source'),
    standards: Object.fromEntries(
      columns.flatMap((name) =>
        named.has(name) || of(name) === '' ? [] : [[name.toUpperCase(), of(name)]],
      ),
    ),
  };
}

/** Whether two results state the same, whatever else is known of the one that is held. */
function saysTheSame(held: PublishedResult, result: PublishedResult): boolean {
  const said = (one: PublishedResult) =>
    [one.framework, one.overallRating, one.resettlement ?? ''].join('|').toLowerCase();
  const scores = [held.overallScore, held.overallMax];
  const agrees = [result.overallScore, result.overallMax].every(
    (number, at) => number === null || number === scores[at],
  );
  return (
    said(held) === said(result) &&
    agrees &&
    Object.entries(result.standards).every(
      ([id, { rating }]) => held.standards[id]?.rating.toLowerCase() === rating.toLowerCase(),
    )
  );
}
