import { can } from '../../domain/access/can.ts';
import { parseQuery } from '../../domain/people/parse-query.ts';
import { choicesOf } from '../../domain/reference/codes.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { codeLists } from '../../platform/db/codes.ts';
import type { Form, PageContext } from '../../platform/http/context.ts';
import { parseForm } from '../../platform/http/parse-form.ts';
import { pageRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { answerChoices, homeChoices, sexChoices } from './choices.ts';
import { createForm, typedFromSearch } from './create.form.ts';
import { CreatePage } from './create.view.tsx';
import { createChild } from './create-child.ts';
import { ConfirmPage } from './create-confirm.view.tsx';
import { likelyDuplicates } from './likely-duplicates.ts';
import { longestSearch } from './search.queries.ts';

const lists = (tx: Tx) =>
  codeLists(tx, [
    'sex',
    'ethnicity',
    'language',
    'not_known_reason',
    'information_source',
    'accommodation_type',
  ]);

const choicesFor = (codes: Awaited<ReturnType<typeof lists>>) => ({
  sex: sexChoices(codes.sex, codes.not_known_reason),
  ethnicity: answerChoices(codes.ethnicity, codes.not_known_reason),
  language: answerChoices(codes.language, codes.not_known_reason),
  source: choicesOf(codes.information_source),
  accommodation: homeChoices(codes.accommodation_type, codes.not_known_reason),
});

/** Reads the form, looks for the same child, and makes the record only when someone has looked at every likely one. */
async function make(context: PageContext, form: Form): Promise<Response> {
  const { tx, actor, shell, today, page, redirect } = context;
  const codes = await lists(tx);
  const parsed = parseForm(createForm(today), form);
  if (!parsed.ok)
    return page(
      CreatePage({ shell, errors: parsed.errors, typed: form.values, choices: choicesFor(codes) }),
      422,
    );
  const duplicates = await likelyDuplicates(tx, parsed.value, today);
  const shown = form.all('shown');
  const reason = form.text('reason');
  const allSeen = duplicates.every(({ id }) => shown.includes(id));
  if (duplicates.length > 0 && (!allSeen || reason.length < 10)) {
    const asked = shown.length > 0 && allSeen;
    const errors = asked
      ? [{ field: 'reason', message: 'Say how you know that it is another child' }]
      : [];
    return page(
      ConfirmPage({ shell, today, errors, typed: form.values, duplicates }),
      asked ? 422 : 200,
    );
  }
  const id = await createChild(tx, actor, parsed.value, {
    today,
    lists: codes,
    distinction: duplicates.length > 0 ? { from: duplicates.map((each) => each.id), reason } : null,
  });
  const goesOn = form.text('next') === 'referral' && can(actor, 'referral.create');
  return redirect(
    goesOn ? urls.referrals.createForChild(id) : urls.child.overview(id),
    goesOn
      ? 'Record made. You are on duty for it until it is allocated. Now log the referral.'
      : 'Record made. You are on duty for it until it is allocated.',
  );
}

export const createRoutes: readonly Route[] = [
  // Search comes before creating, whoever opens one of these addresses by hand or comes back to it after a lock.
  ...[urls.children.create, urls.children.createAfter, urls.children.createConfirm].map((path) =>
    pageRoute({
      method: 'get',
      path,
      permission: 'child.create',
      audit: 'view',
      handle: async ({ tx, actor, shell, page, redirect }) =>
        can(actor, 'child.search')
          ? redirect(urls.children.search, 'Look for the child first')
          : page(
              CreatePage({ shell, errors: [], typed: {}, choices: choicesFor(await lists(tx)) }),
            ),
    }),
  ),
  pageRoute({
    method: 'post',
    path: urls.children.createAfter,
    permission: 'child.create',
    audit: 'view',
    handle: async ({ tx, form, shell, today, page }) => {
      const fields = await form();
      const q = fields.text('q').slice(0, longestSearch);
      const choices = choicesFor(await lists(tx));
      const typed = { ...typedFromSearch(q, parseQuery(q, today)), next: fields.text('next') };
      return page(CreatePage({ shell, errors: [], typed, choices }));
    },
  }),
  ...[urls.children.create, urls.children.createConfirm].map((path) =>
    pageRoute({
      method: 'post',
      path,
      permission: 'child.create',
      audit: 'change',
      handle: async (context) => make(context, await context.form()),
    }),
  ),
];
