import { questionsFor } from '../../../domain/audits/audit-questions.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { FormBox } from '../../../record/form-box.tsx';
import { childForm } from '../../../record/form-page.ts';
import { longText } from '../../../record/text-fields.tsx';
import { urls } from '../../../urls.ts';
import { questionsOf } from '../framework-of.ts';
import { actionsField } from './actions-field.tsx';
import { finishReading, type Owner } from './finish-reading.ts';
import { isBeingRead, judgementOf, noLongerFree, readingMovedOn } from './judgements.ts';
import { ownReading, type Reading } from './reading.queries.ts';

/** A reading of one's own in which every question is judged. */
async function subject({ tx, actor, child, param }: ChildContext): Promise<Reading | undefined> {
  const reading = await ownReading(tx, actor, child.id, param('readingId'));
  if (!reading) return undefined;
  if (!isBeingRead(reading)) readingMovedOn(child.id, reading);
  const asked = questionsFor(questionsOf(reading), reading.tier);
  return asked.every(({ id }) => judgementOf(reading, id)) ? reading : undefined;
}

const ownersOf = ({ workerId, worker, managerId, manager }: Reading): Owner[] => [
  ...(workerId && worker ? [{ id: workerId, name: worker }] : []),
  ...(managerId && manager ? [{ id: managerId, name: manager }] : []),
];

/** Ends a reading: what the worker hears about it, and what is to be done for the child. */
export const finishReadingRoutes = childForm({
  path: urls.audits.finishReading(':childId', ':readingId'),
  reads: 'audit.read',
  fields: {
    strengths: longText({
      label: 'What is good in this work',
      hint: 'Name what was done and what it did for the child',
      required: 'Enter what is good in this work',
    }),
    learning: longText({
      label: 'What there is to learn',
      hint: 'What would have made it better, and how it would be seen',
      required: 'Enter what there is to learn, or that there is nothing',
    }),
    actions: actionsField,
  },
  subject,
  begins: ({ strengths, learning }) => ({ strengths, learning }),
  options: (_context, reading) => ({
    owners: ownersOf(reading).map(({ id, name }) => ({ value: id, text: name })),
  }),
  refuses: (reading) => {
    const tied = noLongerFree(reading);
    return tied ? [{ field: 'strengths', message: tied }] : [];
  },
  save: async ({ tx, actor, child, today }, reading, input) => {
    const owners = ownersOf(reading);
    const isShared = await finishReading(tx, actor, reading, child.id, owners, input, today);
    // What is new then is the feedback of this case.
    return { kind: 'saved', id: isShared ? reading.caseId : '' };
  },
  view: ({ subject: reading, form: { F, ...form }, context }) => (
    <ChildFrame
      context={context}
      title="What is good and what to learn"
      faults={form.faults}
      back={{
        href: urls.audits.reading(context.child.id, reading.id),
        text: `Case ${reading.position}, ${reading.audit}`,
      }}
    >
      <p class="govuk-body">
        {reading.worker ?? 'The worker'} reads this, and it is talked through at the next
        supervision. A finished reading cannot be changed, and the access that you were given for it
        ends at once.
      </p>
      <FormBox form={form} button="Finish the reading">
        <F.strengths />
        <F.learning />
        <h2 class="govuk-heading-m">What is to be done for this child</h2>
        <p class="govuk-body">
          Leave blank if nothing. Each becomes an action on its owner’s list.
        </p>
        <F.actions />
      </FormBox>
    </ChildFrame>
  ),
  done: (_reading, _input, _context, shared) => ({
    to: urls.audits.list,
    message: shared
      ? 'Saved: the reading is finished, and what it found waits for the worker’s supervision'
      : 'Saved: the reading is finished',
  }),
});
