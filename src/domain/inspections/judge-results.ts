import { isDay } from '../calendar/day.ts';
import { readCount } from '../figures/read-count.ts';
import type { FormFault } from '../form-fault.ts';
import type { Framework } from './framework.ts';
import type { PublishedResult } from './published.ts';
import { rateRecords } from './rate-records.ts';

/** A published result as it is typed or stands in a row: texts, empty where nothing is said. */
export type TypedResult = {
  readonly service: string;
  readonly published: string;
  readonly framework: string;
  readonly inspection_type: string;
  readonly overall_rating: string;
  readonly overall_score: string;
  readonly overall_max: string;
  readonly resettlement: string;
  readonly source: string;
  /** The rating of each standard, by its number. */
  readonly standards: Readonly<Record<string, string>>;
};

export type JudgedResult = {
  readonly result: PublishedResult;
  /** What is stated and does not follow; it is published so, and stays. */
  readonly contradictions: readonly string[];
};

/** What must be said of every result, and how it is asked for. */
export const askedOfResult = {
  service: 'Enter the service that was inspected',
  published: 'Enter when the report was published',
  framework: 'Say which framework the inspection was made under',
  overall_rating: 'Enter the overall rating',
  source: 'Say where it was published: a title or an address',
} as const;
/** What `foothold rate` calls each field. */
const FIELDS: Readonly<Record<string, keyof TypedResult>> = {
  overallScore: 'overall_score',
  overallMax: 'overall_max',
  overallRating: 'overall_rating',
  inspectionType: 'inspection_type',
};

/** Reads one published result by the framework that it names, or says of each field what to mend. */
export function judgeResult(
  frameworks: readonly Framework[],
  typed: TypedResult,
): JudgedResult | { readonly faults: readonly FormFault[] } {
  const faults: FormFault[] = Object.entries(askedOfResult).flatMap(([field, message]) =>
    typed[field as keyof typeof askedOfResult] === '' ? [{ field, message }] : [],
  );
  if (typed.published !== '' && !isWhen(typed.published))
    faults.push({
      field: 'published',
      message: `“${typed.published}” is no year, month or day: write it as 2024, 2024-11 or 2024-11-05`,
    });
  const [overallScore, overallMax] = (['overall_score', 'overall_max'] as const).map((field) => {
    if (typed[field] === '') return null;
    const found = readCount(typed[field], 999n);
    if (typeof found === 'bigint') return Number(found);
    faults.push({ field, message: `“${typed[field]}” ${found}` });
    return null;
  });
  const type = frameworks
    .find(({ id }) => id === typed.framework)
    ?.inspectionTypes.map(({ id }) => id);
  if (typed.inspection_type && type && !type.includes(typed.inspection_type))
    faults.push({
      field: 'inspection_type',
      message: `“${typed.inspection_type}” is no type of inspection: use ${type.join(', ')}`,
    });
  if (faults.length > 0) return { faults };
  const result: PublishedResult = {
    service: typed.service,
    published: typed.published,
    framework: typed.framework,
    inspectionType: typed.inspection_type || (type?.[0] ?? ''),
    overallScore: overallScore ?? null,
    overallMax: overallMax ?? null,
    overallRating: typed.overall_rating,
    resettlement: typed.resettlement || null,
    standards: Object.fromEntries(
      Object.entries(typed.standards).map(([id, rating]) => [id, { rating, keyQuestions: null }]),
    ),
    complete: false,
    sources: [typed.source],
    note: null,
  };
  const rated = rateRecords(frameworks, result);
  if (rated.kind === 'refused')
    return { faults: rated.problems.map((problem) => faultOf(problem)) };
  const [one] = rated.results;
  const unknown = Object.keys(typed.standards).filter((id) => !one?.standards[id]);
  if (unknown.length > 0)
    return {
      faults: unknown.map((id) => ({
        field: id,
        message: `framework ${typed.framework} has no standard ${id}`,
      })),
    };
  return { result, contradictions: (one?.contradictions ?? []).map(({ message }) => message) };
}

/** A year, a month or a day that there is. */
const isWhen = (text: string) =>
  /^\d{4}(-\d\d){0,2}$/.test(text) && isDay(`${text}-01-01`.slice(0, 10));

// "record 1 (Leeds), standards.2.1.rating: …": the column is the standard's number.
function faultOf(problem: string): FormFault {
  const [, field = '', message = problem] =
    /^record 1[^,:]*(?:, ([^:]+))?: (.*)$/s.exec(problem) ?? [];
  const standard = /^standards\.(.+?)(?:\.rating)?$/.exec(field)?.[1];
  return { field: standard ?? FIELDS[field] ?? field, message };
}
