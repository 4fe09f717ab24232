import { formatDay } from '../../domain/calendar/day.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { childForm } from '../../record/form-page.ts';
import { changeRow } from '../../record/rows.ts';
import { longText } from '../../record/text-fields.tsx';
import { approveOrReturn, VerdictBox, verdict } from '../../record/verdict.tsx';
import { ChildPage, nameOf } from '../../ui/layout/child-page.tsx';
import { urls } from '../../urls.ts';
import { approveClosure } from './approve-closure.ts';
import { Checklist } from './checklist.view.tsx';
import { closureRecord } from './closure.queries.ts';
import { WrittenSoFar } from './closure.view.tsx';
import { checklistOf, standingInTheWay, writtenIn } from './closure-facts.ts';

const fields = {
  verdict: approveOrReturn({
    yes: 'Yes, the work ends',
    required: 'Choose whether you approve the closing',
  }),
  manager_note: longText({
    label: 'Your note',
    hint: 'What you looked at, and what the service can learn from this work.',
    max: 5000,
  }),
};
const own = 'You sent this closing yourself: another manager has to approve it.';

async function subject({ tx, child, param }: ChildContext) {
  const record = await closureRecord(tx, child.id, param('involvementId'));
  const closure = record?.closure;
  if (!closure) return undefined;
  const written = writtenIn(record);
  return { record, closure, written, rows: checklistOf(record, written, child.id) };
}

const judgedOf = ({ closure }: NonNullable<Awaited<ReturnType<typeof subject>>>) => ({
  id: closure.id,
  by: closure.submitted_by,
  waits: closure.status === 'submitted',
  version: closure.version,
});

/** A manager approves a closing or sends it back. */
export const approvalRoutes = childForm(
  verdict({
    path: urls.closure.approve(':childId', ':involvementId'),
    reads: 'closure.approve',
    fields,
    lists: ['involvement_type', 'closure_reason', 'disengagement_reason'],
    own,
    subject,
    judged: judgedOf,
    // What was done when it was sent may have come undone: a new change to the child opens a review.
    rules: (form, { rows }) => [
      ...(form.verdict === 'return' && form.manager_note === null
        ? [{ field: 'manager_note', message: 'Enter what is still to do' }]
        : []),
      ...(form.verdict === 'approve' ? standingInTheWay(rows) : []).map(({ id, sentence }) => ({
        field: `check-${id}`,
        message: sentence,
      })),
    ],
    save: ({ tx, actor, child, today }, { record, closure }, form) => {
      const note = form.manager_note;
      return form.verdict === 'approve'
        ? approveClosure(tx, actor, { childId: child.id, record, closure, note, today })
        : changeRow(tx, 'closure', closure, {
            status: 'open',
            submitted_on: null,
            submitted_by: null,
            manager_note: note,
            returned_on: today,
          });
    },
    view: ({ context, subject: about, form: { F, ...form }, actor }) => {
      const { child } = context;
      const { record, written, rows } = about;
      const type = form.options.involvement_type?.find(({ value }) => value === record.type)?.text;
      const title = `Approve the closing: ${type}`;
      return (
        <ChildPage
          {...context}
          title={title}
          errors={form.faults}
          back={{ href: urls.closure.list(child.id), text: 'Back to involvements' }}
        >
          <h1 class="govuk-heading-l">{title}</h1>
          <p class="govuk-body fh-quiet">
            Sent by {record.closure?.submitted_by_name ?? 'nobody yet'}
            {record.closure?.submitted_on ? ` on ${formatDay(record.closure.submitted_on)}` : ''}.
            {record.other_live > 0
              ? ` Other work with ${child.forename} goes on, so the plan and the worker stay.`
              : ' This is the last piece of work: the plan ends with it, and so does the access of everybody who works with the child.'}
          </p>
          <Checklist
            rows={rows}
            childId={child.id}
            involvementId={record.involvement_id}
            canWrite={false}
          />
          <WrittenSoFar child={child} written={written} options={form.options} />
          <VerdictBox form={form} judged={judgedOf(about)} actor={actor} own={own}>
            <F.verdict />
            <F.manager_note />
          </VerdictBox>
        </ChildPage>
      );
    },
    // With the last piece of work the manager's own tie to the child ends: back to what else waits.
    done: (_about, form, { child }) =>
      form.verdict === 'approve'
        ? {
            to: urls.oversight.approvals,
            message: `Approved: the work with ${nameOf(child)} has ended`,
          }
        : { to: urls.closure.list(child.id), message: 'Sent back to the worker with your note' },
  }),
);
