import { balanceOf } from '../../../domain/assessments/balance.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { choice, tick } from '../../../record/choice-fields.tsx';
import type { ValuesOf } from '../../../record/field.ts';
import { childForm } from '../../../record/form-page.ts';
import { addRow, changeRow } from '../../../record/rows.ts';
import { longText } from '../../../record/text-fields.tsx';
import { VerdictBox, verdict } from '../../../record/verdict.tsx';
import { urls } from '../../../urls.ts';
import { WholeAssessment } from '../whole.view.tsx';
import { Signatures } from '../whole-page.view.tsx';
import { BalanceView } from '../writing/balance.view.tsx';
import { addVersion } from '../writing/save-content.ts';
import { theAssessment } from '../writing/writing.ts';
import { BeforeSigningView } from './before-signing.view.tsx';
import { beforeSigning } from './record-now.ts';

const fields = {
  decision: choice(
    [
      { value: 'sign', text: 'Countersign it' },
      { value: 'return', text: 'Return it to be changed' },
    ],
    { label: 'What do you decide?', required: 'Select whether you countersign or return it' },
  ),
  comment: longText({
    label: 'Your comment',
    hint: 'What you checked, what is strong, and what must change. It is kept on the child’s record as your oversight.',
    required: 'Enter your comment: what you checked and why you decide so',
    rows: 6,
  }),
  looked_at: tick({
    label: 'The high level',
    text: 'I have looked at what keeps the child and others safe, and my comment says what I direct',
    hint: 'Otherwise, where the level is new, it stands on the home of the worker’s manager until an entry says that it was looked at.',
  }),
};
const own = 'You cannot countersign your own assessment. Ask another manager.';

const prompts = [
  'Do the answers say who told us, and did we ask everyone we should have?',
  'Is the safety of other people analysed as fully as what helps the child?',
  'Do the levels follow from what is written, and is every risk covered by a line?',
  'Is it clear what happens if things change, and who does it?',
  'Can you hear the child and the parents in it?',
];

async function subject(context: ChildContext) {
  const open = await theAssessment(context);
  return open && { open, before: await beforeSigning(context.tx, open) };
}
type Subject = NonNullable<Awaited<ReturnType<typeof subject>>>;

const judgedOf = ({ open: { id, submittedById, status, version } }: Subject) => ({
  id,
  by: submittedById,
  waits: status === 'submitted',
  version,
});

const isHigh = ({ open: { content } }: Subject) =>
  (['safety', 'harm'] as const).some((id) =>
    ['high', 'very-high'].includes(content.judgements[id].level ?? ''),
  );

async function decide(
  { tx, actor, today }: ChildContext,
  { open }: Subject,
  { decision, comment, looked_at }: ValuesOf<typeof fields>,
) {
  const isSigned = decision === 'sign';
  const columns = isSigned
    ? {
        status: 'signed',
        signed_on: today,
        countersigned_by: actor.staffId,
        countersign_comment: comment,
      }
    : { status: 'returned', returned_comment: comment, returned_on: today };
  const saved = await changeRow(tx, 'assessment', open, columns);
  if (saved.kind === 'moved-on') return saved;
  await addVersion(tx, actor, open, {
    version: open.version + 1,
    content: open.content,
    event: decision,
    comment,
  });
  await addRow(tx, actor, 'oversight_entry', {
    child_id: open.childId,
    staff_id: open.submittedById,
    kind: 'countersignature',
    about_table: 'assessment',
    about_id: open.id,
    text: `${isSigned ? 'Countersigned' : 'Returned'}: ${comment}`,
    entered_on: today,
    looked_at: isSigned && looked_at ? [open.id] : [],
  });
  return saved;
}

/** A manager's answer to an assessment that waits for them: signed with a comment, or returned with one. */
export const countersignRoutes = childForm(
  verdict({
    path: urls.assessments.countersign(':childId', ':assessmentId'),
    reads: 'assessment.countersign',
    fields,
    own,
    subject,
    judged: judgedOf,
    save: decide,
    view: ({ context, subject: about, actor, form: { F, ...form } }) => (
      <ChildFrame
        context={context}
        title="Countersign"
        faults={form.faults}
        back={{ href: urls.assessments.list(context.child.id), text: 'Assessments' }}
      >
        <div class="fh-two">
          <div>
            <Signatures open={about.open} />
            {about.open.status === 'submitted' ? null : (
              <p class="govuk-inset-text">This assessment does not wait for a manager now.</p>
            )}
            <BeforeSigningView {...about} mayWrite={false} />
            <VerdictBox
              form={form}
              judged={judgedOf(about)}
              actor={actor}
              own={own}
              button="Save your decision"
            >
              <p class="govuk-body govuk-!-margin-bottom-1">Before you decide:</p>
              <ul class="govuk-list govuk-list--bullet">
                {prompts.map((prompt) => (
                  <li>{prompt}</li>
                ))}
              </ul>
              <F.decision />
              <F.comment />
              {isHigh(about) ? <F.looked_at /> : null}
            </VerdictBox>
          </div>
          <BalanceView balance={balanceOf(about.open.template, about.open.content.answers)} />
        </div>
        <WholeAssessment open={about.open} />
      </ChildFrame>
    ),
    done: ({ open }, { decision }, { child }) => ({
      to: urls.assessments.whole(child.id, open.id),
      message: decision === 'sign' ? 'Countersigned' : 'Returned with your comment',
    }),
  }),
);
