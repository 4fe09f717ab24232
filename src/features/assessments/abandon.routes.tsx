import { ChildFrame } from '../../record/child-frame.tsx';
import { FormBox } from '../../record/form-box.tsx';
import { childForm } from '../../record/form-page.ts';
import { changeRow } from '../../record/rows.ts';
import { longText } from '../../record/text-fields.tsx';
import { urls } from '../../urls.ts';
import { addVersion } from './writing/save-content.ts';
import { isOpen, mayWrite, theAssessment } from './writing/writing.ts';

/** Puts away a draft that was started by mistake; it stays readable, with the reason. */
export const abandonRoutes = childForm({
  path: urls.assessments.abandon(':childId', ':assessmentId'),
  reads: 'assessment.write',
  fields: { reason: longText({ label: 'Why?', required: 'Enter why it is put away', rows: 3 }) },
  subject: async (context) => (mayWrite(context) ? theAssessment(context) : undefined),
  stored: ({ id, version }) => ({ id, version }),
  save: async ({ tx, actor }, open, { reason }) => {
    if (!isOpen(open)) return { kind: 'moved-on' };
    const saved = await changeRow(tx, 'assessment', open, { status: 'abandoned' });
    if (saved.kind === 'saved')
      await addVersion(tx, actor, open, {
        version: open.version + 1,
        content: open.content,
        event: 'abandon',
        comment: reason,
      });
    return saved;
  },
  view: ({ context, subject: open, form: { F, ...form } }) => (
    <ChildFrame
      context={context}
      title="Put this assessment away"
      faults={form.faults}
      back={{
        href: urls.assessments.one(context.child.id, open.id),
        text: 'All parts of the assessment',
      }}
    >
      <p class="govuk-body">
        For one that was started by mistake. It can still be read, and another can be started.
      </p>
      <FormBox form={{ ...form, mayWrite: form.mayWrite && isOpen(open) }} button="Put away">
        <F.reason />
      </FormBox>
    </ChildFrame>
  ),
  done: (_open, _form, { child }) => ({
    to: urls.assessments.list(child.id),
    message: 'Put away. It can still be read',
  }),
});
