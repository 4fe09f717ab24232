import { sql } from 'kysely';
import { keepable } from '../../platform/db/drafts.ts';
import { newId } from '../../platform/db/new-id.ts';
import type { PageContext } from '../../platform/http/context.ts';
import { urls } from '../../urls.ts';
import { dropOldForms } from './held-form.ts';

type Sent = Pick<PageContext, 'c' | 'tx' | 'actor' | 'form' | 'now'>;

const mostHeld = 50;

/**
 * Keeps a form that was sent while the session was locked or had ended; gives the page that hands it back, or null when it is more
 * than any form of ours holds. The oldest give way, so that nobody fills the database from a screen that is locked.
 */
export async function holdForm({ c, tx, actor, form, now }: Sent): Promise<string | null> {
  const { values, carried } = await form();
  const fields = keepable({ ...values, _draft: carried.draft, _once: carried.once });
  if (fields === null) return null;
  const id = newId();
  const path = new URL(c.req.url).pathname;
  await tx
    .insertInto('held_form')
    .values({
      service_id: actor.serviceId,
      id,
      staff_id: actor.staffId,
      path,
      fields,
      held_at: now,
    })
    .execute();
  await sql`delete from held_form where staff_id = ${actor.staffId} and id in (
    select id from held_form where staff_id = ${actor.staffId} order by held_at desc, id desc offset ${mostHeld})`.execute(
    tx,
  );
  await dropOldForms(tx);
  return urls.signIn.held(id);
}
