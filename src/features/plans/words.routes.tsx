import { ChildFrame } from '../../record/child-frame.tsx';
import { FormBox } from '../../record/form-box.tsx';
import { childForm } from '../../record/form-page.ts';
import { changeRow } from '../../record/rows.ts';
import { longText } from '../../record/text-fields.tsx';
import { urls } from '../../urls.ts';
import { writingPlan } from './writing-plan.ts';

const fields = {
  child_words: longText({
    label: 'The child’s own words about the plan',
    hint: 'As they said it. It is printed at the top of their own page.',
  }),
  parent_words: longText({ label: 'Parents’ or carers’ own words' }),
  adaptations: longText({ label: 'How the work is fitted to the child' }),
};

/** The child's and the family's own words, and what is done differently for this child. */
export const wordsRoutes = childForm({
  path: urls.plans.words(':childId'),
  reads: 'plan.write',
  fields,
  subject: writingPlan,
  stored: ({ plan }) => plan,
  save: ({ tx }, { plan }, words) => changeRow(tx, 'plan', plan, words),
  view: ({ context, subject: { needs }, form: { F, ...form } }) => {
    const { child } = context;
    const needed = needs.assessment.adaptationsNeeded;
    return (
      <ChildFrame
        context={context}
        title="Their words"
        heading={`What ${child.forename} and the family say`}
        faults={form.faults}
        back={{ href: urls.plans.current(child.id), text: 'Back to the plan' }}
      >
        <FormBox form={form} button="Save their words">
          <F.child_words label={`${child.forename}’s own words about the plan`} />
          <F.parent_words />
          <F.adaptations
            label={`How the work is fitted to ${child.forename}`}
            hint={
              needed
                ? `The assessment says: ${needed}`
                : 'Language, learning, culture, faith, disability, identity: what you do differently, not the label.'
            }
          />
        </FormBox>
      </ChildFrame>
    );
  },
  done: (_about, _words, { child }) => ({
    to: urls.plans.current(child.id),
    message: 'Saved: their words',
  }),
});
