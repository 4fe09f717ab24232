import { sql } from 'kysely';
import { z } from 'zod';
import type { Actor } from '../../domain/access/can.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';
import { requiredText, versionField } from '../../platform/http/parse-form.ts';
import type { PutForward } from './items.queries.ts';
import { openPapers } from './panel/open-papers.ts';

export const putForwardForm = z.object({
  referral: requiredText('Choose the referral that the panel will decide'),
  panel: requiredText('Choose a panel'),
});

/** Puts a referral on a panel's list; null when what was chosen is no longer open. */
export async function putForward(
  tx: Tx,
  actor: Actor,
  childId: string,
  form: z.output<typeof putForwardForm>,
  open: PutForward,
): Promise<string | null> {
  const isOpen =
    open.referrals.some(({ id }) => id === form.referral) &&
    open.panels.some(({ id }) => id === form.panel);
  if (!isOpen) return null;
  const id = newId();
  await tx
    .insertInto('panel_item')
    .values({
      service_id: actor.serviceId,
      id,
      panel_id: form.panel,
      child_id: childId,
      referral_id: form.referral,
      position: sql<number>`(select coalesce(max(position), 0) + 1 from panel_item where panel_id = ${form.panel})`,
    })
    .execute();
  return id;
}

export const takeOffForm = z.object({
  state: z.enum(['deferred', 'withdrawn'], { error: 'Select whether it is put off or taken off' }),
  'state-reason': requiredText('Enter why', 2000),
  version: versionField,
});

/** Puts a child off to another panel, or takes them off; whoever could read their paper no longer does. */
export async function takeOff(
  tx: Tx,
  actor: Actor,
  item: { readonly id: string; readonly panel_id: string },
  form: z.output<typeof takeOffForm>,
): Promise<boolean> {
  const result = await tx
    .updateTable('panel_item')
    .set({ state: form.state, state_reason: form['state-reason'] })
    .where('id', '=', item.id)
    .where('version', '=', form.version)
    .where('state', 'in', ['listed', 'ready'])
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) return false;
  await openPapers(tx, actor, item.panel_id);
  return true;
}
