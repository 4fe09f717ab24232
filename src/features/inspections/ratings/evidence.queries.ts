import type { Day } from '../../../domain/calendar/day.ts';
import type { evidenceSources } from '../../../domain/inspections/workspace.data.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { isId } from '../../../platform/http/is-id.ts';

export type Evidence = {
  readonly id: string;
  readonly inspectionId: string;
  readonly standard: string;
  readonly keyQuestion: string | null;
  readonly bears: 'strength' | 'gap';
  readonly finding: string;
  readonly source: keyof typeof evidenceSources;
  readonly sourceDetail: string;
  readonly seenOn: Day;
  readonly withdrawnReason: string | null;
  readonly version: number;
  readonly at: Date;
  readonly by: string | null;
};

const all = (tx: Tx) =>
  tx
    .selectFrom('inspection_evidence as e')
    .leftJoin('staff as s', (join) =>
      join.onRef('s.service_id', '=', 'e.service_id').onRef('s.id', '=', 'e.created_by'),
    )
    .select([
      'e.id',
      'e.inspection_id as inspectionId',
      'e.standard',
      'e.key_question as keyQuestion',
      'e.finding',
      'e.source_detail as sourceDetail',
      'e.seen_on as seenOn',
      'e.withdrawn_reason as withdrawnReason',
      'e.version',
      'e.created_at as at',
      's.name as by',
    ])
    .select((select) => [
      select.ref('e.bears').$castTo<Evidence['bears']>().as('bears'),
      select.ref('e.source').$castTo<Evidence['source']>().as('source'),
    ])
    .orderBy('e.bears', 'desc')
    .orderBy('e.created_at')
    .orderBy('e.id');

/** What was found against a standard, strengths first. */
export async function evidenceOf(
  tx: Tx,
  inspectionId: string,
  standard: string,
): Promise<readonly Evidence[]> {
  return all(tx)
    .where('e.inspection_id', '=', inspectionId)
    .where('e.standard', '=', standard)
    .limit(500)
    .execute();
}

/** One finding; undefined when there is none such in this inspection. */
export async function oneEvidence(
  tx: Tx,
  inspectionId: string,
  id: string,
): Promise<Evidence | undefined> {
  if (!isId(id)) return undefined;
  return all(tx)
    .where('e.inspection_id', '=', inspectionId)
    .where('e.id', '=', id)
    .executeTakeFirst();
}
