import type { ChildContext } from '../../platform/http/context.ts';
import { movedOn } from '../../platform/http/moved-on.ts';
import { promiseAction } from '../../record/action-rows.ts';
import { ChildFrame } from '../../record/child-frame.tsx';
import { code } from '../../record/choice-fields.tsx';
import { day } from '../../record/day-field.tsx';
import { FormBox } from '../../record/form-box.tsx';
import { childForm } from '../../record/form-page.ts';
import { changeRow } from '../../record/rows.ts';
import { longText } from '../../record/text-fields.tsx';
import { workersOf } from '../../record/workers.ts';
import { urls } from '../../urls.ts';
import { canReview } from './changes.routes.ts';
import { reviewed } from './hold.routes.tsx';

const fields = {
  owner_id: code('owners', {
    label: 'Who does it?',
    hint: 'It stands on their home until they say that it is done.',
    required: 'Choose who does it',
  }),
  due_on: day({
    label: 'By which day?',
    says: 'The day it is done by',
    required: 'Enter by which day it is done',
    within: 'future',
  }),
  evidence: longText({
    label: 'If it is done already: what was done?',
    says: 'What was done',
    hint: 'Leave it blank while it is still to do.',
    max: 4000,
  }),
};

async function subject(context: ChildContext) {
  const { tx, actor, child, param } = context;
  const about = await reviewed(context);
  const step = about?.type?.script[Number(param('step')) - 1];
  if (!about || !step || !canReview(context)) return undefined;
  if (about.review.held_on)
    movedOn('The review was held meanwhile: what is still to do is an action of it', {
      href: urls.reviews.one(child.id, about.review.id),
      text: 'Read the review',
    });
  const isTaken = about.steps.some(({ what }) => what === step);
  return {
    reviewId: about.review.id,
    step,
    isTaken,
    workers: await workersOf(tx, child.id, actor.staffId),
  };
}

/** One of the first steps after a change: who does it and by when, or what was done. */
export const stepRoutes = childForm({
  path: urls.reviews.step(':childId', ':reviewId', ':step'),
  reads: 'review.write',
  fields,
  subject,
  options: (_context, { workers }) => ({
    owners: workers.map(({ id, name }) => ({ value: id, text: name })),
  }),
  begins: (_about, { today, actor }) => ({ owner_id: actor.staffId, due_on: today }),
  save: async ({ tx, actor, child, today }, { reviewId, step, isTaken, workers }, form) => {
    const owner = workers.find(({ id }) => id === form.owner_id);
    if (isTaken || !owner) return { kind: 'saved' };
    const about = { table: 'review', id: reviewId };
    const promised = { about, childId: child.id, what: step, owner, dueOn: form.due_on };
    const id = await promiseAction(tx, actor, promised);
    if (!form.evidence) return { kind: 'saved' };
    const { evidence } = form;
    return changeRow(tx, 'action', { id, version: 1 }, { evidence, done_on: today });
  },
  view: ({ context, subject: { reviewId, step, isTaken }, form: { F, ...form } }) => (
    <ChildFrame
      context={context}
      title="What to do first"
      heading={step}
      faults={form.faults}
      back={{ href: urls.reviews.one(context.child.id, reviewId), text: 'Back to the review' }}
    >
      {isTaken ? (
        <p class="govuk-body">Somebody has taken it up already: the review says who.</p>
      ) : (
        <FormBox form={form}>
          <F.owner_id />
          <F.due_on />
          <F.evidence />
        </FormBox>
      )}
    </ChildFrame>
  ),
  done: ({ reviewId, isTaken }, _form, { child }) => ({
    to: urls.reviews.one(child.id, reviewId),
    message: isTaken ? 'Somebody had taken it up already' : 'Saved: the step',
  }),
});
