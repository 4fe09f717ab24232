import { formatInstant } from '../../../domain/calendar/british-time.ts';
import { withEmbargo } from '../../../domain/inspections/press-notice.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { pageRoute, type Route } from '../../../platform/http/route.ts';
import { serviceList } from '../../../record/list-page.tsx';
import { wordAnswer } from '../../../record/word-answer.ts';
import { Page } from '../../../ui/layout/page.tsx';
import { WrittenHead, WrittenSections } from '../../../ui/layout/written-document.tsx';
import { urls } from '../../../urls.ts';
import { type IssuedNotice, isOut, issuedNotice, issuedNotices } from './press.queries.ts';

const shownOf = ({ document, embargoUntil }: IssuedNotice, { now }: PageContext) =>
  withEmbargo(document, { embargoUntil, isIssued: true }, now);

const standsWords = (notice: IssuedNotice, now: Date) =>
  notice.embargoUntil && !isOut(notice, now)
    ? `Under embargo until ${formatInstant(notice.embargoUntil)}`
    : 'Out';

/** Press notices to read: those that are out, and under embargo for those who may see the report. */
export const noticeRoutes: readonly Route[] = [
  ...serviceList({
    path: urls.pressNotices.list,
    tab: { section: 'inspection', text: 'Press notices' },
    permission: 'statistics.view',
    caption: 'Press notices',
    empty: () => 'No press notice has been issued.',
    subject: async ({ now }: PageContext) => ({ now }),
    rows: ({ tx }, _about, { offset, limit }) => issuedNotices(tx, limit, offset),
    columns: ({ now }) => [
      {
        heading: 'Notice',
        text: ({ document }) => document.title,
        cell: ({ id, document }) => (
          <a class="govuk-link" href={urls.pressNotices.one(id)}>
            {document.title}
          </a>
        ),
      },
      { heading: 'Issued', text: ({ issuedAt }) => formatInstant(issuedAt) },
      { heading: 'How it stands', text: (notice) => standsWords(notice, now) },
    ],
    view: ({ context: { shell }, list }) => (
      <Page
        title="Press notices"
        shell={shell}
        back={{ href: urls.inspectionResults.list(), text: 'Back to published results' }}
      >
        <h1 class="govuk-heading-l">Press notices</h1>
        {list}
      </Page>
    ),
  }),
  pageRoute({
    method: 'get',
    path: urls.pressNotices.one(':noticeId'),
    permission: 'statistics.view',
    audit: 'view',
    handle: async (context) => {
      const notice = await issuedNotice(context.tx, context.param('noticeId'));
      if (!notice) return context.notFound();
      const document = shownOf(notice, context);
      return context.page(
        <Page
          title={document.title}
          shell={context.shell}
          back={{ href: urls.pressNotices.list, text: 'Back to press notices' }}
        >
          <WrittenHead document={document} />
          <p class="govuk-body fh-no-print">
            <a class="govuk-link" href={urls.pressNotices.word(notice.id)}>
              Download the notice as a Word document
            </a>
          </p>
          <WrittenSections sections={document.sections} />
        </Page>,
      );
    },
  }),
  pageRoute({
    method: 'get',
    path: urls.pressNotices.word(':noticeId'),
    permission: 'statistics.view',
    audit: 'export',
    handle: async (context) => {
      const notice = await issuedNotice(context.tx, context.param('noticeId'));
      return notice ? wordAnswer(context, shownOf(notice, context)) : context.notFound();
    },
  }),
];
