import { can } from '../../domain/access/can.ts';
import type { PageContext } from '../../platform/http/context.ts';
import { parseForm } from '../../platform/http/parse-form.ts';
import { pageRoute, type Route } from '../../platform/http/route.ts';
import { changeRow } from '../../record/rows.ts';
import type { Typed } from '../../ui/layout/fields.tsx';
import type { FieldError } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import { oneInspection } from './inspections.queries.ts';
import { ProgressPage } from './progress.view.tsx';
import { RecommendationPage } from './recommendation.view.tsx';
import {
  allRecommendations,
  oneRecommendation,
  type Recommendation,
  recommendationsOf,
} from './recommendations.queries.ts';
import { RecommendationsPage } from './recommendations.view.tsx';
import { metForm } from './save-recommendation.ts';

const opened = ({ tx, param }: PageContext) =>
  oneRecommendation(tx, param('inspectionId'), param('recommendationId'));

const draw = (
  { actor, shell, today, page }: PageContext,
  recommendation: Recommendation,
  typed: Typed = {},
  errors: readonly FieldError[] = [],
  status: 200 | 409 | 422 = 200,
) => {
  const mayEdit = can(actor, 'inspection.edit');
  return page(RecommendationPage({ shell, recommendation, today, mayEdit, typed, errors }), status);
};

/** Recommendations and how far they are: for those who hold the inspection, and the board once it is published. */
export const recommendationsRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.inspections.progress,
    tab: { section: 'inspection', text: 'Recommendations', place: 2 },
    permission: 'inspection.progress',
    audit: 'none',
    handle: async ({ tx, shell, today, page }) =>
      page(ProgressPage({ shell, today, recommendations: await allRecommendations(tx) })),
  }),
  pageRoute({
    method: 'get',
    path: urls.inspections.recommendations(':inspectionId'),
    permission: 'inspection.progress',
    audit: 'view',
    handle: async ({ tx, actor, shell, today, param, page, notFound }) => {
      const inspection = await oneInspection(tx, param('inspectionId'));
      if (!inspection) return notFound();
      return page(
        RecommendationsPage({
          shell,
          inspection,
          today,
          recommendations: await recommendationsOf(tx, inspection.id),
          mayAdd: inspection.state !== 'published' && can(actor, 'inspection.edit'),
          mayOpen: can(actor, 'inspection.view'),
        }),
      );
    },
  }),
  pageRoute({
    method: 'get',
    path: urls.inspections.recommendation(':inspectionId', ':recommendationId'),
    permission: 'inspection.progress',
    audit: 'view',
    handle: async (context) => {
      const recommendation = await opened(context);
      return recommendation ? draw(context, recommendation) : context.notFound();
    },
  }),
  pageRoute({
    method: 'post',
    path: urls.inspections.recommendationMet(':inspectionId', ':recommendationId'),
    permission: 'inspection.edit',
    audit: 'change',
    handle: async (context) => {
      const { tx, today, redirect, notFound } = context;
      const recommendation = await opened(context);
      if (!recommendation || recommendation.metOn) return notFound();
      const form = await context.form();
      const given = parseForm(metForm(today), form);
      if (!given.ok) return draw(context, recommendation, form.values, given.errors, 422);
      const row = { id: recommendation.id, version: given.value.version };
      const saved = await changeRow(tx, 'inspection_recommendation', row, {
        met_on: given.value['met-on'],
        met_evidence: given.value['met-evidence'],
      });
      if (saved.kind === 'moved-on')
        return draw(
          context,
          recommendation,
          form.values,
          [
            {
              field: 'met-evidence',
              message:
                'Somebody else changed this recommendation meanwhile: look above, and save again',
            },
          ],
          409,
        );
      return redirect(
        urls.inspections.recommendation(recommendation.inspectionId, recommendation.id),
        'Saved: the recommendation was met',
      );
    },
  }),
];
