import { can } from '../../domain/access/can.ts';
import type { PageContext } from '../../platform/http/context.ts';
import { parseForm } from '../../platform/http/parse-form.ts';
import { pageRoute, type Route } from '../../platform/http/route.ts';
import type { Typed } from '../../ui/layout/fields.tsx';
import type { FieldError } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import { evidenceOf } from './evidence.queries.ts';
import { openInspection } from './open-inspection.ts';
import { meetingsOf } from './panel.queries.ts';
import { RatePage } from './rate.view.tsx';
import { ratingForm, ratingProblems, saveRating, standingProblems } from './save-rating.ts';
import { StandardPage } from './standard.view.tsx';

/** The inspection and one of its standards; undefined when the inspection has no such standard. */
async function opened({ tx, param }: PageContext) {
  const open = await openInspection(tx, param('inspectionId'));
  const line = open?.lines.find(({ standard }) => standard.id === param('standard'));
  if (!open || !line) return undefined;
  const recorded = open.inspection.ratings.find(({ standard }) => standard === line.standard.id);
  const isOpen = open.inspection.state !== 'published';
  return {
    inspection: open.inspection,
    framework: open.framework,
    line,
    recorded,
    isOpen,
  };
}

type Opened = NonNullable<Awaited<ReturnType<typeof opened>>>;

const drawRate = async (
  { tx, shell, page }: PageContext,
  about: Opened,
  typed: Typed,
  errors: readonly FieldError[] = [],
  status: 200 | 409 | 422 = 200,
) => {
  const meetings = await meetingsOf(tx, about.inspection.id);
  return page(
    RatePage({ shell, ...about, meetings, typed, errors, movedOn: status === 409 }),
    status,
  );
};

async function rate(context: PageContext) {
  const { tx, actor, redirect } = context;
  const about = await opened(context);
  if (!about?.isOpen) return context.notFound();
  const { inspection, framework, line, recorded } = about;
  const form = await context.form();
  const given = parseForm(ratingForm, form);
  const meetings = await meetingsOf(tx, inspection.id);
  const errors = given.ok
    ? [
        ...ratingProblems(framework, line, given.value),
        ...standingProblems(inspection.state, recorded, meetings, given.value),
      ]
    : given.errors;
  if (!given.ok || errors.length > 0) return drawRate(context, about, form.values, errors, 422);
  const saved = await saveRating(
    tx,
    actor,
    {
      inspectionId: inspection.id,
      line,
      options: framework.ratings.map(({ name }) => name),
      recorded,
      meetings,
    },
    given.value,
  );
  if (saved.kind === 'moved-on') return drawRate(context, about, form.values, [], 409);
  return redirect(
    meetings.some(({ id }) => id === given.value.meeting)
      ? urls.inspections.panel(inspection.id)
      : urls.inspections.standard(inspection.id, line.standard.id),
    `Saved: the rating of ${line.standard.id}`,
  );
}

/** One standard, and its rating. */
export const standardRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.inspections.standard(':inspectionId', ':standard'),
    permission: 'inspection.view',
    audit: 'view',
    handle: async (context) => {
      const { tx, actor, shell, page, notFound } = context;
      const about = await opened(context);
      if (!about) return notFound();
      const { inspection, line, recorded, isOpen } = about;
      return page(
        StandardPage({
          shell,
          inspection,
          line,
          recorded,
          evidence: await evidenceOf(tx, inspection.id, line.standard.id),
          mayEdit: isOpen && can(actor, 'inspection.edit'),
          mayRate: isOpen && can(actor, 'inspection.rate'),
        }),
      );
    },
  }),
  pageRoute({
    method: 'get',
    path: urls.inspections.rate(':inspectionId', ':standard'),
    permission: 'inspection.rate',
    audit: 'none',
    handle: async (context) => {
      const about = await opened(context);
      return about?.isOpen ? drawRate(context, about, {}) : context.notFound();
    },
  }),
  pageRoute({
    method: 'post',
    path: urls.inspections.rate(':inspectionId', ':standard'),
    permission: 'inspection.rate',
    audit: 'change',
    handle: rate,
  }),
];
