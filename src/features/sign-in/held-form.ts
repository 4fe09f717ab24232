import { sql } from 'kysely';
import type { Tx } from '../../platform/db/as-actor.ts';
import type { JsonValue } from '../../platform/db/tables.generated.ts';
import { isId } from '../../platform/http/is-id.ts';

export type HeldForm = {
  readonly id: string;
  readonly path: string;
  readonly heldAt: Date;
  /** Each field as typed, a field given several times once for each value. */
  readonly fields: readonly { readonly name: string; readonly value: string }[];
};

/** A form that arrived while its sender's session was locked; null when it is not theirs or has been dealt with. */
export async function readHeldForm(tx: Tx, id: string): Promise<HeldForm | null> {
  const row = await tx
    .selectFrom('held_form')
    .select(['id', 'path', 'fields', 'held_at'])
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .executeTakeFirst();
  return row
    ? { id: row.id, path: row.path, heldAt: row.held_at, fields: fieldsOf(row.fields) }
    : null;
}

/** What a person wrote in a form: its fields but the empty ones and those that the page itself sends. */
export const typedIn = ({ fields }: HeldForm): HeldForm['fields'] =>
  fields.filter(
    ({ name, value }) =>
      value.trim() && !name.startsWith('_') && name !== 'version' && !isId(value),
  );

/** This person's forms that still wait to be sent on or thrown away. */
export function waitingForms(tx: Tx, staffId: string) {
  return tx
    .selectFrom('held_form')
    .select(['id', 'held_at'])
    .where('staff_id', '=', staffId)
    .where('sent_at', 'is', null)
    .orderBy('held_at', 'desc')
    .limit(20)
    .execute();
}

/** Marks a form as sent on; it stays a week in case the sending failed, then goes. */
export async function markSent(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.updateTable('held_form').set({ sent_at: now }).where('id', '=', id).execute();
  await dropOldForms(tx);
}

/** Removes what everybody sent on a week ago, and what nobody sent on in a month. */
export const dropOldForms = (tx: Tx) => sql`select drop_old_held_forms()`.execute(tx);

function fieldsOf(fields: JsonValue): { name: string; value: string }[] {
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return [];
  return Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().flatMap((item) => (typeof item === 'string' ? [{ name, value: item }] : [])),
  );
}
