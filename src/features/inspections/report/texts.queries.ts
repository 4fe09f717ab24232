import type { reportTexts } from '../../../domain/inspections/workspace.data.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';

export type TextPart = keyof typeof reportTexts;
export type ReportTextRow = {
  readonly id: string;
  readonly part: TextPart;
  readonly words: string;
  readonly version: number;
  readonly at: Date;
  readonly by: string | null;
};

/** The written parts of an inspection's report; a part that nobody wrote has no row. */
export async function textsOf(tx: Tx, inspectionId: string): Promise<readonly ReportTextRow[]> {
  return tx
    .selectFrom('inspection_text as t')
    .leftJoin('staff as s', (join) =>
      join.onRef('s.service_id', '=', 't.service_id').onRef('s.id', '=', 't.created_by'),
    )
    .select(['t.id', 't.words', 't.version', 't.created_at as at', 's.name as by'])
    .select((select) => select.ref('t.part').$castTo<TextPart>().as('part'))
    .where('t.inspection_id', '=', inspectionId)
    .execute();
}
