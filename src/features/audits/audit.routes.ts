import { z } from 'zod';
import { can } from '../../domain/access/can.ts';
import { codeLists } from '../../platform/db/codes.ts';
import type { PageContext } from '../../platform/http/context.ts';
import { type FormError, parseForm, requiredText } from '../../platform/http/parse-form.ts';
import { pageRoute, type Route } from '../../platform/http/route.ts';
import type { Typed } from '../../ui/layout/fields.tsx';
import { urls } from '../../urls.ts';
import { casesOf, inspectionOf, openCases } from './audit.queries.ts';
import { AuditPage } from './audit.view.tsx';
import { type Audit, oneAudit } from './audits.queries.ts';
import { cancelAudit, finishAudit } from './end-audit.ts';

export const auditPageRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.audits.one(':auditId'),
    permission: 'audit.view',
    audit: 'view',
    handle: async (context) => {
      const audit = await found(context);
      if (!audit) return context.notFound();
      return draw(context, audit, {}, []);
    },
  }),
  pageRoute({
    method: 'post',
    path: urls.audits.finish(':auditId'),
    permission: 'audit.manage',
    audit: 'change',
    handle: async (context) => {
      const { tx, actor, today, redirect } = context;
      const audit = await found(context);
      if (audit?.status !== 'reading') return context.notFound();
      const form = await context.form();
      const parsed = parseForm(summarySchema, form);
      if (!parsed.ok) return draw(context, audit, form.values, parsed.errors, 422);
      const open = (await casesOf(tx, actor.serviceId, audit.id)).filter(
        ({ withdrawnOn, readings, toModerate }) =>
          withdrawnOn === null && (toModerate > 0 || readings.some(({ doneOn }) => !doneOn)),
      );
      const closed = (await openCases(tx, audit.id)) - open.length;
      const left = [
        ...(open.length > 0
          ? [
              `Finish or give back these cases first: ${open.map(({ position }) => position).join(', ')}`,
            ]
          : []),
        ...(closed > 0
          ? [
              `${closed} ${closed === 1 ? 'case is' : 'cases are'} closed to you: ask who may see ${closed === 1 ? 'it' : 'them'} to finish or give back`,
            ]
          : []),
      ];
      if (left.length > 0)
        return draw(
          context,
          audit,
          form.values,
          left.map((message) => ({ field: 'summary', message })),
          422,
        );
      await finishAudit(tx, actor, audit, parsed.value.summary, today);
      return redirect(urls.audits.results(audit.id), 'Saved: the audit is finished');
    },
  }),
  pageRoute({
    method: 'post',
    path: urls.audits.cancel(':auditId'),
    permission: 'audit.manage',
    audit: 'change',
    handle: async (context) => {
      const { tx, actor, redirect } = context;
      const audit = await found(context);
      if (!audit || !['planned', 'reading'].includes(audit.status)) return context.notFound();
      const form = await context.form();
      const parsed = parseForm(cancelSchema, form);
      if (!parsed.ok) return draw(context, audit, form.values, parsed.errors, 422);
      await cancelAudit(tx, actor, audit, parsed.value.reason);
      return redirect(urls.audits.one(audit.id), 'Saved: the audit is given up');
    },
  }),
];

const summarySchema = z.object({
  summary: requiredText('Enter what was learnt, in a few sentences'),
});
const cancelSchema = z.object({ reason: requiredText('Enter why it is given up', 2000) });

const found = ({ tx, actor, param }: PageContext) =>
  oneAudit(tx, actor.serviceId, param('auditId'));

async function draw(
  context: PageContext,
  audit: Audit,
  typed: Typed,
  errors: readonly FormError[],
  status: 200 | 422 = 200,
) {
  const { tx, actor, shell, today, page } = context;
  const cases = audit.drawnOn ? await casesOf(tx, actor.serviceId, audit.id) : [];
  return page(
    AuditPage({
      shell,
      today,
      audit,
      cases,
      inspection: await inspectionOf(tx, audit.id),
      types: (await codeLists(tx, ['involvement_type'])).involvement_type,
      mayManage: can(actor, 'audit.manage'),
      me: actor.staffId,
      typed,
      errors,
    }),
    status,
  );
}
