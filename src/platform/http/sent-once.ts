import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Actor } from '../../domain/access/can.ts';
import type { Authentication } from '../auth/authentication.ts';
import type { Tx } from '../db/as-actor.ts';
import type { PostedForm } from './context.ts';
import { isTyped } from './once-token.ts';

const hoursHeldOff = 12;
const daysKept = 30;

/** A form as it arrives: the mark of its drawing, and a hash of what it holds. */
export type Sent = {
  readonly token: string;
  readonly path: string;
  readonly digest: string;
  /** Whether an equal one from another drawing is held off. */
  readonly holdsOff: boolean;
  /** A form that names the version of what it changes: the version says by itself whether it comes too late. */
  readonly hasVersion: boolean;
};

/** The same form stands already: whether with the same words, when it was saved and where it led. */
export type Standing = {
  readonly isSameWords: boolean;
  readonly isSameDrawing: boolean;
  readonly sentAt: Date;
  readonly ledTo: string | null;
};

/** What is known of a form by its mark; null for one without, which no page of ours has drawn. */
export async function readSent(auth: Pick<Authentication, 'sign'>, path: string, form: PostedForm) {
  const token = form.carried.once.slice(0, 200);
  if (!token) return null;
  const hash = createHash('sha256').update(JSON.stringify(form.values));
  for (const [name, file] of form.files)
    hash.update(JSON.stringify([name, file.name])).update(await file.bytes());
  return {
    token,
    path,
    digest: hash.digest('base64url'),
    holdsOff: isTyped(auth, token) && !form.carried.isAgain && form.files.length === 0,
    hasVersion: 'version' in form.values,
  } satisfies Sent;
}

/**
 * Takes a form for its own, before anything is saved, and gives the mark it stands under; or what stands of it already.
 * An equal one at the same moment waits in the database until this one's transaction has ended either way.
 */
export async function takeForm(
  tx: Tx,
  actor: Actor,
  sent: Sent,
  now: Date,
): Promise<string | Standing> {
  if (await enter(tx, actor, sent, now)) return sent.token;
  const { token, digest, path } = sent;
  const before = await tx
    .selectFrom('sent_form')
    .select(['token', 'digest', 'sent_at', 'led_to'])
    .where((eb) => eb.or([eb('token', '=', token), eb.and({ path, digest, holds_off: true })]))
    .orderBy((eb) => eb('token', '=', token), 'desc')
    .executeTakeFirst();
  // Nothing equal and yet not entered: it was thrown away between the two statements.
  if (!before) return takeForm(tx, actor, sent, now);
  const isSameDrawing = before.token === token;
  const isSameWords = before.digest === digest;
  const standing = { isSameDrawing, isSameWords, sentAt: before.sent_at, ledTo: before.led_to };
  if (isSameDrawing && !isSameWords && sent.hasVersion)
    return takeForm(tx, actor, { ...sent, token: `${token}.${digest}` }, now);
  if (isSameDrawing || now.getTime() - before.sent_at.getTime() < hoursHeldOff * 3_600_000)
    return standing;
  await tx
    .updateTable('sent_form')
    .set({ holds_off: false })
    .where('token', '=', before.token)
    .execute();
  return takeForm(tx, actor, sent, now);
}

async function enter(tx: Tx, actor: Actor, sent: Sent, now: Date): Promise<boolean> {
  const entered = await tx
    .insertInto('sent_form')
    .values({
      service_id: actor.serviceId,
      staff_id: actor.staffId,
      token: sent.token,
      path: sent.path,
      digest: sent.digest,
      holds_off: sent.holdsOff,
      sent_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('token')
    .executeTakeFirst();
  return entered !== undefined;
}

/** Notes where a saved form led, and drops its draft and what is long past; one that led nowhere saved nothing. */
export async function settleForm(
  tx: Tx,
  token: string,
  draftKey: string,
  ledTo: string | null,
  now: Date,
): Promise<void> {
  if (ledTo === null) {
    await tx.deleteFrom('sent_form').where('token', '=', token).execute();
    return;
  }
  const long = new Date(now.getTime() - daysKept * 86_400_000);
  await sql`
    with drafts as (delete from draft where form_key = ${draftKey}),
      past as (delete from sent_form where service_id = (select my_service()) and staff_id = (select my_staff()) and sent_at < ${long})
    update sent_form set led_to = ${ledTo} where token = ${token}`.execute(tx);
}
