import { type Actor, can } from '../../../domain/access/can.ts';
import type { InspectionReport } from '../../../domain/inspections/report.ts';
import { reportDocument } from '../../../domain/inspections/report-document.ts';
import { reportFaults } from '../../../domain/inspections/report-faults.ts';
import { wholeCopyBanner } from '../../../domain/inspections/small-counts.ts';
import { pageRoute, type Route } from '../../../platform/http/route.ts';
import { wordAnswer } from '../../../record/word-answer.ts';
import { urls } from '../../../urls.ts';
import { inspectionReport } from './report.queries.ts';
import { ReportPage } from './report.view.tsx';

/** Who reads cases reads their small counts too; the board's copy is for everybody else, and for whoever passes it on. */
const SEES_CASES = 'audit.view';
const copyOf = (actor: Actor, asked: string) =>
  can(actor, SEES_CASES) && asked !== 'board' ? 'whole' : 'board';

const documentOf = (report: InspectionReport, copy: 'whole' | 'board') => ({
  ...reportDocument(report),
  ...(copy === 'whole' ? { banner: wholeCopyBanner } : {}),
});

/** An inspection's report, to read and to take away; the board's too once it is published. */
export const reportRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.inspections.report(':inspectionId'),
    permission: 'inspection.progress',
    audit: 'view',
    handle: async ({ tx, actor, shell, param, query, page, notFound }) => {
      const id = param('inspectionId');
      const copy = copyOf(actor, query('copy'));
      const report = await inspectionReport(tx, id, shell.serviceName, copy);
      if (!report) return notFound();
      const mayChoose = can(actor, SEES_CASES);
      return page(
        ReportPage({
          shell,
          document: documentOf(report, copy),
          copies: mayChoose ? { isBoards: copy === 'board', of: id } : null,
          back: can(actor, 'inspection.view')
            ? { href: urls.inspections.one(id), text: 'Back to the inspection' }
            : { href: urls.inspections.recommendations(id), text: 'Back to the recommendations' },
          wordHref: urls.inspections.reportWord(
            id,
            mayChoose && copy === 'board' ? copy : undefined,
          ),
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
      const { tx, actor, shell, param, query, notFound } = context;
      const copy = copyOf(actor, query('copy'));
      const report = await inspectionReport(tx, param('inspectionId'), shell.serviceName, copy);
      if (!report) return notFound();
      const document = documentOf(report, copy);
      const which = copy === 'whole' ? 'with small counts' : 'board copy';
      return wordAnswer(context, document, `${document.title} ${which}`);
    },
  }),
];
