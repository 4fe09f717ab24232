import { formatInstant } from '../../domain/calendar/british-time.ts';
import { isId } from '../../platform/http/is-id.ts';
import { pageRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { HeldFormGonePage, HeldFormPage } from './held.view.tsx';
import { markSent, readHeldForm, typedIn } from './held-form.ts';

export const heldRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.signIn.held(':formId'),
    permission: 'signed-in',
    audit: 'none',
    handle: async ({ tx, shell, page, param, notFound }) => {
      if (!isId(param('formId'))) return notFound();
      const form = await readHeldForm(tx, param('formId'));
      if (!form) return page(HeldFormGonePage({ shell }), 404);
      return page(
        HeldFormPage({ shell, form, typed: typedIn(form), heldAt: formatInstant(form.heldAt) }),
      );
    },
  }),
  pageRoute({
    method: 'post',
    path: urls.signIn.held(':formId'),
    permission: 'signed-in',
    audit: 'none',
    keepsNothing: true,
    handle: async ({ c, tx, shell, now, page, param, form, redirect, notFound }) => {
      if (!isId(param('formId'))) return notFound();
      const held = await readHeldForm(tx, param('formId'));
      if (!held) return page(HeldFormGonePage({ shell }), 404);
      const wanted = (await form()).text('_held');
      if (wanted === 'discard') {
        await tx.deleteFrom('held_form').where('id', '=', held.id).execute();
        return redirect(urls.home, 'Thrown away: what you had typed');
      }
      await markSent(tx, held.id, now);
      // 307 keeps the method and the body: the browser sends the same fields to the form's own address.
      return c.redirect(encodeURI(held.path), 307);
    },
  }),
];
