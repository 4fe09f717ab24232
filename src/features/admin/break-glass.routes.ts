import { z } from 'zod';
import type { PageContext } from '../../platform/http/context.ts';
import { parseForm, requiredChoice, requiredText } from '../../platform/http/parse-form.ts';
import { pageRoute, type Route } from '../../platform/http/route.ts';
import type { Typed } from '../../ui/layout/fields.tsx';
import type { FieldError } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import { glassUses, openedPages } from './break-glass.queries.ts';
import { BreakGlassPage } from './break-glass.view.tsx';
import { BreakGlassListPage, BreakGlassReviewPage } from './break-glass-review.view.tsx';
import { emergencyForm, notOpened } from './emergency-form.ts';
import { pageName } from './page-names.ts';
import { reviewBreakGlass, useBreakGlass } from './use-break-glass.ts';

const reviewForm = z.object({
  finding: requiredChoice(['justified', 'not-justified'], 'Choose whether it was justified'),
  note: requiredText('Say how you know', 4000),
});
const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

async function reviewPage(
  { tx, actor, shell, page, param, notFound }: PageContext,
  typed: Typed = {},
  errors: readonly FieldError[] = [],
) {
  const id = param('glassId');
  const [use] = isId(id) ? await glassUses(tx, { id, limit: 1 }) : [];
  if (!use) return notFound();
  const opened = await openedPages(tx, use);
  return page(
    BreakGlassReviewPage({
      shell,
      use,
      opened: opened.map(({ page: pattern, times }) => ({ page: pageName(pattern), times })),
      isOwn: use.staffId === actor.staffId,
      errors,
      typed,
    }),
    errors.length > 0 ? 422 : 200,
  );
}

export const breakGlassRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.child.breakGlass,
    tab: { under: urls.oversight.breakGlass },
    permission: 'break-glass.use',
    audit: 'view',
    handle: ({ shell, page }) => page(BreakGlassPage({ shell, errors: [], typed: {} })),
  }),
  pageRoute({
    method: 'post',
    path: urls.child.breakGlass,
    permission: 'break-glass.use',
    audit: 'change',
    handle: async ({ tx, actor, shell, today, form, page, redirect }) => {
      const posted = await form();
      const again = (errors: readonly FieldError[], status: 404 | 422) =>
        page(BreakGlassPage({ shell, errors, typed: posted.values }), status);
      const given = parseForm(emergencyForm(today), posted);
      if (!given.ok) return again(given.errors, 422);
      const outcome = await useBreakGlass(tx, actor, given.value);
      switch (outcome.kind) {
        // 404, so that the attempt stays in the log: a refused form would be undone with everything it wrote.
        case 'not-found':
        case 'several':
          return again([notOpened(outcome.kind, given.value.wanted)], 404);
        case 'already-open':
          return redirect(
            urls.child.overview(outcome.childId),
            'This record is open to you already: no emergency access was needed',
          );
        case 'opened':
          return redirect(
            urls.child.overview(outcome.childId),
            `Emergency access is open for ${given.value.hours === 1 ? '1 hour' : `${given.value.hours} hours`}. Another manager will review it`,
          );
      }
    },
  }),
  pageRoute({
    method: 'get',
    path: urls.oversight.breakGlass,
    tab: { section: 'oversight', text: 'Emergency access' },
    permission: 'break-glass.review',
    audit: 'view',
    handle: async ({ tx, shell, today, page }) =>
      page(BreakGlassListPage({ shell, today, uses: await glassUses(tx, { limit: 100 }) })),
  }),
  pageRoute({
    method: 'get',
    path: urls.oversight.breakGlassReview(':glassId'),
    permission: 'break-glass.review',
    audit: 'view',
    handle: (context) => reviewPage(context),
  }),
  pageRoute({
    method: 'post',
    path: urls.oversight.breakGlassReview(':glassId'),
    permission: 'break-glass.review',
    audit: 'change',
    handle: async (context) => {
      const { tx, actor, now, param, redirect, notFound } = context;
      const form = await context.form();
      const given = parseForm(reviewForm, form);
      if (!given.ok) return reviewPage(context, form.values, given.errors);
      if (!isId(param('glassId'))) return notFound();
      const saved = await reviewBreakGlass(tx, actor, {
        id: param('glassId'),
        now,
        ...given.value,
      });
      return redirect(
        saved ? urls.oversight.breakGlass : urls.oversight.breakGlassReview(param('glassId')),
        saved ? 'Saved: your review' : 'Not saved: it has been reviewed already, or is your own',
      );
    },
  }),
];
