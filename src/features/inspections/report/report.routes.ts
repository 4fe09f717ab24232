import { can } from '../../../domain/access/can.ts';
import { reportDocument } from '../../../domain/inspections/report-document.ts';
import { reportFaults } from '../../../domain/inspections/report-faults.ts';
import { pageRoute, type Route } from '../../../platform/http/route.ts';
import { urls } from '../../../urls.ts';
import { inspectionReport } from './report.queries.ts';
import { ReportPage } from './report.view.tsx';
import { wordAnswer } from './word-answer.ts';

/** An inspection's report, to read and to take away; the board's too once it is published. */
export const reportRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.inspections.report(':inspectionId'),
    permission: 'inspection.progress',
    audit: 'view',
    handle: async ({ tx, actor, shell, param, page, notFound }) => {
      const id = param('inspectionId');
      const report = await inspectionReport(tx, id, shell.serviceName);
      if (!report) return notFound();
      return page(
        ReportPage({
          shell,
          document: reportDocument(report),
          back: can(actor, 'inspection.view')
            ? { href: urls.inspections.one(id), text: 'Back to the inspection' }
            : { href: urls.inspections.recommendations(id), text: 'Back to the recommendations' },
          wordHref: urls.inspections.reportWord(id),
          mend: can(actor, 'inspection.edit') ? reportFaults(report) : [],
        }),
      );
    },
  }),
  pageRoute({
    method: 'get',
    path: urls.inspections.reportWord(':inspectionId'),
    permission: 'inspection.progress',
    audit: 'export',
    handle: async (context) => {
      const { tx, shell, param, notFound } = context;
      const report = await inspectionReport(tx, param('inspectionId'), shell.serviceName);
      return report ? wordAnswer(context, reportDocument(report)) : notFound();
    },
  }),
];
