import { sql } from 'kysely';
import type { Actor } from '../../domain/access/can.ts';
import type { Tx } from './as-actor.ts';
import type { JsonValue } from './tables.generated.ts';

/** Every field of a form as typed, by name: a text, or several. */
export type Typed = Readonly<Record<string, string | string[]>>;
export type Draft = { readonly formKey: string; readonly typed: Typed; readonly savedAt: Date };

const mostFields = 300;
const mostLetters = 400_000;
const mostDrafts = 200;
const longestKey = 400;

/** What this person typed into these forms and has not saved. */
export async function readDrafts(tx: Tx, formKeys: readonly string[]): Promise<readonly Draft[]> {
  const rows = await tx
    .selectFrom('draft')
    .select(['form_key', 'typed', 'saved_at'])
    .where('form_key', 'in', [...formKeys])
    .execute();
  return rows.map((row) => ({
    formKey: row.form_key,
    typed: typedOf(row.typed),
    savedAt: row.saved_at,
  }));
}

/** Keeps a form as typed so far, in place of what was kept of it before; false when it is more than a form holds. */
export async function saveDraft(
  tx: Tx,
  actor: Actor,
  formKey: string,
  typed: Typed,
  now: Date,
): Promise<boolean> {
  const kept = keepable(typed);
  if (kept === null || formKey.length > longestKey) return false;
  const { rows } = await sql<{ is_new: boolean }>`
    insert into draft (service_id, staff_id, form_key, typed, saved_at)
    values (${actor.serviceId}, ${actor.staffId}, ${formKey}, ${kept}, ${now})
    on conflict (service_id, staff_id, form_key) do update set typed = excluded.typed, saved_at = excluded.saved_at
    returning xmax = 0 as is_new`.execute(tx);
  // The oldest give way, so that nobody fills the database with what they never save. What is no form's stays.
  if (rows[0]?.is_new)
    await sql`delete from draft where form_key in (
      select form_key from draft where form_key like '/%' order by saved_at desc, form_key offset ${mostDrafts})`.execute(
      tx,
    );
  return true;
}

/** A form as it is kept; null when it is more than a form holds. */
export function keepable(typed: Typed): string | null {
  const kept = JSON.stringify(typed);
  return Object.keys(typed).length > mostFields || kept.length > mostLetters ? null : kept;
}

/** Drops what was kept of a form. */
export async function dropDraft(tx: Tx, formKey: string): Promise<void> {
  await tx.deleteFrom('draft').where('form_key', '=', formKey).execute();
}

function typedOf(value: JsonValue): Typed {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      Array.isArray(each) ? each.map(String) : String(each),
    ]),
  );
}
