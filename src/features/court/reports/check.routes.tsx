import type { ChildContext } from '../../../platform/http/context.ts';
import type { Route } from '../../../platform/http/route.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { ticks } from '../../../record/choice-fields.tsx';
import { childForm } from '../../../record/form-page.ts';
import { changeRow } from '../../../record/rows.ts';
import { longText } from '../../../record/text-fields.tsx';
import { approveOrReturn, VerdictBox, verdict } from '../../../record/verdict.tsx';
import { WrittenSections } from '../../../ui/layout/written-document.tsx';
import { urls } from '../../../urls.ts';
import { documentOf, type OpenReport, reportAsked } from './report-words.ts';
import { versionsOf, wroteIn } from './reports.queries.ts';
import { Changes } from './versions.routes.tsx';

const own = 'You wrote in this report or sent it yourself: another manager has to approve it.';
const judged = ({
  report,
  me,
  wrote,
}: OpenReport & { readonly me: string; readonly wrote: boolean }) => ({
  id: report.id,
  by: wrote || report.author_id === me ? me : report.sent_by,
  waits: report.status === 'sent',
  version: report.version,
});

async function subject(context: ChildContext) {
  const open = await reportAsked(context);
  if (!open || open.report.times === 0) return undefined;
  return {
    ...open,
    me: context.actor.staffId,
    wrote: await wroteIn(context.tx, open.report.id),
    document: await documentOf(context, open),
    versions: await versionsOf(context.tx, open.report.id),
  };
}

/** A manager reads a report by the questions that are asked of every one, and approves it or sends it back. */
export const checkRoutes: readonly Route[] = childForm(
  verdict({
    path: urls.courtReports.check(':childId', ':reportId'),
    tab: { under: urls.courtReports.list(':childId') },
    reads: 'report.gatekeep',
    fields: {
      checks: ticks('court_report_check', {
        label: 'Which of these are true of it?',
        hint: 'What is not ticked is said to whoever wrote it',
        says: 'True of it',
      }),
      verdict: approveOrReturn({ required: 'Choose whether you approve it' }),
      manager_note: longText({
        label: 'Your note',
        hint: 'What is good in it, and what is to be changed and why',
        required: 'Enter your note',
        max: 5000,
      }),
    },
    own,
    subject,
    judged,
    save: ({ tx, actor, today }, { report }, { checks, verdict: said, manager_note }) =>
      changeRow(tx, 'court_report', report, {
        checks: [...checks],
        manager_note,
        ...(said === 'approve'
          ? { status: 'approved', approved_on: today, approved_by: actor.staffId }
          : { status: 'returned', returned_on: today }),
      }),
    view: ({ context, subject: open, actor, form: { F, ...form } }) => {
      const { report, kind, document, versions } = open;
      const [before, latest] = versions.slice(-2);
      return (
        <ChildFrame
          context={context}
          title={`Approve: ${kind.label.toLowerCase()}`}
          faults={form.faults}
          back={{
            href: urls.courtReports.one(context.child.id, report.id),
            text: 'Back to the report',
          }}
        >
          {document.opening.map((line) => (
            <p class="govuk-body">{line}</p>
          ))}
          {before && latest ? (
            <section aria-labelledby="changed" class="fh-card">
              <h2 class="govuk-heading-m" id="changed">
                What changed since it was sent before
              </h2>
              {report.manager_note ? (
                <p class="govuk-body">The note of that time: {report.manager_note}</p>
              ) : null}
              <Changes before={before} after={latest} />
            </section>
          ) : null}
          <article aria-label="The report">
            <WrittenSections sections={document.sections} />
          </article>
          <VerdictBox form={form} judged={judged(open)} actor={actor} own={own}>
            <F.checks />
            <F.verdict />
            <F.manager_note />
          </VerdictBox>
        </ChildFrame>
      );
    },
    done: ({ report }, { verdict: said }, { child }) => ({
      to: urls.courtReports.one(child.id, report.id),
      message: said === 'approve' ? 'Approved' : 'Sent back with your note',
    }),
  }),
);
