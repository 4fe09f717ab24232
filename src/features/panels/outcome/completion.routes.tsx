import {
  type Completion,
  completionContradicted,
  noticeKinds,
} from '../../../domain/panels/delivery.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { choice } from '../../../record/choice-fields.tsx';
import { Conditions } from '../../../record/conditions.tsx';
import { day } from '../../../record/day-field.tsx';
import { FormBox } from '../../../record/form-box.tsx';
import { childForm } from '../../../record/form-page.ts';
import { changeRow } from '../../../record/rows.ts';
import { longText } from '../../../record/text-fields.tsx';
import { urls } from '../../../urls.ts';
import { mayChange } from '../may-change.ts';
import { disposalOne } from './outcome.queries.ts';

const fields = {
  completion: choice(
    Object.entries(noticeKinds).map(([value, { label }]) => ({ value, text: label })),
    { label: 'How did it end?', required: 'Select how it ended' },
  ),
  completed_on: day({
    label: 'Day it ended',
    says: 'The day it ended',
    required: 'Enter the day it ended',
    within: 'past',
  }),
  completion_evidence: longText({
    label: 'What shows it',
    hint: 'Sessions kept and missed with dates, what was tried to help the child take part, and what the child says.',
    required: 'Enter what shows that it ended so',
    max: 8000,
    rows: 6,
  }),
};

/** An outcome that was given, for those who do the work under it. */
async function subject({ tx, actor, child, param }: ChildContext) {
  if (!mayChange(actor, child, 'police.notify')) return undefined;
  const disposal = await disposalOne(tx, child.id, param('disposalId'));
  return disposal?.given_on ? disposal : undefined;
}

/** Records how an outcome ended and what shows it. */
export const completionRoutes = childForm({
  path: urls.panels.completion(':childId', ':disposalId'),
  reads: 'outcome.deliver',
  fields,
  subject,
  stored: (disposal) => disposal,
  rules: ({ completed_on, completion }, { given_on, each }) => {
    const early = 'The day it ended must not be before the day it was given';
    const message = completionContradicted(
      completion as Completion,
      each.map(({ standing }) => standing),
    );
    return [
      ...(message ? [{ field: 'completion', message }] : []),
      ...(given_on && completed_on < given_on
        ? [{ field: 'completed_on-day', message: early }]
        : []),
    ];
  },
  save: ({ tx }, disposal, form) => changeRow(tx, 'disposal', disposal, form),
  view: ({ subject: disposal, form: { F, ...form }, context }) => (
    <ChildFrame
      context={context}
      title="How it ended"
      heading={`How did ${disposal.outcome.label} end?`}
      faults={form.faults}
      back={{
        href: urls.panels.outcome(context.child.id, disposal.id),
        text: disposal.outcome.label,
      }}
    >
      {disposal.outcome.policeNoticeOfFailure ? (
        <p class="govuk-body">
          If it was not kept, the service must tell police, with proof of sending. You write the
          notice next.
        </p>
      ) : null}
      <Conditions
        conditions={disposal.each}
        child={context.child}
        mayTell={true}
        mayPlan={mayChange(context.actor, context.child, 'plan.write')}
      />
      <FormBox form={form}>
        <F.completion />
        <F.completed_on />
        <F.completion_evidence />
      </FormBox>
    </ChildFrame>
  ),
  done: ({ id, outcome }, _form, { child }) =>
    outcome.policeNoticeOfFailure
      ? {
          to: urls.panels.policeNotice(child.id, id),
          message: 'Saved: how it ended. Now tell police.',
        }
      : { to: urls.panels.outcome(child.id, id), message: 'Saved: how it ended' },
});
