import { recordClasses } from '../../domain/access/record-classes.data.ts';
import { formatDay } from '../../domain/calendar/day.ts';
import { questionFor } from '../../domain/information/agencies.data.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { isId } from '../../platform/http/is-id.ts';
import { ChildFrame } from '../../record/child-frame.tsx';
import { choice } from '../../record/choice-fields.tsx';
import { FormBox } from '../../record/form-box.tsx';
import { childForm } from '../../record/form-page.ts';
import { changeRow } from '../../record/rows.ts';
import { longText } from '../../record/text-fields.tsx';
import { InsetText } from '../../ui/govuk/components.tsx';
import { urls } from '../../urls.ts';
import { addNote, handlingCode, keepsIntelligence } from './add-note.ts';
import { requestOf } from './information.queries.ts';
import { endRequestAccess } from './request-access.ts';

const fields = {
  status: choice(
    [
      { value: 'answered', text: 'We can answer' },
      { value: 'nothing-held', text: 'We hold nothing about this child' },
      { value: 'declined', text: 'We cannot answer' },
    ],
    { label: 'What can you tell the team?', required: 'Choose what you can tell the team' },
  ),
  answer_for_team: longText({
    label: 'What the team needs to know',
    hint: 'Everyone who works with the child reads this, and it may be read out to the child. Say what it means for safety and for how to work with them. If you cannot answer, say why.',
  }),
  detail: longText({
    label: 'Your own detail (optional)',
    hint: 'Kept in your own class of record. The child’s case manager does not see police, health or social care detail.',
    rows: 6,
  }),
  handling_code: handlingCode,
};

/** The question, when it was put to this person's own agency. */
async function ownRequest({ tx, actor, child, param }: ChildContext) {
  const id = param('requestId');
  const request = isId(id) ? await requestOf(tx, child.id, id) : undefined;
  return request?.agency === actor.agency ? request : undefined;
}

const closed =
  'This question no longer waits for an answer, so nothing can be sent. Copy your words if you need them.';

/** A partner answers: the detail stays in their own class, the line goes to the team, and their sight of the child ends. */
export const answerRoutes = childForm({
  path: urls.information.answer(':childId', ':requestId'),
  reads: 'information.answer',
  fields,
  subject: async (context) => {
    const request = await ownRequest(context);
    return request && { request, isIntelligence: keepsIntelligence(context.actor) };
  },
  stored: ({ request: { id, version, answer_for_team } }) => ({ id, version, answer_for_team }),
  asks: ({ isIntelligence }) => [
    'status',
    'answer_for_team',
    'detail',
    ...(isIntelligence ? (['handling_code'] as const) : []),
  ],
  refuses: ({ request }) =>
    request.status === 'asked' ? [] : [{ field: 'closed', message: closed }],
  rules: ({ status, answer_for_team, detail, handling_code }, { isIntelligence }) => [
    ...(status === 'nothing-held' || answer_for_team
      ? []
      : [
          {
            field: 'answer_for_team',
            message:
              status === 'declined'
                ? 'Enter why you cannot answer'
                : 'Enter what the team needs to know',
          },
        ]),
    ...(isIntelligence && detail && !handling_code
      ? [{ field: 'handling_code', message: 'Choose how the detail may be handled' }]
      : []),
  ],
  save: async ({ tx, actor, child, today }, { request }, form) => {
    const { status, answer_for_team, detail, handling_code = null } = form;
    const saved = await changeRow(tx, 'information_request', request, {
      status,
      answer_for_team,
      answered_on: today,
      answered_by: actor.staffId,
    });
    if (saved.kind === 'moved-on') return saved;
    if (detail)
      await addNote(tx, actor, {
        child_id: child.id,
        request_id: request.id,
        detail,
        handling_code,
      });
    await endRequestAccess(tx, child.id, actor.agency);
    return saved;
  },
  view: ({ subject: { request, isIntelligence }, form: { F, ...form }, actor, context }) => {
    const waits = request.status === 'asked';
    const className = recordClasses[questionFor(actor.agency).recordClass];
    return (
      <ChildFrame
        context={context}
        title="Answer a question"
        faults={form.faults}
        back={{ href: urls.information.inbox, text: 'Back to questions to us' }}
      >
        <p class="govuk-body">
          Asked by {request.asker ?? 'the service'} on {formatDay(request.asked_on)}. Due{' '}
          {formatDay(request.due_on)}.
        </p>
        <InsetText>
          <span class="fh-written">{request.question}</span>
        </InsetText>
        {waits ? null : (
          <p class="govuk-body" id="closed">
            {closed}
          </p>
        )}
        <FormBox
          form={{ ...form, mayWrite: waits || form.faults.length > 0 }}
          button="Send the answer"
        >
          <F.status />
          <F.answer_for_team />
          <F.detail label={`Your own detail (optional): ${className.toLowerCase()}`} />
          {isIntelligence ? <F.handling_code /> : null}
        </FormBox>
      </ChildFrame>
    );
  },
  done: () => ({
    to: urls.information.inbox,
    message:
      'Saved: your answer has gone to the child’s worker. You no longer see that record through this question.',
  }),
});
