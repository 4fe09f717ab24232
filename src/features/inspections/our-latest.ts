import { inspectionKinds } from '../../domain/inspections/workspace.data.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { inspectionLines } from './inspections.queries.ts';
import { openInspection } from './open-inspection.ts';

/** Our own newest inspection or mock inspection, as it stands. */
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

/** Our newest inspection, of whatever kind and however far it is; null when there is none. */
export async function ourLatest(tx: Tx): Promise<OurLatest | null> {
  const [newest] = await inspectionLines(tx);
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
