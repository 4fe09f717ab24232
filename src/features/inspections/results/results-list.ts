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
      sources: [row.source],
      note: null,
    },
  }));
}

/** The rows that stand: none that another has taken the place of. */
export function standing(added: readonly AddedResult[]): readonly AddedResult[] {
  const corrected = new Set(added.map(({ corrects }) => corrects));
  return added.filter(({ id }) => !corrected.has(id));
}

/** A row with all that it took the place of, the newest first. */
export function historyOf(added: readonly AddedResult[], id: string): readonly AddedResult[] {
  const one = added.find((each) => each.id === id);
  return one ? [one, ...(one.corrects ? historyOf(added, one.corrects) : [])] : [];
}

/** Every published result, rated: those that ship and those that were added. */
export async function publishedLines(tx: Tx, serviceId: string): Promise<readonly ResultLine[]> {
  read ??= resultLines(readFrameworks(), readPublishedResults());
  const added = standing(await addedResults(tx, serviceId));
  const ids = added.map(({ id }) => id);
  return [
    ...read,
    ...resultLines(
      readFrameworks(),
      added.map(({ result }) => result),
      (_published, index) => ids[index] ?? '',
    ),
  ];
}

/** Adds a result, or what takes the place of one with the reason, and gives its id. */
export async function addResult(
  tx: Tx,
  { serviceId }: Pick<Actor, 'serviceId'>,
  { service, standards, ...result }: PublishedResult,
  correcting: { readonly corrects: string; readonly reason: string } | null,
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
      source: result.sources.join(' '),
      ...correcting,
    })
    .execute();
  return id;
}
