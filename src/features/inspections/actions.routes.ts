import type { PageContext } from '../../platform/http/context.ts';
import { parseForm } from '../../platform/http/parse-form.ts';
import { pageRoute, type Route } from '../../platform/http/route.ts';
import type { Typed } from '../../ui/layout/fields.tsx';
import type { FieldError } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import { RecommendedActionPage } from './action.view.tsx';
import { NewActionPage } from './action-new.view.tsx';
import { oneRecommendation, ownerChoices, type Recommendation } from './recommendations.queries.ts';
import {
  actionForm,
  addAction,
  mayFinish,
  mayReport,
  reportAction,
  reportForm,
  reportProblems,
} from './save-action.ts';

const opened = ({ tx, param }: PageContext) =>
  oneRecommendation(tx, param('inspectionId'), param('recommendationId'));

async function drawNew(
  { tx, shell, page }: PageContext,
  recommendation: Recommendation,
  typed: Typed = {},
  errors: readonly FieldError[] = [],
) {
  const owners = await ownerChoices(tx);
  const view = NewActionPage({ shell, recommendation, owners, typed, errors });
  return page(view, errors.length > 0 ? 422 : 200);
}

async function add(context: PageContext) {
  const { tx, actor, redirect, notFound } = context;
  const recommendation = await opened(context);
  if (!recommendation) return notFound();
  const form = await context.form();
  const given = parseForm(actionForm, form);
  if (!given.ok) return drawNew(context, recommendation, form.values, given.errors);
  const wanted = given.value.owner;
  const owner = wanted ? (await ownerChoices(tx)).find(({ id }) => id === wanted) : undefined;
  if (wanted && !owner)
    return drawNew(context, recommendation, form.values, [
      { field: 'owner', message: 'Choose who does it' },
    ]);
  await addAction(tx, actor, recommendation.id, given.value, owner);
  return redirect(
    urls.inspections.recommendation(recommendation.inspectionId, recommendation.id),
    'Saved: the action',
  );
}

async function subject(context: PageContext) {
  const recommendation = await opened(context);
  const action = recommendation?.actions.find(({ id }) => id === context.param('actionId'));
  return recommendation && action ? { recommendation, action } : undefined;
}

const drawOne = (
  { actor, shell, today, page }: PageContext,
  about: NonNullable<Awaited<ReturnType<typeof subject>>>,
  typed: Typed = {},
  errors: readonly FieldError[] = [],
  status: 200 | 409 | 422 = 200,
) =>
  page(
    RecommendedActionPage({
      shell,
      ...about,
      today,
      mayReport: mayReport(actor, about.action),
      mayFinish: mayFinish(actor, about.action),
      typed,
      errors,
      movedOn: status === 409,
    }),
    status,
  );

async function report(context: PageContext) {
  const { tx, actor, today, redirect, notFound } = context;
  const about = await subject(context);
  if (!about || !mayReport(actor, about.action)) return notFound();
  const form = await context.form();
  const given = parseForm(reportForm(today), form);
  const errors = given.ok ? reportProblems(actor, about.action, given.value) : given.errors;
  if (!given.ok || errors.length > 0) return drawOne(context, about, form.values, errors, 422);
  const saved = await reportAction(tx, about.action, today, given.value);
  if (saved.kind === 'moved-on') return drawOne(context, about, form.values, [], 409);
  const { inspectionId, id } = about.recommendation;
  return redirect(urls.inspections.recommendation(inspectionId, id), 'Saved: the report');
}

/** Actions that follow from recommendations. */
export const actionsRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.inspections.actionNew(':inspectionId', ':recommendationId'),
    permission: 'inspection.edit',
    audit: 'none',
    handle: async (context) => {
      const recommendation = await opened(context);
      return recommendation ? drawNew(context, recommendation) : context.notFound();
    },
  }),
  pageRoute({
    method: 'post',
    path: urls.inspections.actionNew(':inspectionId', ':recommendationId'),
    permission: 'inspection.edit',
    audit: 'change',
    handle: add,
  }),
  pageRoute({
    method: 'get',
    path: urls.inspections.action(':inspectionId', ':recommendationId', ':actionId'),
    permission: 'inspection.progress',
    audit: 'view',
    handle: async (context) => {
      const about = await subject(context);
      return about ? drawOne(context, about) : context.notFound();
    },
  }),
  pageRoute({
    method: 'post',
    path: urls.inspections.action(':inspectionId', ':recommendationId', ':actionId'),
    permission: 'inspection.progress',
    audit: 'change',
    handle: report,
  }),
];
