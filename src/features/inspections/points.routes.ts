import { can } from '../../domain/access/can.ts';
import { dropDrafts, readDrafts } from '../../platform/db/drafts.ts';
import type { PageContext } from '../../platform/http/context.ts';
import { parseForm } from '../../platform/http/parse-form.ts';
import { pageRoute, type Route } from '../../platform/http/route.ts';
import type { Typed } from '../../ui/layout/fields.tsx';
import type { FieldError } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import { oneInspection } from './inspections.queries.ts';
import { PointPage } from './point.view.tsx';
import { pointsOf } from './points.queries.ts';
import { PointsPage } from './points.view.tsx';
import { addPoint, changePoint, pointForm, pointProblems } from './save-point.ts';

async function subject({ tx, param }: PageContext, isNew: boolean) {
  const inspection = await oneInspection(tx, param('inspectionId'));
  if (!inspection || inspection.state === 'published') return undefined;
  const points = await pointsOf(tx, inspection.id);
  const point = isNew ? null : points.find(({ id }) => id === param('pointId'));
  if (point === undefined) return undefined;
  const number = (points.at(-1)?.number ?? 0) + 1;
  return { inspection, point, number, formKey: `inspection-point:${point?.id ?? inspection.id}` };
}

const draw = (
  { shell, today, page }: PageContext,
  about: NonNullable<Awaited<ReturnType<typeof subject>>>,
  typed: Typed,
  errors: readonly FieldError[] = [],
  status: 200 | 409 | 422 = 200,
) => page(PointPage({ shell, ...about, today, typed, errors, movedOn: status === 409 }), status);

async function show(context: PageContext, isNew: boolean) {
  const about = await subject(context, isNew);
  return about
    ? draw(context, about, await readDrafts(context.tx, about.formKey))
    : context.notFound();
}

async function save(context: PageContext, isNew: boolean) {
  const { tx, actor, today, redirect } = context;
  const about = await subject(context, isNew);
  if (!about) return context.notFound();
  const { inspection, point, number, formKey } = about;
  const form = await context.form();
  const given = parseForm(pointForm(today), form);
  const errors = given.ok ? pointProblems(given.value) : given.errors;
  if (!given.ok || errors.length > 0) return draw(context, about, form.values, errors, 422);
  if (!point)
    await addPoint(tx, actor, { inspectionId: inspection.id, number, today }, given.value);
  else if ((await changePoint(tx, point, today, given.value)).kind === 'moved-on')
    return draw(context, about, form.values, [], 409);
  await dropDrafts(tx, formKey);
  return redirect(
    urls.inspections.points(inspection.id),
    `Saved: point ${point?.number ?? number}`,
  );
}

/** The log of factual accuracy. */
export const pointsRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.inspections.points(':inspectionId'),
    permission: 'inspection.view',
    audit: 'view',
    handle: async ({ tx, actor, shell, param, page, notFound }) => {
      const inspection = await oneInspection(tx, param('inspectionId'));
      if (!inspection) return notFound();
      const mayEdit = inspection.state !== 'published' && can(actor, 'inspection.edit');
      const points = await pointsOf(tx, inspection.id);
      return page(PointsPage({ shell, inspection, points, mayEdit }));
    },
  }),
  pageRoute({
    method: 'get',
    path: urls.inspections.pointNew(':inspectionId'),
    permission: 'inspection.edit',
    audit: 'none',
    handle: (context) => show(context, true),
  }),
  pageRoute({
    method: 'post',
    path: urls.inspections.pointNew(':inspectionId'),
    permission: 'inspection.edit',
    audit: 'change',
    handle: (context) => save(context, true),
  }),
  pageRoute({
    method: 'get',
    path: urls.inspections.point(':inspectionId', ':pointId'),
    permission: 'inspection.edit',
    audit: 'none',
    handle: (context) => show(context, false),
  }),
  pageRoute({
    method: 'post',
    path: urls.inspections.point(':inspectionId', ':pointId'),
    permission: 'inspection.edit',
    audit: 'change',
    handle: (context) => save(context, false),
  }),
];
