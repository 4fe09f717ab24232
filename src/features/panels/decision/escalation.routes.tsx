import { formatDay } from '../../../domain/calendar/day.ts';
import { escalationLevels } from '../../../domain/panels/escalation.data.ts';
import { escalated } from '../../../domain/panels/escalation.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import type { Route } from '../../../platform/http/route.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { choice } from '../../../record/choice-fields.tsx';
import { childForm } from '../../../record/form-page.ts';
import { changeRow } from '../../../record/rows.ts';
import { longText } from '../../../record/text-fields.tsx';
import { VerdictBox, verdict } from '../../../record/verdict.tsx';
import { WrittenList } from '../../../ui/layout/written-list.tsx';
import { urls } from '../../../urls.ts';
import { outcomeLabel, outcomesOf } from '../outcomes.queries.ts';
import { decisionOne } from './decision.queries.ts';
import type { EscalationRow } from './decision-rows.ts';
import { raiseRoutes } from './raise.routes.tsx';
import { resultWords } from './result-words.ts';

const fields = {
  result: choice(
    [
      { value: 'upheld', text: 'Yes, it is upheld' },
      { value: 'changed', text: 'No, it changes', hint: 'You record the new decision next.' },
    ],
    { label: 'Does the decision stand?', required: 'Select whether the decision stands' },
  ),
  result_note: longText({
    label: 'Why?',
    required: 'Enter why the decision was upheld or changed',
    max: 8000,
    rows: 6,
  }),
};

async function subject({ tx, child, param }: ChildContext) {
  const escalationId = param('escalationId');
  const decision = await decisionOne(tx, child.id, { escalationId });
  const step = decision?.escalations.find(({ id }) => id === escalationId);
  if (!decision || !step) return undefined;
  return { decision, step, outcome: outcomeLabel(await outcomesOf(tx))(decision.outcome) };
}

const judged = ({ step }: { readonly step: EscalationRow }) => ({
  id: step.id,
  by: step.raisedBy,
  waits: step.result === null,
  version: step.version,
});

const own = 'You raised this: somebody other than the person who raised it must answer.';

/** A disagreement: raised or taken up a level, and one level's hearing of it with its answer. */
export const escalationRoutes: readonly Route[] = [
  ...raiseRoutes,
  ...childForm(
    verdict({
      path: urls.panels.escalation(':childId', ':escalationId'),
      tab: { under: urls.panels.childItems(':childId') },
      reads: 'panel.view',
      writes: 'escalation.resolve',
      fields,
      subject,
      judged,
      own,
      save: async ({ tx, actor, today }, { decision, step }, { result, result_note }) => {
        const by = { by: actor.staffId, on: today };
        const event = { kind: 'resolve' as const, result, note: result_note, ...by };
        const move = escalated(decision.escalations, event);
        if (move.kind === 'refused') return move.problems;
        return changeRow(tx, 'escalation', step, {
          result,
          result_note,
          resolved_on: today,
          resolved_by: actor.staffId,
        });
      },
      view: ({ subject, form: { F, ...form }, context, actor, today }) => {
        const { decision, step, outcome } = subject;
        const level = escalationLevels.find((each) => each.level === step.level);
        return (
          <ChildFrame
            context={context}
            title="Disagreement"
            heading={
              <>
                <span class="govuk-caption-l">
                  Level {step.level}: {level?.label}
                </span>
                Disagreement about {outcome.toLowerCase()}
              </>
            }
            faults={form.faults}
            back={{
              href: urls.panels.decision(context.child.id, decision.id),
              text: 'The decision',
            }}
          >
            <WrittenList lines={linesOf(step, today)} />
            {form.mayWrite ? (
              <h2 class="govuk-heading-m">Record what was agreed at this level</h2>
            ) : null}
            <VerdictBox
              form={form}
              judged={judged(subject)}
              actor={actor}
              own={own}
              button="Record the answer"
            >
              <F.result />
              <F.result_note />
            </VerdictBox>
          </ChildFrame>
        );
      },
      done: ({ decision }, { result }, { child }) =>
        result === 'changed'
          ? {
              to: urls.panels.decide(child.id, decision.item_id),
              message: 'Saved: the decision changes. Record the new one here.',
            }
          : {
              to: urls.panels.decision(child.id, decision.id),
              message: 'Saved: the decision is upheld',
            },
    }),
  ),
];

const linesOf = (step: EscalationRow, today: string): [string, string][] => [
  ['Grounds', step.grounds],
  ['Raised by', `${step.raisedByName ?? 'A former colleague'}, ${formatDay(step.raisedOn)}`],
  ['Answered by', step.parties],
  [
    'Answer due',
    `${formatDay(step.dueOn)}${!step.result && step.dueOn < today ? ' (overdue)' : ''}`,
  ],
  [
    'Result',
    step.result && step.resolvedOn
      ? `${resultWords[step.result]} by ${step.resolvedByName ?? 'a former colleague'}, ${formatDay(step.resolvedOn)}: ${step.resultNote}`
      : 'Open',
  ],
];
