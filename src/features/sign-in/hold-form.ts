import { newId } from '../../platform/db/new-id.ts';
import type { PageContext } from '../../platform/http/context.ts';
import { urls } from '../../urls.ts';
import { dropOldForms } from './held-form.ts';

type Sent = Pick<PageContext, 'c' | 'tx' | 'actor' | 'form' | 'now'>;

/** Keeps a form that was sent while the session was locked or had ended; gives the page that hands it back. */
export async function holdForm({ c, tx, actor, form, now }: Sent): Promise<string> {
  const { values, carried } = await form();
  const id = newId();
  const path = new URL(c.req.url).pathname;
  await tx
    .insertInto('held_form')
    .values({
      service_id: actor.serviceId,
      id,
      staff_id: actor.staffId,
      path,
      fields: JSON.stringify({ ...values, _draft: carried.draft, _once: carried.once }),
      held_at: now,
    })
    .execute();
  await dropOldForms(tx);
  return urls.signIn.held(id);
}
