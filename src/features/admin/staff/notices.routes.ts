import { isId } from '../../../platform/http/is-id.ts';
import { pageRoute, type Route } from '../../../platform/http/route.ts';
import { urls } from '../../../urls.ts';
import { lookAtNotice, noticesFor } from './notices.queries.ts';
import { NoticesPage } from './notices.view.tsx';

/** What those who watch over access did to it, shown to somebody else. */
export const noticeRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.account.notices,
    permission: 'signed-in',
    audit: 'none',
    handle: async ({ tx, actor, shell, page }) =>
      page(NoticesPage({ shell, notices: await noticesFor(tx, actor) })),
  }),
  pageRoute({
    method: 'post',
    path: urls.account.notices,
    permission: 'signed-in',
    audit: 'change',
    handle: async ({ tx, actor, form, redirect, notFound }) => {
      const id = (await form()).text('notice');
      if (!isId(id)) return notFound();
      const isSaved = await lookAtNotice(tx, actor, id);
      return redirect(
        urls.account.notices,
        isSaved ? 'Saved: you have looked at it' : 'Somebody had looked at it already',
      );
    },
  }),
];
