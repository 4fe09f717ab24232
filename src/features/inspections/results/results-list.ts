import type { Actor } from '../../../domain/access/can.ts';
import type { PublishedResult } from '../../../domain/inspections/published.ts';
import { type ResultLine, resultLines } from '../../../domain/inspections/result-lines.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { newId } from '../../../platform/db/new-id.ts';
import { readFrameworks } from '../../../platform/files/read-frameworks.ts';
import { readPublishedResults } from '../../../platform/files/read-inspections.ts';

let read: readonly ResultLine[] | undefined;

/** A result that was added, as its row says it. */
export type AddedResult = {
  readonly id: string;
  readonly corrects: string | null;
  /** The result of those that ship of which it takes the place. */
  readonly correctsShipped: string | null;
  readonly reason: string | null;
  readonly created_at: Date;
  readonly author: string | null;
  readonly result: PublishedResult;
};

/** Every row of results that were added, the newest first, those that were corrected among them. */
export async function addedResults(tx: Tx, serviceId: string): Promise<readonly AddedResult[]> {
  const rows = await tx
    .selectFrom('inspection_result as r')
    .leftJoin('staff as s', (join) =>
      join.onRef('s.service_id', '=', 'r.service_id').onRef('s.id', '=', 'r.created_by'),
    )
    .selectAll('r')
    .select('s.name as author')
    .where('r.service_id', '=', serviceId)
    .orderBy('r.created_at', 'desc')
    .orderBy('r.id', 'desc')
    .execute();
  return rows.map(({ id, corrects, reason, created_at, author, ...row }) => ({
    id,
    corrects,
    correctsShipped: row.corrects_shipped,
    reason,
    created_at,
    author,
    result: {
      service: row.inspected,
      published: row.published,
      framework: row.framework,
      inspectionType: row.inspection_type ?? '',
      overallScore: row.overall_score,
      overallMax: row.overall_max,
      overallRating: row.overall_rating,
      resettlement: row.resettlement,
      standards: Object.fromEntries(
        Object.entries(row.standards as Record<string, string>).map(([id, rating]) => [
          id,
          { rating, keyQuestions: null },
        ]),
      ),
      complete: false,
      sources: row.source.split('\n'),
      note: null,
    },
  }));
}

/** What a new row takes the place of, and why. */
export type Correcting = { readonly reason: string } & (
  | { readonly corrects: string }
  | { readonly corrects_shipped: string }
);

/** The rows that stand: none that another has taken the place of. */
function standing(added: readonly AddedResult[]): readonly AddedResult[] {
  const corrected = new Set(added.map(({ corrects }) => corrects));
  return added.filter(({ id }) => !corrected.has(id));
}

/** The row that stands in the place of what an address names; undefined where nothing has taken its place. */
export function tookThePlaceOf(added: readonly AddedResult[], id: string): AddedResult | undefined {
  const next = added.find((row) => row.corrects === id || row.correctsShipped === id);
  return next && (tookThePlaceOf(added, next.id) ?? next);
}

/** What an entry of a result's history says, and who wrote it when and why. */
export type SaidOfResult = Pick<AddedResult, 'reason' | 'author' | 'result'> & {
  /** Null for what came with Foothold. */
  readonly created_at: Date | null;
};

/** A row with all that it took the place of, the newest first; what came with Foothold is the last. */
export function historyOf(added: readonly AddedResult[], id: string): readonly SaidOfResult[] {
  const one = added.find((each) => each.id === id);
  if (!one) return [];
  if (one.corrects) return [one, ...historyOf(added, one.corrects)];
  const first = shipped().find((line) => line.id === one.correctsShipped);
  return first
    ? [one, { created_at: null, author: null, reason: null, result: first.published }]
    : [one];
}

function shipped(): readonly ResultLine[] {
  read ??= resultLines(readFrameworks(), readPublishedResults());
  return read;
}

/** Every published result, rated: those that ship and those that were added, each as it was corrected last. */
export const publishedLines = async (tx: Tx, serviceId: string) =>
  linesOf(await addedResults(tx, serviceId));

/** The same, of rows that were read already. */
export function linesOf(all: readonly AddedResult[]): readonly ResultLine[] {
  const added = standing(all);
  const ids = added.map(({ id }) => id);
  const corrected = new Set(all.map(({ correctsShipped }) => correctsShipped));
  return [
    ...shipped().filter(({ id }) => !corrected.has(id)),
    ...resultLines(
      readFrameworks(),
      added.map(({ id, result }) => withWhatStays(result, historyOf(all, id).at(-1)?.result)),
      (_published, index) => ids[index] ?? '',
    ),
  ];
}

/** A correction says ratings alone: the percentages of a standard that it does not change stay with it. */
function withWhatStays(result: PublishedResult, first: PublishedResult | undefined) {
  if (!first) return result;
  return {
    ...result,
    note: first.note,
    standards: Object.fromEntries(
      Object.entries(result.standards).map(([id, { rating, keyQuestions }]) => {
        const before = first.standards[id];
        return [
          id,
          { rating, keyQuestions: before?.rating === rating ? before.keyQuestions : keyQuestions },
        ];
      }),
    ),
  };
}

/** Adds a result, or what takes the place of one with the reason, and gives its id. */
export async function addResult(
  tx: Tx,
  { serviceId }: Pick<Actor, 'serviceId'>,
  { service, standards, ...result }: PublishedResult,
  correcting: Correcting | null,
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('inspection_result')
    .values({
      service_id: serviceId,
      id,
      inspected: service,
      published: result.published ?? '',
      framework: result.framework,
      inspection_type: result.inspectionType || null,
      overall_rating: result.overallRating,
      overall_score: result.overallScore,
      overall_max: result.overallMax,
      resettlement: result.resettlement,
      standards: JSON.stringify(
        Object.fromEntries(Object.entries(standards).map(([id, { rating }]) => [id, rating])),
      ),
      source: result.sources.join('\n'),
      ...correcting,
    })
    .execute();
  return id;
}
