import { formatDay } from '../../../domain/calendar/day.ts';
import { isWritten } from '../../../domain/reports/report.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { movedOn } from '../../../platform/http/moved-on.ts';
import type { Route } from '../../../platform/http/route.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { code } from '../../../record/choice-fields.tsx';
import { day } from '../../../record/day-field.tsx';
import type { Options } from '../../../record/field.ts';
import { FormBox } from '../../../record/form-box.tsx';
import { childForm } from '../../../record/form-page.ts';
import { Items } from '../../../record/items.tsx';
import { addRow, changeRow } from '../../../record/rows.ts';
import { mayWrite } from '../../../record/rows-page.tsx';
import { longText } from '../../../record/text-fields.tsx';
import { workersOf } from '../../../record/workers.ts';
import { urls } from '../../../urls.ts';
import { hearingTitle } from '../hearing-words.ts';
import { hearingsOf } from '../hearings.queries.ts';
import { ordersOf } from '../orders.queries.ts';
import { openReports, reportAsked, reportItem, writesReport } from './report-words.ts';

const listing = {
  hearing_id: code('hearings', {
    label: 'For which hearing?',
    says: 'Hearing',
    empty: 'The court has given no day',
  }),
  order_id: code('orders', {
    label: 'About which order, if it is about one?',
    says: 'Order',
    empty: 'None',
  }),
  author_id: code('authors', {
    label: 'Who writes it?',
    hint: 'A manager who does not write it approves it',
    says: 'Author',
    empty: 'The child’s worker',
  }),
};
const asked = {
  kind: code('court_report_kind', { label: 'What kind of report?', required: 'Choose a kind' }),
  asked_on: day({
    label: 'On which day was it asked for?',
    says: 'The day',
    required: 'Enter the day on which it was asked for',
    within: 'past',
  }),
  ...listing,
};

/** The hearings to come, the orders and the people that a report may name. */
async function choices({ tx, child, actor }: ChildContext): Promise<Options> {
  const hearings = await hearingsOf(tx, child.id);
  const orders = await orderChoices(tx, child.id);
  const authors = await workersOf(tx, child.id, actor.staffId);
  return {
    hearings: hearings
      .filter(({ state }) => state !== 'vacated')
      .map((hearing) => ({
        value: hearing.id,
        text: `${hearingTitle(hearing)}, ${hearing.court}`,
      })),
    orders,
    authors: authors.map(({ id, name }) => ({ value: id, text: name })),
  };
}

const orderChoices = async (tx: Tx, childId: string) =>
  (await ordersOf(tx, childId)).map(({ id, kind, made_on, charge }) => ({
    value: id,
    text: `${kind.replaceAll('-', ' ')}, ${formatDay(made_on)}${charge ? `: ${charge}` : ''}`,
  }));

const list = childForm({
  path: urls.courtReports.list(':childId'),
  tab: { room: 'work', text: 'Court reports', place: 5 },
  reads: 'report.read',
  writes: writesReport.permission,
  mayWrite: (context) => mayWrite(writesReport, context),
  fields: asked,
  subject: openReports,
  options: choices,
  rules: ({ kind, order_id }, { kinds }) =>
    kinds.some(({ code, about_order }) => code === kind && about_order) && !order_id
      ? [{ field: 'order_id', message: 'Choose the order that it is about' }]
      : [],
  save: async ({ tx, actor, child }, _subject, value) => ({
    kind: 'saved',
    id: await addRow(tx, actor, 'court_report', { child_id: child.id, ...value }),
  }),
  view: ({ context, subject: { reports, kinds }, form: { F, ...form } }) => (
    <ChildFrame context={context} title="Court reports" faults={form.faults}>
      <p class="govuk-body">
        What a court or a panel asked to be told, written heading by heading. A manager who did not
        write it approves it before anybody is given it.
      </p>
      {reports.length === 0 ? (
        <p class="govuk-body">No report has been asked for.</p>
      ) : (
        <Items
          items={reports.map((open) => ({
            ...reportItem(open),
            action: {
              href: urls.courtReports.one(context.child.id, open.report.id),
              text: 'Open the report',
            },
          }))}
        />
      )}
      {form.mayWrite ? (
        <section aria-labelledby="add" class="fh-no-print">
          <h2 class="govuk-heading-m" id="add">
            A report is asked for
          </h2>
          <ul class="govuk-list govuk-list--bullet">
            {kinds.map(({ label, says }) => (
              <li>
                {label}: {says.charAt(0).toLowerCase()}
                {says.slice(1)}.
              </li>
            ))}
          </ul>
          <FormBox form={form} button="Begin the report">
            <F.kind />
            <F.asked_on />
            <F.hearing_id />
            <F.order_id />
            <F.author_id />
          </FormBox>
        </section>
      ) : null}
    </ChildFrame>
  ),
  done: (_subject, _value, { child }, id) => ({
    to: urls.courtReports.one(child.id, id),
    message: 'Saved: the report is begun',
  }),
});

const back = (childId: string, reportId: string) => ({
  href: urls.courtReports.one(childId, reportId),
  text: 'Back to the report',
});

/** For which hearing and order a report is, and who writes it. */
const listed = childForm({
  path: urls.courtReports.listing(':childId', ':reportId'),
  tab: { under: urls.courtReports.list(':childId') },
  reads: writesReport.permission,
  mayWrite: (context) => mayWrite(writesReport, context),
  fields: listing,
  // Whoever wrote what a manager has read stays its author.
  asks: ({ report }) =>
    isWritten(report) ? ['hearing_id', 'order_id', 'author_id'] : ['hearing_id', 'order_id'],
  subject: reportAsked,
  stored: ({ report }) => report,
  options: async (context, { report }) => {
    const { authors = [], ...others } = await choices(context);
    const { author_id, author } = report;
    const isThere = author_id === null || authors.some(({ value }) => value === author_id);
    return {
      ...others,
      authors: isThere ? authors : [...authors, { value: author_id, text: author ?? '' }],
    };
  },
  save: ({ tx }, { report }, value) => changeRow(tx, 'court_report', report, value),
  view: ({ context, subject: { report, kind }, form: { F, ...form } }) => (
    <ChildFrame
      context={context}
      title="Hearing, order and author"
      heading={
        <>
          <span class="govuk-caption-l">{kind.label}</span>
          Hearing, order and author
        </>
      }
      faults={form.faults}
      back={back(context.child.id, report.id)}
    >
      <FormBox form={form}>
        <F.hearing_id />
        <F.order_id />
        {isWritten(report) ? <F.author_id /> : null}
      </FormBox>
    </ChildFrame>
  ),
  done: ({ report }, _value, { child }) => ({
    to: urls.courtReports.one(child.id, report.id),
    message: 'Saved: for which hearing the report is',
  }),
});

/** A report that is approved is opened again; one that nobody wants any more ends; each with the reason. */
const withReason = (
  path: string,
  column: 'opened_again_why' | 'not_needed_why',
  words: { readonly title: string; readonly label: string; readonly saved: string },
) =>
  childForm({
    path,
    tab: { under: urls.courtReports.list(':childId') },
    reads: writesReport.permission,
    mayWrite: (context) => mayWrite(writesReport, context),
    fields: { why: longText({ label: words.label, required: 'Say why', max: 2000, rows: 3 }) },
    subject: async (context: ChildContext) => {
      const open = await reportAsked(context);
      const fits =
        column === 'opened_again_why'
          ? open?.report.status === 'approved'
          : open?.report.status !== 'not-needed' && open?.report.given.length === 0;
      if (open && !fits)
        movedOn(whyNot(column, open.report), {
          href: urls.courtReports.one(context.child.id, open.report.id),
          text: 'See how it stands',
        });
      return open;
    },
    stored: ({ report: { id, version } }) => ({ id, version, why: '' }),
    save: ({ tx, today }, { report }, { why }) =>
      changeRow(tx, 'court_report', report, {
        approved_on: null,
        approved_by: null,
        ...(column === 'opened_again_why'
          ? { status: 'writing', sent_on: null, opened_again_on: today, opened_again_why: why }
          : { status: 'not-needed', not_needed_on: today, not_needed_why: why }),
      }),
    view: ({ context, subject: { report, kind, again }, form: { F, ...form } }) => (
      <ChildFrame
        context={context}
        title={words.title}
        heading={
          <>
            <span class="govuk-caption-l">{kind.label}</span>
            {words.title}
          </>
        }
        faults={form.faults}
        back={back(context.child.id, report.id)}
      >
        {again.length > 0 ? (
          <ul class="govuk-list govuk-list--bullet">
            {again.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        ) : null}
        <FormBox form={form} button={words.title}>
          <F.why />
        </FormBox>
      </ChildFrame>
    ),
    done: ({ report }, _value, { child }) => ({
      to: urls.courtReports.one(child.id, report.id),
      message: words.saved,
    }),
  });

const whyNot = (
  column: 'opened_again_why' | 'not_needed_why',
  { given }: { readonly given: readonly unknown[] },
): string => {
  if (column === 'opened_again_why') return 'Only a report that stands approved is looked at again';
  return given.length > 0
    ? 'It was given, and what was given stays needed'
    : 'It is said already that it is not needed';
};

export const listingRoutes: readonly Route[] = [
  ...list,
  ...listed,
  ...withReason(urls.courtReports.openAgain(':childId', ':reportId'), 'opened_again_why', {
    title: 'Look at it again',
    label: 'Why is it looked at again?',
    saved: 'Opened: look at each heading, and send it to a manager again',
  }),
  ...withReason(urls.courtReports.notNeeded(':childId', ':reportId'), 'not_needed_why', {
    title: 'It is not needed',
    label: 'Why is it not needed?',
    saved: 'Saved: the report is not needed',
  }),
];
