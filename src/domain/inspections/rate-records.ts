import { chooseFramework } from './choose-framework.ts';
import type { Framework } from './framework.ts';
import { nameStated } from './name-stated.ts';
import { type RatedResult, rateResult } from './rate-result.ts';
import { readStated } from './read-stated.ts';
import type { FieldProblem } from './shape.ts';

export type RatedRecords =
  | { readonly kind: 'rated'; readonly results: readonly RatedResult[] }
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

/** Rates one stated result or a list of them, in the same order, or names every record and field that is wrong. */
export function rateRecords(frameworks: readonly Framework[], json: unknown): RatedRecords {
  const records: readonly unknown[] = Array.isArray(json) ? json : [json];
  const outcomes = records.map((record) => rateRecord(frameworks, record));
  const problems = outcomes.flatMap(({ problems: found }, index) =>
    found.map(({ field, problem }) =>
      [labelOf(records, index), ...(field ? [field] : [])].join(', ').concat(`: ${problem}`),
    ),
  );
  return problems.length > 0
    ? { kind: 'refused', problems }
    : { kind: 'rated', results: outcomes.flatMap(({ result }) => (result ? [result] : [])) };
}

type Outcome = { readonly result: RatedResult | null; readonly problems: readonly FieldProblem[] };

function rateRecord(frameworks: readonly Framework[], record: unknown): Outcome {
  const read = readStated(record);
  if (read.kind === 'refused') return { result: null, problems: read.problems };
  const chosen = chooseFramework(frameworks, read.value);
  if (chosen.kind === 'refused') return { result: null, problems: [chosen.problem] };
  const { named, problems } = nameStated(chosen.framework, read.value);
  return problems.length > 0
    ? { result: null, problems }
    : { result: rateResult(chosen.framework, read.value, named), problems };
}

function labelOf(records: readonly unknown[], index: number): string {
  const record = records[index];
  const service =
    typeof record === 'object' && record !== null && 'service' in record ? record.service : null;
  return `record ${index + 1}${typeof service === 'string' ? ` (${service})` : ''}`;
}
