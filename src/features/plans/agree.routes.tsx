import { ChildFrame } from '../../record/child-frame.tsx';
import { choice } from '../../record/choice-fields.tsx';
import { day } from '../../record/day-field.tsx';
import { FormBox } from '../../record/form-box.tsx';
import { childForm } from '../../record/form-page.ts';
import { changeRow } from '../../record/rows.ts';
import { longText } from '../../record/text-fields.tsx';
import type { Html } from '../../ui/html.ts';
import { urls } from '../../urls.ts';
import { lacksOf, type Mend, mendsOf } from './plan-draft.ts';
import { writingPlan } from './writing-plan.ts';

const agrees = (label: string, required: string) =>
  choice(
    [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No', hint: 'Write below what they do not agree with.' },
      { value: 'could-not-answer', text: 'Could not answer', hint: 'Write below why.' },
    ],
    { label, required },
  );
const note = (says: string) =>
  longText({
    label: 'What they said, or why they could not answer',
    hint: 'Needed unless the answer is yes.',
    says,
    rows: 2,
    max: 2000,
  });

const fields = {
  child_agrees: agrees(
    'Does the child agree with the plan?',
    'Select whether the child agrees with the plan',
  ),
  child_agrees_note: note('What the child said'),
  parent_agrees: agrees(
    'Does a parent or carer agree with it?',
    'Select whether a parent or carer agrees with the plan',
  ),
  parent_agrees_note: note('What a parent or carer said'),
  agreed_on: day({
    label: 'When you agreed it together',
    says: 'The day you agreed it',
    required: 'Enter when you agreed it together',
    within: 'past',
  }),
  review_on: day({
    label: 'When the plan will be reviewed',
    hint: 'From the service’s own time limit. You may choose a sooner day.',
    says: 'The day of the review',
    required: 'Enter when the plan will be reviewed',
    within: 'future',
  }),
};

/** Records what the child and a parent said to the plan, and when it is reviewed. */
export const agreeRoutes = childForm({
  path: urls.plans.agree(':childId'),
  reads: 'plan.write',
  fields,
  subject: writingPlan,
  stored: ({ plan, needs, today }) => ({
    ...plan,
    agreed_on: plan.agreed_on ?? today,
    review_on: (plan.status === 'draft' ? plan.review_on : null) ?? needs.reviewDue,
  }),
  rules: (answers, { plan, needs, childId }) => mendsOf({ ...plan, ...answers }, needs, childId),
  save: ({ tx }, { plan }, answers) =>
    changeRow(tx, 'plan', plan, { status: 'agreed', ...answers }),
  view: ({ context, subject: { plan, needs, childId }, form: { F, ...form } }) => {
    const { forename } = context.child;
    return (
      <ChildFrame
        context={context}
        title="Agree the plan"
        heading={`Agree the plan with ${forename}`}
        faults={form.faults}
        back={{ href: urls.plans.current(childId), text: 'Back to the plan' }}
      >
        <Missing mends={lacksOf(plan, needs, childId)} />
        <p class="govuk-body">
          Go through{' '}
          <a class="govuk-link" href={urls.plans.print(childId)}>
            {forename}’s own page
          </a>{' '}
          together first. A plan can go ahead when {forename} does not agree, as long as what they
          said is here.
        </p>
        <FormBox form={form} button="Agree the plan">
          <F.child_agrees label={`Does ${forename} agree with the plan?`} />
          <F.child_agrees_note />
          <F.parent_agrees />
          <F.parent_agrees_note />
          <F.agreed_on />
          <F.review_on />
        </FormBox>
      </ChildFrame>
    );
  },
  done: ({ childId }) => ({
    to: urls.plans.current(childId),
    message: 'Saved: the plan is agreed',
  }),
});

function Missing({ mends }: { readonly mends: readonly Mend[] }): Html | null {
  if (mends.length === 0) return null;
  return (
    <section class="fh-card govuk-!-margin-bottom-6" aria-labelledby="missing">
      <h2 class="govuk-heading-m" id="missing">
        The plan still lacks
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {mends.map(({ field, message, href }) => (
          <li id={field} tabindex={-1}>
            <a class="govuk-link" href={href}>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
