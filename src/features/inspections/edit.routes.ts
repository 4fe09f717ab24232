import { addDays, addMonths } from '../../domain/calendar/day.ts';
import { readFrameworks } from '../../platform/files/read-frameworks.ts';
import type { PageContext } from '../../platform/http/context.ts';
import { parseForm } from '../../platform/http/parse-form.ts';
import { pageRoute, type Route } from '../../platform/http/route.ts';
import type { Typed } from '../../ui/layout/fields.tsx';
import type { FieldError } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import { EditInspectionPage } from './edit.view.tsx';
import { formProblems, inspectionForm, programmeOf } from './inspection-form.ts';
import { type Inspection, leadChoices, oneInspection } from './inspections.queries.ts';
import { changeInspection, startInspection } from './save-inspection.ts';

type Drawn = {
  readonly typed?: Typed;
  readonly errors?: readonly FieldError[];
  readonly status?: 200 | 409 | 422;
};

async function draw(context: PageContext, inspection: Inspection | null, drawn: Drawn = {}) {
  const { tx, shell, today, page } = context;
  const { typed = {}, errors = [], status = 200 } = drawn;
  const frameworks = readFrameworks();
  const window = frameworks[0]?.sampling.window ?? { opensMonthsBefore: 12, closesWeeksBefore: 9 };
  const view = EditInspectionPage({
    shell,
    frameworks,
    leads: await leadChoices(tx),
    inspection,
    proposed: {
      fieldworkFrom: today,
      fieldworkTo: addDays(today, 4),
      casesFrom: addMonths(today, -window.opensMonthsBefore),
      casesTo: addDays(today, -7 * window.closesWeeksBefore),
    },
    typed,
    errors,
    movedOn: status === 409,
  });
  return page(view, status);
}

const decidedOf = (inspection: Inspection | null) =>
  inspection && inspection.meetings > 0
    ? {
        kind: inspection.kind,
        programme: programmeOf(inspection.frameworkId, inspection.inspectionType),
      }
    : null;

async function save(context: PageContext, inspection: Inspection | null) {
  const { tx, actor, redirect } = context;
  const form = await context.form();
  const given = parseForm(inspectionForm, form);
  const errors = given.ok
    ? formProblems(given.value, readFrameworks(), await leadChoices(tx), decidedOf(inspection))
    : given.errors;
  if (!given.ok || errors.length > 0)
    return draw(context, inspection, { typed: form.values, errors, status: 422 });
  if (!inspection) {
    const id = await startInspection(tx, actor, given.value);
    return redirect(urls.inspections.one(id), `Started: ${given.value.title}`);
  }
  const saved = await changeInspection(tx, inspection.id, given.value);
  if (saved.kind === 'saved')
    return redirect(urls.inspections.one(inspection.id), `Saved: ${given.value.title}`);
  return draw(context, inspection, { typed: form.values, status: 409 });
}

const opened = async ({ tx, param }: PageContext) => {
  const found = await oneInspection(tx, param('inspectionId'));
  return found && found.state !== 'published' ? found : undefined;
};

/** Starting an inspection and changing what it is. */
export const editRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.inspections.create,
    permission: 'inspection.edit',
    audit: 'none',
    handle: (context) => draw(context, null),
  }),
  pageRoute({
    method: 'post',
    path: urls.inspections.create,
    permission: 'inspection.edit',
    audit: 'change',
    handle: (context) => save(context, null),
  }),
  pageRoute({
    method: 'get',
    path: urls.inspections.edit(':inspectionId'),
    permission: 'inspection.edit',
    audit: 'none',
    handle: async (context) => {
      const inspection = await opened(context);
      return inspection ? draw(context, inspection) : context.notFound();
    },
  }),
  pageRoute({
    method: 'post',
    path: urls.inspections.edit(':inspectionId'),
    permission: 'inspection.edit',
    audit: 'change',
    handle: async (context) => {
      const inspection = await opened(context);
      return inspection ? save(context, inspection) : context.notFound();
    },
  }),
];
