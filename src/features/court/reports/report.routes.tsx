import { can } from '../../../domain/access/can.ts';
import { formatDay } from '../../../domain/calendar/day.ts';
import type { WrittenDocument } from '../../../domain/documents/written-document.ts';
import { concordanceOf, concordances } from '../../../domain/reports/concordance.ts';
import { isWritten, reportStates } from '../../../domain/reports/report.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import type { Route } from '../../../platform/http/route.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { FormBox } from '../../../record/form-box.tsx';
import { childForm } from '../../../record/form-page.ts';
import { Items } from '../../../record/items.tsx';
import { addRow, changeRow } from '../../../record/rows.ts';
import { backTo, mayWrite } from '../../../record/rows-page.tsx';
import type { Html } from '../../../ui/html.ts';
import { WrittenHead, WrittenSections } from '../../../ui/layout/written-document.tsx';
import { WrittenList } from '../../../ui/layout/written-list.tsx';
import { urls } from '../../../urls.ts';
import { MustLookAgain } from './again.view.tsx';
import { feedbackItem, givenItem } from './given.routes.tsx';
import {
  closedWords,
  codesOf,
  contentToSend,
  documentOf,
  hearingWords,
  type OpenReport,
  proposalOf,
  reportAsked,
  unwritten,
  writesReport,
} from './report-words.ts';

type Subject = OpenReport & { readonly document: WrittenDocument };

async function subject(context: ChildContext): Promise<Subject | undefined> {
  const open = await reportAsked(context);
  return open && { ...open, document: await documentOf(context, open) };
}

/** A report: how it stands, its headings to write, and the whole of it; the form sends it to a manager. */
export const reportRoutes: readonly Route[] = childForm({
  path: urls.courtReports.one(':childId', ':reportId'),
  tab: { under: urls.courtReports.list(':childId') },
  reads: 'report.read',
  writes: writesReport.permission,
  mayWrite: (context) => mayWrite(writesReport, context),
  closed: (open: Subject) => closedWords(open),
  fields: {},
  subject,
  stored: ({ report }) => report,
  refuses: (open) =>
    unwritten(open).map(({ code, label }) => ({
      field: `write-${code}`,
      message: `Write something under “${label}”, or why there is nothing to say`,
    })),
  save: async (context, open) => {
    const { tx, actor, child, today } = context;
    const { report } = open;
    await addRow(tx, actor, 'court_report_version', {
      child_id: child.id,
      report_id: report.id,
      number: report.times + 1,
      sent_on: today,
      content: JSON.stringify(await contentToSend(context, open)),
    });
    return changeRow(tx, 'court_report', report, {
      status: 'sent',
      sent_on: today,
      sent_by: actor.staffId,
      author_id: report.author_id ?? actor.staffId,
      returned_on: null,
    });
  },
  view: ({ context, subject: { document, ...open }, form: { F: _none, ...form } }) => {
    const { report, kind, again } = open;
    const { child } = context;
    return (
      <ChildFrame
        context={context}
        title={kind.label}
        heading={<span class="fh-no-print">{kind.label}</span>}
        faults={form.faults}
        back={backTo('Court reports', urls.courtReports.list(child.id))}
      >
        <div class="fh-no-print">
          <MustLookAgain at={again} />
          <Stands open={open} />
          {form.mayWrite && !form.closed ? <Headings open={open} childId={child.id} /> : null}
          <FormBox form={form} button="Send it to a manager" />
          <BeforeTheCourt report={report} />
          <Links open={open} context={context} />
        </div>
        <article aria-label="The report">
          <WrittenHead document={document} level={2} />
          <WrittenSections sections={document.sections} />
        </article>
      </ChildFrame>
    );
  },
  done: ({ report }, _value, { child }) => ({
    to: urls.courtReports.one(child.id, report.id),
    message: 'Sent: a manager who did not write it will approve it or send it back',
  }),
});

function Stands({ open: { report } }: { readonly open: OpenReport }): Html {
  const { sent_on, sender, approved_on, approver } = report;
  return (
    <WrittenList
      lines={[
        ['How it stands', reportStates[report.status]],
        ['Asked for', formatDay(report.asked_on)],
        ['For', hearingWords(report) || 'The court has given no day'],
        ['About the order', report.order],
        ['Written by', report.author ?? 'Nobody yet: the child’s worker'],
        ['Sent to a manager', sent_on && sender ? `${formatDay(sent_on)}, by ${sender}` : null],
        ['The manager’s note', report.manager_note],
        ['Approved', approved_on && approver ? `${formatDay(approved_on)}, by ${approver}` : null],
        [
          'Opened again',
          report.opened_again_on &&
            `${formatDay(report.opened_again_on)}: ${report.opened_again_why}`,
        ],
        ['Not needed', report.not_needed_why],
      ]}
    />
  );
}

/** What became of it: to whom it was given, the proposal beside what the court did, and what the court thought of it. */
function BeforeTheCourt({ report }: { readonly report: OpenReport['report'] }): Html | null {
  const { given, did, feedback, hearing } = report;
  const proposal = proposalOf(report);
  const concordance = concordanceOf(
    codesOf(proposal),
    did.map(({ code }) => code),
  );
  if (given.length + feedback.length === 0 && hearing?.state !== 'held') return null;
  return (
    <section aria-labelledby="before-the-court">
      <h2 class="govuk-heading-m" id="before-the-court">
        Before the court
      </h2>
      <WrittenList
        lines={[
          ['Proposed', proposal.proposal.map(({ label }) => label).join('; ')],
          ['The court did', did.map(({ label }) => label).join('; ')],
          ['Beside each other', concordance && concordances[concordance]],
          [
            'Not known yet',
            hearing?.state === 'held' && did.length === 0 && proposal.proposal.length > 0
              ? 'No order of that day is recorded'
              : null,
          ],
        ]}
      />
      {given.length > 0 ? <Items items={given.map(givenItem)} /> : null}
      {feedback.length > 0 ? <Items items={feedback.map(feedbackItem)} /> : null}
    </section>
  );
}

function Headings({
  open: { report, sections },
  childId,
}: {
  readonly open: OpenReport;
  readonly childId: string;
}): Html {
  return (
    <section aria-labelledby="headings">
      <h2 class="govuk-heading-m" id="headings">
        Headings
      </h2>
      <ul class="govuk-list fh-results">
        {sections.map(({ code, label }) => {
          const isThere = report.sections.some(({ section }) => section === code);
          return (
            <li class="fh-result">
              <a
                class="govuk-link"
                id={`write-${code}`}
                href={urls.courtReports.section(childId, report.id, code)}
              >
                {label}
              </a>
              <span class={`fh-badge fh-badge-${isThere ? 'good' : 'neutral'}`}>
                {isThere ? 'Written' : 'Not written yet'}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Links({
  open: { report },
  context,
}: {
  readonly open: OpenReport;
  readonly context: ChildContext;
}): Html {
  const { child, actor } = context;
  const writes = mayWrite(writesReport, context);
  const links = [
    can(actor, 'report.gatekeep') && report.status === 'sent'
      ? [urls.courtReports.check(child.id, report.id), 'Approve it or send it back']
      : null,
    writes && report.status === 'approved'
      ? [urls.courtReports.openAgain(child.id, report.id), 'Look at it again']
      : null,
    writes && report.status !== 'not-needed'
      ? [
          urls.courtReports.listing(child.id, report.id),
          isWritten(report)
            ? 'Change the hearing, the order or the author'
            : 'Change the hearing or the order',
        ]
      : null,
    report.times > 0 ? [urls.courtReports.given(child.id, report.id), 'To whom it is given'] : null,
    report.times > 0
      ? [urls.courtReports.feedback(child.id, report.id), 'What the court thought of it']
      : null,
    [urls.courtReports.word(child.id, report.id), 'Download it as a Word document'],
    report.times > 0
      ? [urls.courtReports.versions(child.id, report.id), 'Each time it was sent, and what changed']
      : null,
    writes && report.status !== 'not-needed' && report.given.length === 0
      ? [urls.courtReports.notNeeded(child.id, report.id), 'It is not needed']
      : null,
  ] as const;
  return (
    <p class="fh-actions">
      {links.map((link) =>
        link ? (
          <a class="govuk-link" href={link[0]}>
            {link[1]}
          </a>
        ) : null,
      )}
    </p>
  );
}
