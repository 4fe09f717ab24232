import { saveDraft } from '../../platform/db/drafts.ts';
import { pageRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';

/** Keeps what someone is typing, a field at a time. Only they can read it back. */
export const draftRoutes: readonly Route[] = [
  pageRoute({
    method: 'post',
    path: urls.draft(':formKey'),
    permission: 'signed-in',
    audit: 'none',
    handle: async ({ c, tx, actor, form, param }) => {
      const { values } = await form();
      for (const [field, value] of Object.entries(values)) {
        // Names that begin with a line are the page's own, not something typed.
        if (typeof value === 'string' && !field.startsWith('_'))
          await saveDraft(tx, actor, param('formKey'), field, value);
      }
      return c.body(null, 204);
    },
  }),
];
