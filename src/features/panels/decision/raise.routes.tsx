import { formatDay } from '../../../domain/calendar/day.ts';
import { escalationLevels } from '../../../domain/panels/escalation.data.ts';
import { escalated } from '../../../domain/panels/escalation.ts';
import { limitDue } from '../../../platform/db/limit-due.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { movedOn } from '../../../platform/http/moved-on.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { FormBox } from '../../../record/form-box.tsx';
import { childForm } from '../../../record/form-page.ts';
import { addRow } from '../../../record/rows.ts';
import { longText } from '../../../record/text-fields.tsx';
import { urls } from '../../../urls.ts';
import { outcomeLabel, outcomesOf } from '../outcomes.queries.ts';
import { decisionOne } from './decision.queries.ts';

const fields = {
  grounds: longText({
    label: 'Why do you disagree?',
    hint: 'What the decision leaves out or weighs wrongly, and what you would do instead.',
    required: 'Enter why you disagree with the decision',
    max: 8000,
    rows: 6,
  }),
};

/** A decision that may still be disagreed with, not replaced and its outcome not given; and the level that would answer. */
async function subject({ tx, actor, child, today, param }: ChildContext) {
  const decision = await decisionOne(tx, child.id, { decisionId: param('decisionId') });
  if (!decision) return undefined;
  if (decision.status === 'replaced' || decision.given_on !== null)
    movedOn(
      'The decision was replaced, or its outcome was given: it is not disagreed with any more',
      {
        href: urls.panels.decision(child.id, decision.id),
        text: 'Read the decision',
      },
    );
  const next = escalationLevels.find(({ level }) => level === decision.escalations.length + 1);
  return {
    decision,
    next,
    answerBy: next ? await limitDue(tx, actor.serviceId, next.limit, today) : null,
    outcome: outcomeLabel(await outcomesOf(tx))(decision.outcome),
  };
}

/** Raises a disagreement with a decision, or takes an open one up a level; the level before is closed with it. */
export const raiseRoutes = childForm({
  path: urls.panels.escalate(':childId', ':decisionId'),
  reads: 'decision.escalate',
  fields,
  subject,
  save: async ({ tx, actor, child, today }, { decision, next, answerBy }, { grounds }) => {
    const kind = decision.escalations.length === 0 ? 'raise' : 'take-up';
    const move = escalated(decision.escalations, { kind, grounds, by: actor.staffId, on: today });
    if (move.kind === 'refused') return move.problems;
    if (!next || !answerBy) throw new Error('A level of disagreement has no time limit');
    await addRow(tx, actor, 'escalation', {
      child_id: child.id,
      decision_id: decision.id,
      level: next.level,
      grounds,
      parties: next.parties,
      raised_on: today,
      raised_by: actor.staffId,
      due_on: answerBy,
    });
    return { kind: 'saved' };
  },
  view: ({ subject: { decision, next, answerBy, outcome }, form: { F, ...form }, context }) => (
    <ChildFrame
      context={context}
      title="Disagree with a decision"
      heading={
        decision.escalations.length === 0 ? 'Disagree with this decision' : 'Take it up a level'
      }
      faults={form.faults}
      back={{ href: urls.panels.decision(context.child.id, decision.id), text: 'The decision' }}
    >
      <p class="govuk-body">
        {outcome}, decided {formatDay(decision.decided_on)}. Until the disagreement is settled the
        outcome is not given.
      </p>
      {next ? (
        <p class="govuk-body">
          Level {next.level}: {next.parties} answer
          {answerBy ? ` by ${formatDay(answerBy)}` : ''} (check locally).
        </p>
      ) : null}
      <FormBox form={form} button="Send to this level">
        <F.grounds />
      </FormBox>
    </ChildFrame>
  ),
  done: ({ decision }, _grounds, { child }) => ({
    to: urls.panels.decision(child.id, decision.id),
    message: 'Saved: the disagreement is open, and the outcome waits for its answer',
  }),
});
