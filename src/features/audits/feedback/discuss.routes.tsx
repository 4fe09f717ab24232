import { entryFaults, entryText } from '../../../domain/oversight/entry.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { movedOn } from '../../../platform/http/moved-on.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { FormBox } from '../../../record/form-box.tsx';
import { childForm } from '../../../record/form-page.ts';
import { addRow, changeRow } from '../../../record/rows.ts';
import { longText } from '../../../record/text-fields.tsx';
import { urls } from '../../../urls.ts';
import { type Feedback, feedbackOf } from './feedback.queries.ts';
import { FeedbackCard } from './feedback-card.view.tsx';

/** Feedback that waits for somebody else's supervision. */
async function subject({ tx, actor, child, param }: ChildContext): Promise<Feedback | undefined> {
  const [feedback] = await feedbackOf(tx, actor.serviceId, { id: param('feedbackId') });
  if (feedback?.childId !== child.id || feedback.workerId === actor.staffId) return undefined;
  if (feedback.discussedOn !== null)
    movedOn('This was talked through already: the entry is on the child’s record', {
      href: urls.oversight.entries(child.id),
      text: 'Read the entries',
    });
  return feedback;
}

/** The supervision in which an audit's learning about one child is talked through; it closes what waited for it. */
export const discussRoutes = childForm({
  path: urls.audits.discuss(':childId', ':feedbackId'),
  tab: { under: urls.oversight.entries(':childId') },
  reads: 'oversight.write',
  fields: {
    checked: longText({
      label: 'What did you talk through?',
      hint: 'What the worker thinks of it, and what you looked at together',
      required: 'Enter what you talked through',
    }),
    found: longText({
      label: 'What did you agree?',
      hint: 'What will be done differently, for this child and others, and how you will both see it',
      required: 'Enter what you agreed',
    }),
  },
  subject,
  stored: ({ id, version }) => ({ id, version }),
  rules: (words) => entryFaults(words),
  save: async ({ tx, actor, child, today }, feedback, { checked, found }) => {
    const entry_id = await addRow(tx, actor, 'oversight_entry', {
      child_id: child.id,
      staff_id: feedback.workerId,
      kind: 'supervision',
      about_table: 'audit_case',
      about_id: feedback.caseId,
      text: entryText({ checked: `From the audit “${feedback.audit}”. ${checked}`, found }, ''),
      entered_on: today,
    });
    // When it moved on, the answer is a 409 and the entry above is undone with it.
    const closed = { discussed_on: today, discussed_by: actor.staffId, entry_id };
    return changeRow(tx, 'audit_feedback', feedback, closed);
  },
  view: ({ subject: feedback, form: { F, ...form }, context }) => (
    <ChildFrame
      context={context}
      title="Supervision after an audit"
      faults={form.faults}
      back={{
        href: urls.audits.supervision(feedback.workerId),
        text: `Next supervision: ${feedback.worker}`,
      }}
    >
      <h2 class="govuk-heading-m">What the audit found</h2>
      <FeedbackCard feedback={feedback} today={context.today} mayDiscuss={false} />
      <h2 class="govuk-heading-m">What you make of it</h2>
      <FormBox form={form} button="Save the supervision">
        <F.checked />
        <F.found />
        <p class="govuk-hint">
          It is kept as a supervision entry and cannot be changed afterwards.
        </p>
      </FormBox>
    </ChildFrame>
  ),
  done: ({ workerId }) => ({
    to: urls.audits.supervision(workerId),
    message: 'Saved: the supervision is on the child’s record',
  }),
});
