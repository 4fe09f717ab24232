import { inspectionKinds } from '../../../domain/inspections/workspace.data.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { inspectionLines } from '../inspections.queries.ts';
import { openInspection } from '../open-inspection.ts';

/** An inspection or mock inspection of our own, as it stands. */
export type OurLatest = {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly score: number;
  readonly max: number;
  /** Null until every counting standard is rated. */
  readonly rating: string | null;
  readonly missing: number;
};

/** Our newest published inspection of whatever kind, or else the newest; null when there is none. */
export async function ourLatest(tx: Tx): Promise<OurLatest | null> {
  const lines = await inspectionLines(tx);
  const newest = lines.find(({ state }) => state === 'published') ?? lines[0];
  const open = newest ? await openInspection(tx, newest.id) : undefined;
  if (!open) return null;
  const { inspection, overall } = open;
  return {
    id: inspection.id,
    title: inspection.title,
    kind: inspectionKinds[inspection.kind],
    score: overall.points,
    max: overall.max,
    rating: overall.rating?.name ?? null,
    missing: overall.missing.length,
  };
}
