import { can } from '../../../domain/access/can.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { movedOn } from '../../../platform/http/moved-on.ts';
import { pageRoute, type Route } from '../../../platform/http/route.ts';
import { code } from '../../../record/choice-fields.tsx';
import { serviceForm } from '../../../record/form-page.ts';
import { urls } from '../../../urls.ts';
import { closedWhenPublished, holds, mayWriteIn, writesIn } from '../may-write.ts';
import { type OpenInspection, openInspection } from '../open-inspection.ts';
import { freeAudits, linkAudit, planReading, plansLeft, unlinkAudit } from './cases.queries.ts';
import { CasesPage } from './cases.view.tsx';

export const caseFields = {
  audit_id: code('audits', {
    label: 'Count an audit that is there already',
    required: 'Choose an audit',
  }),
};

async function subject({ tx, actor, param }: PageContext) {
  const open = await openInspection(tx, param('inspectionId'));
  if (!open) return undefined;
  const mayEdit = mayWriteIn(actor, open.inspection);
  return {
    open,
    free: mayEdit ? await freeAudits(tx, open.framework.id) : [],
    mayPlan: can(actor, 'audit.manage'),
  };
}

const change = (
  path: string,
  work: (context: PageContext, open: OpenInspection) => Response | Promise<Response>,
): Route =>
  pageRoute({
    method: 'post',
    path,
    permission: 'inspection.lead',
    audit: 'change',
    handle: async (context) => {
      const open = await openInspection(context.tx, context.param('inspectionId'));
      return open && writesIn(context.actor, open.inspection)
        ? work(context, open)
        : context.notFound();
    },
  });

/** The cases of an inspection: read on the audits' own pages, counted here. */
export const casesRoutes: readonly Route[] = [
  ...serviceForm({
    path: urls.inspections.cases(':inspectionId'),
    reads: 'inspection.view',
    writes: 'inspection.lead',
    audit: 'view',
    fields: caseFields,
    subject,
    mayWrite: ({ actor }, { open }) => holds(actor, open.inspection),
    closed: ({ open }) => closedWhenPublished(open),
    options: (_context, { free }) => ({
      audits: free.map(({ id, text }) => ({ value: id, text })),
    }),
    save: async ({ tx, actor }, { open }, { audit_id }) => {
      await linkAudit(tx, actor, open.inspection.id, audit_id);
      return { kind: 'saved' };
    },
    view: CasesPage,
    done: ({ open }) => ({
      to: urls.inspections.cases(open.inspection.id),
      message: 'Counted: the audit’s cases',
    }),
  }),
  change(urls.inspections.startReading(':inspectionId'), async (context, open) => {
    const { tx, actor, redirect, notFound } = context;
    const ofVictims = (await context.form()).text('cases') === 'victims';
    const plan = plansLeft(open).find((each) => each.ofVictims === ofVictims);
    if (!can(actor, 'audit.manage')) return notFound();
    if (!plan)
      return movedOn('The reading of these cases is planned already', {
        href: urls.inspections.cases(open.inspection.id),
        text: 'See the cases',
      });
    const audit = await planReading(tx, actor, open, plan);
    return redirect(urls.audits.sample(audit), 'Planned: draw the sample and choose who reads');
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
