import { formatDay } from '../../../domain/calendar/day.ts';
import { feedbackSources, recipients, usefulness } from '../../../domain/reports/feedback.ts';
import { childRoute, type Route } from '../../../platform/http/route.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { choice, ticks } from '../../../record/choice-fields.tsx';
import { day } from '../../../record/day-field.tsx';
import { FormBox } from '../../../record/form-box.tsx';
import { childForm } from '../../../record/form-page.ts';
import { Items } from '../../../record/items.tsx';
import { addRow } from '../../../record/rows.ts';
import { mayWrite } from '../../../record/rows-page.tsx';
import { longText, text } from '../../../record/text-fields.tsx';
import { wordAnswer } from '../../../record/word-answer.ts';
import { urls } from '../../../urls.ts';
import { choicesOf } from '../charge-words.ts';
import { MustLookAgain } from './again.view.tsx';
import { documentOf, type OpenReport, reportAsked, writesReport } from './report-words.ts';
import type { Report } from './reports.queries.ts';

const back = (childId: string, { id }: Pick<Report, 'id'>) => ({
  href: urls.courtReports.one(childId, id),
  text: 'Back to the report',
});
const headed = (title: string, { kind }: OpenReport) => ({
  title,
  heading: (
    <>
      <span class="govuk-caption-l">{kind.label}</span>
      {title}
    </>
  ),
});

export const givenItem = ({ what, recipient, given_on }: Report['given'][number]) => ({
  title: recipient,
  lines: [formatDay(given_on), what],
});

export const feedbackItem = (said: Report['feedback'][number]) => ({
  title: `${feedbackSources[said.said_by]}, ${formatDay(said.received_on)}`,
  badges: [{ text: usefulness[said.useful], tone: 'neutral' as const }],
  lines: [said.themes.join('; '), said.words ?? ''],
});

/** To whom an approved report is given: never before it was looked at again where something has changed. */
const given = childForm({
  path: urls.courtReports.given(':childId', ':reportId'),
  tab: { under: urls.courtReports.list(':childId') },
  reads: 'report.read',
  writes: writesReport.permission,
  mayWrite: (context) => mayWrite(writesReport, context),
  closed: ({ report }: OpenReport) =>
    report.status === 'approved'
      ? null
      : 'Only a report that a manager has approved is given to anybody.',
  fields: {
    to: choice(choicesOf(recipients), {
      label: 'To whom is it given?',
      required: 'Choose to whom it is given',
      as: 'small-radios',
    }),
    name: text({ label: 'Who took it?', hint: 'A name or a post', says: 'Who took it', max: 200 }),
    how: text({ label: 'How?', hint: 'By hand, by secure e-mail', required: 'Say how', max: 200 }),
    given_on: day({
      label: 'On which day?',
      says: 'The day',
      required: 'Enter the day on which it was given',
      within: 'past',
    }),
  },
  subject: reportAsked,
  begins: (_open, { today }) => ({ given_on: today }),
  refuses: ({ again }) =>
    again.map((line) => ({
      field: 'again',
      message: `Look at it again before it is given: ${line}`,
    })),
  rules: ({ given_on }, { report }) =>
    given_on < (report.approved_on ?? '')
      ? [{ field: 'given_on-day', message: 'It cannot be given before it was approved' }]
      : [],
  save: async ({ tx, actor, child }, { report, kind }, { to, name, how, given_on }) => ({
    kind: 'saved',
    id: await addRow(tx, actor, 'disclosure', {
      child_id: child.id,
      what: `${kind.label}, version ${report.times}: ${how}`,
      recipient: [recipients[to], name].filter(Boolean).join(': '),
      basis: 'legal-duty',
      given_on,
      report_id: report.id,
      report_number: report.times,
    }),
  }),
  view: ({ context, subject: open, form: { F, ...form } }) => {
    const { report, again } = open;
    return (
      <ChildFrame
        context={context}
        {...headed('To whom it is given', open)}
        faults={form.faults}
        back={back(context.child.id, report)}
      >
        {report.given.length > 0 ? (
          <Items items={report.given.map(givenItem)} />
        ) : (
          <p class="govuk-body">Nobody has been given it.</p>
        )}
        {again.length > 0 ? (
          <MustLookAgain at={again} />
        ) : (
          <FormBox form={form} button="It is given">
            <F.to />
            <F.name />
            <F.how />
            <F.given_on />
          </FormBox>
        )}
      </ChildFrame>
    );
  },
  done: ({ report }, _value, { child }) => ({
    to: urls.courtReports.one(child.id, report.id),
    message: 'Saved: to whom the report is given. It stands among what was given of the record too',
  }),
});

/** What a court or a panel thought of a report. */
const feedback = childForm({
  path: urls.courtReports.feedback(':childId', ':reportId'),
  tab: { under: urls.courtReports.list(':childId') },
  reads: 'report.read',
  writes: writesReport.permission,
  mayWrite: (context) => mayWrite(writesReport, context),
  fields: {
    said_by: choice(choicesOf(feedbackSources), {
      label: 'Who said it?',
      required: 'Choose who said it',
      as: 'small-radios',
    }),
    received_on: day({
      label: 'On which day?',
      says: 'The day',
      required: 'Enter the day on which it was said',
      within: 'past',
    }),
    useful: choice(choicesOf(usefulness), {
      label: 'How useful was the report to them?',
      required: 'Choose how useful it was',
      as: 'inline-radios',
    }),
    themes: ticks('court_feedback_theme', {
      label: 'What was it about?',
      says: 'About',
      required: 'Choose what it was about',
    }),
    words: longText({ label: 'What did they say?', says: 'What they said', max: 4000, rows: 4 }),
  },
  subject: reportAsked,
  save: async ({ tx, actor, child }, { report }, { themes, ...value }) => ({
    kind: 'saved',
    id: await addRow(tx, actor, 'court_report_feedback', {
      child_id: child.id,
      report_id: report.id,
      ...value,
      themes: [...themes],
    }),
  }),
  view: ({ context, subject: open, form: { F, ...form } }) => (
    <ChildFrame
      context={context}
      {...headed('What the court thought of it', open)}
      faults={form.faults}
      back={back(context.child.id, open.report)}
    >
      {open.report.feedback.length > 0 ? (
        <Items items={open.report.feedback.map(feedbackItem)} />
      ) : (
        <p class="govuk-body">Nothing is recorded.</p>
      )}
      <FormBox form={form} button="Save what was said">
        <F.said_by />
        <F.received_on />
        <F.useful />
        <F.themes />
        <F.words />
      </FormBox>
    </ChildFrame>
  ),
  done: ({ report }, _value, { child }) => ({
    to: urls.courtReports.one(child.id, report.id),
    message: 'Saved: what the court thought of the report',
  }),
});

export const givenRoutes: readonly Route[] = [
  ...given,
  ...feedback,
  childRoute({
    method: 'get',
    path: urls.courtReports.word(':childId', ':reportId'),
    permission: 'report.read',
    audit: 'export',
    handle: async (context) => {
      const open = await reportAsked(context);
      return open ? wordAnswer(context, await documentOf(context, open)) : context.notFound();
    },
  }),
];
