import { can } from '../../domain/access/can.ts';
import { canWriteFor } from '../../domain/access/can-write-for.ts';
import type { ClosureFacts } from '../../domain/closure/checklist.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import type { ValuesOf } from '../../record/field.ts';
import { childForm } from '../../record/form-page.ts';
import { urls } from '../../urls.ts';
import { type ClosureRecord, closureRecord } from './closure.queries.ts';
import { ClosurePage } from './closure.view.tsx';
import { checklistOf, standingInTheWay, type Written, writtenIn } from './closure-facts.ts';
import { closureFields, submitFaults, victimsToldChoices } from './closure-fields.ts';
import { saveClosure } from './save-closure.ts';

/** Whether this person may write the closing of this child's work. */
export const canClose = ({ actor, child }: Pick<ChildContext, 'actor' | 'child'>) =>
  can(actor, 'closure.write') && canWriteFor(actor, 'RC5', child);

/** Why nobody writes the closing now: the work has ended, or a manager has it. */
export const closedWords = ({
  ended_on,
  closure,
}: Pick<ClosureRecord, 'ended_on' | 'closure'>): string | null => {
  if (ended_on !== null) return 'This work has ended: its closing stays as it was approved';
  return closure?.status === 'submitted'
    ? 'A manager has the closing now: nothing of it is changed until they have answered'
    : null;
};

/** One piece of work of the child with all that its closing looks at. */
export const ofThisWork = ({ tx, child, param }: ChildContext) =>
  closureRecord(tx, child.id, param('involvementId'));

const writtenOf = ({ action, ...form }: ValuesOf<typeof closureFields>): Written => ({
  ...form,
  victims_told: form.victims_told as ClosureFacts['victimsTold'],
});

/** Writing the end of one piece of work, and sending it to the manager. */
export const closingRoutes = childForm({
  path: urls.closure.one(':childId', ':involvementId'),
  reads: 'oversight.read',
  writes: 'closure.write',
  fields: closureFields,
  lists: ['involvement_type'],
  subject: ofThisWork,
  stored: ({ closure }) => closure,
  begins: writtenIn,
  mayWrite: canClose,
  closed: (record) => closedWords(record),
  options: (_context, { victims }) => ({ victims_told: victimsToldChoices(victims) }),
  rules: (form, record, { child }) => {
    if (form.action !== 'submit') return [];
    const written = writtenOf(form);
    const standing = standingInTheWay(checklistOf(record, written, child.id));
    return submitFaults(written, standing, record);
  },
  save: ({ tx, actor, child, today }, record, form) =>
    saveClosure(tx, actor, {
      childId: child.id,
      record,
      written: writtenOf(form),
      today,
      submit: form.action === 'submit',
    }),
  view: ClosurePage,
  done: ({ involvement_id }, { action }, { child }) =>
    action === 'submit'
      ? {
          to: urls.closure.list(child.id),
          message: 'Sent: a manager will approve the closing or send it back',
        }
      : { to: urls.closure.one(child.id, involvement_id), message: 'Saved: the closing' },
});
