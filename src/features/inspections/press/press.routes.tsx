import { whyNotIssued, withEmbargo } from '../../../domain/inspections/press-notice.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { pageRoute, type Route } from '../../../platform/http/route.ts';
import { serviceForm } from '../../../record/form-page.ts';
import { changeRow } from '../../../record/rows.ts';
import { wordAnswer } from '../../../record/word-answer.ts';
import { urls } from '../../../urls.ts';
import { noticeRoutes } from './notices.routes.tsx';
import { PressView } from './press.view.tsx';
import { pressEditRoutes } from './press-edit.routes.tsx';
import { documentOf, outWords, type PressPage, pressPage } from './press-page.ts';
import { quotationRoutes } from './quotation.routes.tsx';

const shownOf = (page: PressPage, now: Date) => {
  const document = documentOf(page);
  if (!document || !page.notice) return null;
  const { embargoUntil, issuedAt } = page.notice;
  return withEmbargo(document, { embargoUntil, isIssued: issuedAt !== null }, now);
};

/** What is told to the press of an inspection: written, quoted, issued. */
export const pressRoutes: readonly Route[] = [
  ...serviceForm({
    path: urls.inspections.press(':inspectionId'),
    reads: 'inspection.view',
    writes: 'inspection.publish',
    audit: 'view',
    fields: {},
    subject: pressPage,
    stored: ({ notice }) => notice,
    mayWrite: (_context, { holds }) => holds,
    closed: ({ notice, isOut, inspection }) => {
      if (isOut) return outWords;
      if (notice?.issuedAt) return 'The notice is issued: a change takes it back first';
      return notice && inspection.state === 'published'
        ? null
        : 'It is issued once it is written and the report is published';
    },
    refuses: ({ report, notice }) =>
      notice ? whyNotIssued(report, notice).map((message) => ({ field: 'issue', message })) : [],
    save: async ({ tx, now }, page) => {
      const document = documentOf(page);
      if (!page.notice || !document) return { kind: 'moved-on' };
      return changeRow(tx, 'press_notice', page.notice, {
        issued_at: now,
        issued_document: JSON.stringify(document),
      });
    },
    view: ({ shell, subject, form: { F: _none, ...form }, context: { now } }) => (
      <PressView shell={shell} page={subject} form={form} document={shownOf(subject, now)} />
    ),
    done: ({ inspection }) => ({
      to: urls.inspections.press(inspection.id),
      message: 'Issued: the press notice',
    }),
  }),
  pageRoute({
    method: 'get',
    path: urls.inspections.pressWord(':inspectionId'),
    permission: 'inspection.view',
    audit: 'export',
    handle: async (context: PageContext) => {
      const page = await pressPage(context);
      const document = page && shownOf(page, context.now);
      return document ? wordAnswer(context, document) : context.notFound();
    },
  }),
  ...pressEditRoutes,
  ...quotationRoutes,
  ...noticeRoutes,
];
