import { dropDraft, saveDraft } from '../../platform/db/drafts.ts';
import { pageRoute, type Route } from '../../platform/http/route.ts';
import { safePath } from '../../platform/http/safe-path.ts';
import { urls } from '../../urls.ts';

/** Keeps what someone is typing, a form at a time, and drops it when they say so. Only they can read it back. */
export const draftRoutes: readonly Route[] = [
  pageRoute({
    method: 'post',
    path: urls.drafts.keep,
    permission: 'signed-in',
    audit: 'none',
    keepsNothing: true,
    handle: async ({ c, tx, actor, form, now }) => {
      const { values, carried } = await form();
      // Without a form it is only a sign of life: somebody is there and the session goes on.
      const isKept = !carried.draft || (await saveDraft(tx, actor, carried.draft, values, now));
      return c.body(null, isKept ? 204 : 413);
    },
  }),
  pageRoute({
    method: 'post',
    path: urls.drafts.discard,
    permission: 'signed-in',
    audit: 'none',
    keepsNothing: true,
    handle: async ({ tx, form, redirect }) => {
      const posted = await form();
      await dropDraft(tx, posted.text('form'));
      return redirect(
        safePath(posted.text('back'), urls.home),
        'What you had typed and not saved is gone',
      );
    },
  }),
];
