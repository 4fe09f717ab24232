import type { Actor } from '../../domain/access/can.ts';
import type { Tx } from './as-actor.ts';

/** What this person typed into a form and has not sent, by field. */
export async function readDrafts(tx: Tx, formKey: string): Promise<Record<string, string>> {
  const rows = await tx
    .selectFrom('draft')
    .select(['field', 'value'])
    .where('form_key', '=', formKey)
    .execute();
  return Object.fromEntries(rows.map((row) => [row.field, row.value]));
}

/** Keeps one field of a form as typed so far. */
export async function saveDraft(
  tx: Tx,
  actor: Actor,
  formKey: string,
  field: string,
  value: string,
): Promise<void> {
  await tx
    .insertInto('draft')
    .values({
      service_id: actor.serviceId,
      staff_id: actor.staffId,
      form_key: formKey,
      field,
      value,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['service_id', 'staff_id', 'form_key', 'field'])
        .doUpdateSet({ value, saved_at: new Date() }),
    )
    .execute();
}

/** Drops the drafts of a form once it has been saved. */
export async function dropDrafts(tx: Tx, formKey: string): Promise<void> {
  await tx.deleteFrom('draft').where('form_key', '=', formKey).execute();
}
