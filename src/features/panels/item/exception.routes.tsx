import { gateRequirements, leastReasonLetters } from '../../../domain/panels/gate.data.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { FormBox } from '../../../record/form-box.tsx';
import { childForm } from '../../../record/form-page.ts';
import { addRow } from '../../../record/rows.ts';
import { longText } from '../../../record/text-fields.tsx';
import { urls } from '../../../urls.ts';
import { itemsWithGate } from './gate.queries.ts';
import { openItem } from './open-item.ts';

const fields = {
  reason: longText({
    label: 'Why is this step passed?',
    required: 'Enter why this step is passed',
    rows: 6,
  }),
};

/** The step that is passed, and what is open of it now. */
async function subject(context: ChildContext) {
  const found = await openItem(context);
  const asked = context.query('requirement');
  const requirement = asked || (await context.form()).text('requirement');
  const known = gateRequirements.find(({ id }) => id === requirement);
  if (!found || (!known && requirement !== 'quorum')) return undefined;
  const [gated] = known ? await itemsWithGate(context.tx, { itemId: found.id }) : [];
  const problem = gated?.gate.open.find(({ id }) => id === requirement);
  return {
    found,
    requirement,
    label: known?.label ?? 'People needed for the panel to decide',
    sentence:
      problem?.sentence ??
      (known ? 'This step is in place' : 'The panel is deciding without everyone it needs'),
    isStillOpen: known ? problem !== undefined : found.quorum_exception === null,
  };
}

/** Records why one step is passed for this child. It is counted and shown to managers, and cannot be taken back. */
export const exceptionRoutes = childForm({
  path: urls.panels.gate(':childId', ':itemId'),
  reads: 'exception.record',
  fields,
  subject,
  rules: ({ reason }, { isStillOpen }) => {
    const faults: string[] = [];
    if (reason.length < leastReasonLetters)
      faults.push(`Enter a reason of at least ${leastReasonLetters} letters`);
    else if (!isStillOpen)
      faults.push('This step is in place, or already passed: no exception is needed');
    return faults.map((message) => ({ field: 'reason', message }));
  },
  save: async ({ tx, actor, child, today }, { found, requirement }, { reason }) => {
    const id = await addRow(tx, actor, 'gate_exception', {
      child_id: child.id,
      gate: 'panel',
      requirement,
      about_table: 'panel_item',
      about_id: found.id,
      reason,
      recorded_on: today,
      created_by: actor.staffId,
    });
    return { kind: 'saved', id };
  },
  view: ({ subject: { found, requirement, label, sentence }, form: { F, ...form }, context }) => (
    <ChildFrame
      context={context}
      title="Record an exception"
      heading={
        <>
          <span class="govuk-caption-l">{label}</span>
          Record an exception
        </>
      }
      faults={form.faults}
      back={{ href: urls.panels.item(context.child.id, found.id), text: 'Back to the panel item' }}
    >
      <p class="govuk-body">{sentence}.</p>
      <p class="govuk-body">
        An exception is counted, shown in the paper and seen by a manager. It cannot be taken back.
        A good reason says what was tried, why the panel cannot wait, and how the gap is covered.
      </p>
      <FormBox form={form} button="Record the exception">
        <input type="hidden" name="requirement" value={requirement} />
        <F.reason />
      </FormBox>
    </ChildFrame>
  ),
  done: ({ found, requirement }, _reason, { child }) => ({
    to: (requirement === 'quorum' ? urls.panels.decide : urls.panels.item)(child.id, found.id),
    message: 'Saved: the exception is recorded, and managers will see it',
  }),
});
