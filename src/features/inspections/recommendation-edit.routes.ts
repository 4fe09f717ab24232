import type { PageContext } from '../../platform/http/context.ts';
import { parseForm } from '../../platform/http/parse-form.ts';
import { pageRoute, type Route } from '../../platform/http/route.ts';
import type { Typed } from '../../ui/layout/fields.tsx';
import type { FieldError } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import { oneInspection } from './inspections.queries.ts';
import { RecommendationEditPage } from './recommendation-edit.view.tsx';
import { recommendationsOf } from './recommendations.queries.ts';
import {
  addRecommendation,
  changeRecommendation,
  recommendationForm,
} from './save-recommendation.ts';

async function subject({ tx, param }: PageContext, isNew: boolean) {
  const inspection = await oneInspection(tx, param('inspectionId'));
  if (!inspection) return undefined;
  const isPublished = inspection.state === 'published';
  const all = await recommendationsOf(tx, inspection.id);
  const recommendation = isNew ? null : all.find(({ id }) => id === param('recommendationId'));
  if (recommendation === undefined || (isNew && isPublished)) return undefined;
  const number = (all.at(-1)?.number ?? 0) + 1;
  return { inspectionId: inspection.id, recommendation, isPublished, number };
}

const draw = (
  { shell, page }: PageContext,
  about: NonNullable<Awaited<ReturnType<typeof subject>>>,
  typed: Typed,
  errors: readonly FieldError[] = [],
  status: 200 | 409 | 422 = 200,
) =>
  page(RecommendationEditPage({ shell, ...about, typed, errors, movedOn: status === 409 }), status);

async function show(context: PageContext, isNew: boolean) {
  const about = await subject(context, isNew);
  return about ? draw(context, about, {}) : context.notFound();
}

async function save(context: PageContext, isNew: boolean) {
  const { tx, actor, redirect } = context;
  const about = await subject(context, isNew);
  if (!about) return context.notFound();
  const { inspectionId, recommendation, isPublished, number } = about;
  const form = await context.form();
  // A published recommendation keeps its words: the form holds none, and the stored ones go through the same check.
  const values =
    isPublished && recommendation
      ? { ...form.values, text: recommendation.text, addressees: [...recommendation.addressees] }
      : form.values;
  const given = parseForm(recommendationForm, { ...form, values });
  if (!given.ok) return draw(context, about, form.values, given.errors, 422);
  const { text, addressees, measure, version } = given.value;
  if (recommendation) {
    const changed = isPublished ? { measure } : { recommendation: text, addressees, measure };
    const saved = await changeRecommendation(tx, recommendation.id, version, changed);
    if (saved.kind === 'moved-on') return draw(context, about, form.values, [], 409);
  }
  const id =
    recommendation?.id ??
    (await addRecommendation(tx, actor, { inspectionId, number }, given.value));
  return redirect(
    urls.inspections.recommendation(inspectionId, id),
    `Saved: recommendation ${recommendation?.number ?? number}`,
  );
}

/** Writing a recommendation. */
export const recommendationEditRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.inspections.recommendationNew(':inspectionId'),
    permission: 'inspection.edit',
    audit: 'none',
    handle: (context) => show(context, true),
  }),
  pageRoute({
    method: 'post',
    path: urls.inspections.recommendationNew(':inspectionId'),
    permission: 'inspection.edit',
    audit: 'change',
    handle: (context) => save(context, true),
  }),
  pageRoute({
    method: 'get',
    path: urls.inspections.recommendationEdit(':inspectionId', ':recommendationId'),
    permission: 'inspection.edit',
    audit: 'none',
    handle: (context) => show(context, false),
  }),
  pageRoute({
    method: 'post',
    path: urls.inspections.recommendationEdit(':inspectionId', ':recommendationId'),
    permission: 'inspection.edit',
    audit: 'change',
    handle: (context) => save(context, false),
  }),
];
