import { can } from '../../domain/access/can.ts';
import type { PageContext } from '../../platform/http/context.ts';
import { pageRoute, type Route } from '../../platform/http/route.ts';
import type { FieldError } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import { freeAudits, linkAudit, planReading, standardsRead, unlinkAudit } from './cases.queries.ts';
import { CasesPage } from './cases.view.tsx';
import { type OpenInspection, openInspection } from './open-inspection.ts';

async function draw(
  context: PageContext,
  open: OpenInspection,
  errors: readonly FieldError[] = [],
) {
  const { tx, actor, shell, page } = context;
  const mayEdit = open.inspection.state !== 'published' && can(actor, 'inspection.edit');
  const free = mayEdit ? await freeAudits(tx, open.framework.id) : [];
  return page(CasesPage({ shell, open, free, mayEdit, errors }), errors.length > 0 ? 422 : 200);
}

const change = (
  path: string,
  work: (context: PageContext, open: OpenInspection) => Response | Promise<Response>,
): Route =>
  pageRoute({
    method: 'post',
    path,
    permission: 'inspection.edit',
    audit: 'change',
    handle: async (context) => {
      const open = await openInspection(context.tx, context.param('inspectionId'));
      return open && open.inspection.state !== 'published'
        ? work(context, open)
        : context.notFound();
    },
  });

/** The cases of an inspection: read on the audits' own pages, counted here. */
export const casesRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.inspections.cases(':inspectionId'),
    permission: 'inspection.view',
    audit: 'view',
    handle: async (context) => {
      const open = await openInspection(context.tx, context.param('inspectionId'));
      return open ? draw(context, open) : context.notFound();
    },
  }),
  change(urls.inspections.startReading(':inspectionId'), async (context, open) => {
    const { tx, actor, redirect, notFound } = context;
    if (open.inspection.audits.length > 0 || standardsRead(open).length === 0) return notFound();
    const audit = await planReading(tx, actor, open);
    return redirect(urls.audits.sample(audit), 'Planned: draw the sample and choose who reads');
  }),
  change(urls.inspections.linkAudit(':inspectionId'), async (context, open) => {
    const { tx, actor, redirect } = context;
    const wanted = (await context.form()).text('audit');
    const free = await freeAudits(tx, open.framework.id);
    if (!free.some(({ id }) => id === wanted))
      return draw(context, open, [{ field: 'audit', message: 'Choose an audit' }]);
    await linkAudit(tx, actor, open.inspection.id, wanted);
    return redirect(urls.inspections.cases(open.inspection.id), 'Counted: the audit’s cases');
  }),
  change(urls.inspections.unlinkAudit(':inspectionId'), async (context, open) => {
    const wanted = (await context.form()).text('audit');
    if (!open.inspection.audits.some(({ id }) => id === wanted)) return context.notFound();
    await unlinkAudit(context.tx, open.inspection.id, wanted);
    return context.redirect(
      urls.inspections.cases(open.inspection.id),
      'The audit’s cases are no longer counted; the audit itself stays',
    );
  }),
];
