import { can } from '../../domain/access/can.ts';
import { inspectionStates } from '../../domain/inspections/workspace.data.ts';
import type { PageContext } from '../../platform/http/context.ts';
import { versionOf } from '../../platform/http/parse-form.ts';
import { pageRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { caseDetails } from './case-details.queries.ts';
import { type InspectionState, inspectionLines } from './inspections.queries.ts';
import { InspectionsPage } from './list.view.tsx';
import { type OpenInspection, openInspection } from './open-inspection.ts';
import { InspectionOverview } from './overview.view.tsx';
import { printedNames } from './report.queries.ts';
import { moveInspection } from './save-inspection.ts';
import { unready } from './unready.ts';

/** The list of inspections, and one inspection at a glance. */
export const workspaceRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.inspections.list,
    tab: { section: 'inspection', text: 'Inspections', place: 1 },
    permission: 'inspection.progress',
    audit: 'none',
    handle: async ({ tx, actor, shell, page }) =>
      page(
        InspectionsPage({
          shell,
          inspections: await inspectionLines(tx),
          mayStart: can(actor, 'inspection.edit'),
          mayOpen: can(actor, 'inspection.view'),
        }),
      ),
  }),
  pageRoute({
    method: 'get',
    path: urls.inspections.one(':inspectionId'),
    permission: 'inspection.view',
    audit: 'view',
    handle: async (context) => {
      const open = await openInspection(context.tx, context.param('inspectionId'));
      return open ? draw(context, open) : context.notFound();
    },
  }),
  pageRoute({
    method: 'post',
    path: urls.inspections.state(':inspectionId'),
    permission: 'inspection.edit',
    audit: 'change',
    handle: async (context) => {
      const { tx, actor, today, redirect, notFound } = context;
      const open = await openInspection(tx, context.param('inspectionId'));
      if (!open || open.inspection.state === 'published') return notFound();
      const form = await context.form();
      const state = form.text('state');
      if (!isState(state)) return draw(context, open, 'Choose where the inspection is now');
      if (state === 'published' && !can(actor, 'inspection.publish')) return notFound();
      const problem = state === 'published' ? unready(open) : undefined;
      if (problem) return draw(context, open, problem);
      const { inspection, counts } = open;
      const details = await caseDetails(tx, open.framework, inspection);
      const figures = {
        ...details,
        ...printedNames(inspection),
        counts: Object.fromEntries(counts),
      };
      const version = versionOf(form.text('version'));
      const saved = await moveInspection(tx, { id: inspection.id, version, state, today, figures });
      return saved.kind === 'saved'
        ? redirect(urls.inspections.one(inspection.id), `Moved to: ${inspectionStates[state]}`)
        : draw(
            context,
            open,
            'Somebody else changed the inspection meanwhile: look, and move it again',
            409,
          );
    },
  }),
];

const isState = (text: string): text is InspectionState => Object.hasOwn(inspectionStates, text);

const draw = (
  { actor, shell, page }: PageContext,
  open: OpenInspection,
  problem?: string,
  status: 409 | 422 = 422,
) =>
  page(
    InspectionOverview({
      shell,
      open,
      mayEdit: can(actor, 'inspection.edit'),
      mayPublish: can(actor, 'inspection.publish'),
      problem,
    }),
    problem ? status : 200,
  );
