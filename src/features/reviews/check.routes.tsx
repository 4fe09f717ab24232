import type { ChildContext } from '../../platform/http/context.ts';
import { choice } from '../../record/choice-fields.tsx';
import { day } from '../../record/day-field.tsx';
import { childForm } from '../../record/form-page.ts';
import { addRow, changeRow } from '../../record/rows.ts';
import { longText } from '../../record/text-fields.tsx';
import { VerdictBox, verdict } from '../../record/verdict.tsx';
import { ChildPage } from '../../ui/layout/child-page.tsx';
import { urls } from '../../urls.ts';
import { type Reviewed, reviewed } from './hold.routes.tsx';
import { Held, SinceThen, titleOf, WhatHappened } from './review.view.tsx';

const fields = {
  verdict: choice(
    [
      { value: 'agree', text: 'Yes' },
      {
        value: 'look-again',
        text: 'No, look again',
        hint: 'This opens a new review, due on the day you choose.',
      },
    ],
    { label: 'Do you agree with it?', required: 'Choose whether you agree' },
  ),
  manager_note: longText({
    label: 'Your note',
    hint: 'What you looked at, and what made you agree or not. It is kept among the oversight entries.',
    required: 'Enter your note',
    max: 5000,
  }),
  again_on: day({
    label: 'Look again by',
    hint: 'Only when you ask for another look.',
    says: 'The day to look again by',
  }),
};
const own = 'You held this review yourself: another manager has to check it.';

const judgedOf = ({ review }: Reviewed) => ({
  id: review.id,
  by: review.held_by,
  waits: review.manager_checked_on === null,
  version: review.version,
});

async function held(context: ChildContext) {
  const found = await reviewed(context);
  return found?.review.held_on ? found : undefined;
}

/** A manager looks at a held review: agrees, or asks for another look. Kept as an oversight entry too. */
export const checkRoutes = childForm(
  verdict({
    path: urls.reviews.check(':childId', ':reviewId'),
    reads: 'review.check',
    fields,
    own,
    subject: held,
    judged: judgedOf,
    rules: (form) =>
      form.verdict === 'look-again' && form.again_on === null
        ? [{ field: 'again_on-day', message: 'Enter by when it is looked at again' }]
        : [],
    save: async ({ tx, actor, child, today }, { review }, form) => {
      const saved = await changeRow(tx, 'review', review, {
        manager_checked_on: today,
        manager_checked_by: actor.staffId,
        manager_note: form.manager_note,
      });
      if (saved.kind === 'moved-on') return saved;
      await addRow(tx, actor, 'oversight_entry', {
        child_id: child.id,
        staff_id: review.held_by,
        kind: 'review-check',
        about_table: 'review',
        about_id: review.id,
        text: form.manager_note,
        entered_on: today,
      });
      if (form.verdict === 'look-again' && form.again_on)
        await addRow(tx, actor, 'review', {
          child_id: child.id,
          reason: 'manager',
          opened_on: today,
          due_on: form.again_on,
        });
      return saved;
    },
    view: ({ context, subject, actor, form: { F, ...form } }) => {
      const { child } = context;
      const title = `Check the review: ${titleOf(subject)}`;
      return (
        <ChildPage
          {...context}
          title={title}
          errors={form.faults}
          back={{
            href: urls.reviews.one(child.id, subject.review.id),
            text: 'Back to the review',
          }}
        >
          <h1 class="govuk-heading-l">{title}</h1>
          <WhatHappened review={subject.review} />
          <SinceThen {...subject} child={child} />
          <Held review={subject.review} child={child} canCheck={false} />
          <VerdictBox
            form={form}
            judged={judgedOf(subject)}
            actor={actor}
            own={own}
            button="Save the check"
          >
            <F.verdict />
            <F.manager_note />
            <F.again_on />
          </VerdictBox>
        </ChildPage>
      );
    },
    done: ({ review }, _form, { child }) => ({
      to: urls.reviews.one(child.id, review.id),
      message: 'Saved: you have checked the review',
    }),
  }),
);
