import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';

/** Takes shared words off the worker's page at once, whoever changed them last; the vault keeps them with the day. */
export async function withdrawWords(
  tx: Tx,
  given: { readonly childId: string; readonly lineId: string; readonly today: Day },
): Promise<void> {
  const line = await tx
    .selectFrom('victim_involvement')
    .select('shared_with_worker')
    .where('id', '=', given.lineId)
    .where('child_id', '=', given.childId)
    .forUpdate()
    .executeTakeFirst();
  if (!line?.shared_with_worker) return;
  await tx
    .updateTable('victim')
    .set({ withdrawn_words: line.shared_with_worker, withdrawn_on: given.today })
    .where('victim_involvement_id', '=', given.lineId)
    .execute();
  await tx
    .updateTable('victim_involvement')
    .set({
      shared_with_worker: null,
      shared_on: null,
      share_consent_on: null,
      tell_child: 'not-asked',
    })
    .where('id', '=', given.lineId)
    .where('child_id', '=', given.childId)
    .execute();
}
