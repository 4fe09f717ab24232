import type { Tx } from '../../../platform/db/as-actor.ts';
import { urls } from '../../../urls.ts';

/** The forms of an assessment in which this person has words that are kept and not saved, by their address. */
export async function formsWithDrafts(
  tx: Tx,
  childId: string,
  assessmentId: string,
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('draft')
    .select('form_key')
    .where('form_key', 'like', `${urls.assessments.one(childId, assessmentId)}/%`)
    .execute();
  return new Set(rows.map(({ form_key }) => form_key));
}
