import { z } from 'zod';
import { can } from '../../domain/access/can.ts';
import type { PageContext } from '../../platform/http/context.ts';
import {
  parseForm,
  requiredChoice,
  requiredText,
  versionField,
} from '../../platform/http/parse-form.ts';
import { pageRoute, type Route } from '../../platform/http/route.ts';
import type { Typed } from '../../ui/layout/fields.tsx';
import type { FieldError } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import { dropOverride, overrideTimeLimit, units } from './override-time-limit.ts';
import { type TimeLimit, timeLimits } from './time-limits.queries.ts';
import { TimeLimitPage, TimeLimitsPage } from './time-limits.view.tsx';

const wholeNumber = 'Enter a whole number from 1 to 999';
const overrideForm = z.object({
  number: z.coerce.number(wholeNumber).int(wholeNumber).min(1, wholeNumber).max(999, wholeNumber),
  unit: requiredChoice(units, 'Choose the unit'),
  reason: requiredText('Say why, and who decided', 2000),
  version: versionField,
});

const limitPage = (
  { shell, page }: PageContext,
  limit: TimeLimit,
  typed: Typed = {},
  errors: readonly FieldError[] = [],
  status: 409 | 422 = 422,
) => page(TimeLimitPage({ shell, limit, errors, typed }), errors.length > 0 ? status : 200);

const limitOf = async ({ tx, today, param }: PageContext) =>
  (await timeLimits(tx, { id: param('limitId'), today }))[0];

export const timeLimitRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.admin.timeLimits,
    tab: { section: 'account', text: 'Time limits' },
    permission: 'rules.read',
    audit: 'none',
    handle: async ({ tx, actor, shell, today, page }) =>
      page(
        TimeLimitsPage({
          shell,
          limits: await timeLimits(tx, { id: null, today }),
          mayChange: can(actor, 'rules.manage'),
        }),
      ),
  }),
  pageRoute({
    method: 'get',
    path: urls.admin.timeLimit(':limitId'),
    permission: 'rules.manage',
    audit: 'none',
    handle: async (context) => {
      const limit = await limitOf(context);
      return limit ? limitPage(context, limit) : context.notFound();
    },
  }),
  pageRoute({
    method: 'post',
    path: urls.admin.timeLimit(':limitId'),
    permission: 'rules.manage',
    audit: 'change',
    handle: async (context) => {
      const { tx, actor, redirect, notFound } = context;
      const limit = await limitOf(context);
      if (!limit) return notFound();
      const form = await context.form();
      if (form.text('back') === 'yes') {
        await dropOverride(tx, limit.id);
        return redirect(urls.admin.timeLimits, `Back to the figure as given: ${limit.step}`);
      }
      const given = parseForm(overrideForm, form);
      if (!given.ok) return limitPage(context, limit, form.values, given.errors);
      const saved = await overrideTimeLimit(tx, actor, { id: limit.id, ...given.value });
      if (saved.kind === 'saved')
        return redirect(urls.admin.timeLimits, `Saved: our own figure for “${limit.step}”`);
      return limitPage(
        context,
        limit,
        form.values,
        [
          {
            field: 'number',
            message: `Someone else has just set ${limit.ownNumber ?? limit.number} ${limit.ownUnit ?? limit.unit}. Check yours, then save again`,
          },
        ],
        409,
      );
    },
  }),
];
