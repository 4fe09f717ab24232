import {
  type ChangeEventType,
  changeEventTypeFrom,
} from '../../domain/reviews/change-event-types.ts';
import type { Tx } from '../../platform/db/as-actor.ts';

/** The kinds of change in force, with their times and first steps. */
export async function changeTypes(tx: Tx): Promise<ChangeEventType[]> {
  const rows = await tx
    .selectFrom('reference_code')
    .select(['code', 'label', 'attributes', 'source', 'confidence', 'valid_from', 'valid_to'])
    .where('list', '=', 'change_event_type')
    .orderBy('sort')
    .orderBy('label')
    .execute();
  return rows.map(({ attributes, valid_from, valid_to, ...row }) =>
    changeEventTypeFrom({
      ...row,
      attributes: typeof attributes === 'object' && attributes !== null ? { ...attributes } : {},
      validFrom: valid_from,
      validTo: valid_to,
    }),
  );
}
