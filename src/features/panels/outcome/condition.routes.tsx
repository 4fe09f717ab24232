import { formatDay } from '../../../domain/calendar/day.ts';
import { conditionStandings } from '../../../domain/panels/delivery.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { isId } from '../../../platform/http/is-id.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { choice } from '../../../record/choice-fields.tsx';
import { day } from '../../../record/day-field.tsx';
import { FormBox } from '../../../record/form-box.tsx';
import { childForm } from '../../../record/form-page.ts';
import { changeRow } from '../../../record/rows.ts';
import { longText } from '../../../record/text-fields.tsx';
import { urls } from '../../../urls.ts';
import { mayChange } from '../may-change.ts';

const fields = {
  standing: choice(
    Object.entries(conditionStandings).map(([value, text]) => ({ value, text })),
    { label: 'How does it stand?', required: 'Choose how the condition stands' },
  ),
  standing_on: day({
    label: 'Since when',
    says: 'The day',
    hint: 'The day on which it was kept, broken or taken off. Leave blank while nothing is said.',
    within: 'past',
  }),
  standing_note: longText({
    label: 'What shows it',
    hint: 'Needed when it was not kept or was taken off: what was tried to help, what the child says, who took it off.',
    max: 4000,
  }),
};

const subject = async ({ tx, child, param }: ChildContext) =>
  isId(param('conditionId'))
    ? tx
        .selectFrom('outcome_condition')
        .select(['id', 'text', 'due_on', 'disposal_id', 'version'])
        .select(['standing', 'standing_on', 'standing_note'])
        .where('child_id', '=', child.id)
        .where('id', '=', param('conditionId'))
        .executeTakeFirst()
    : undefined;

/** Whether one condition of an outcome was kept. */
export const conditionRoutes = childForm({
  path: urls.panels.condition(':childId', ':conditionId'),
  tab: { under: urls.panels.childItems(':childId') },
  reads: 'panel.view',
  writes: 'police.notify',
  mayWrite: ({ actor, child }) => mayChange(actor, child, 'police.notify'),
  fields,
  subject,
  stored: (condition) => condition,
  rules: ({ standing, standing_on, standing_note }) => {
    if (standing === 'open') return [];
    const why = 'Enter what shows that it was not kept, or who took it off';
    return [
      ...(standing_on ? [] : [{ field: 'standing_on-day', message: 'Enter since when' }]),
      ...(standing === 'kept' || standing_note ? [] : [{ field: 'standing_note', message: why }]),
    ];
  },
  save: ({ tx }, condition, form) => {
    const standing_on = form.standing === 'open' ? null : form.standing_on;
    return changeRow(tx, 'outcome_condition', condition, { ...form, standing_on });
  },
  view: ({ context, subject: condition, form: { F, ...form } }) => (
    <ChildFrame
      context={context}
      title={`Condition: ${condition.text}`}
      heading={
        <>
          <span class="govuk-caption-l">
            Condition of an outcome{condition.due_on ? `, by ${formatDay(condition.due_on)}` : ''}
          </span>
          {condition.text}
        </>
      }
      faults={form.faults}
      back={{
        href: urls.panels.outcome(context.child.id, condition.disposal_id),
        text: 'Back to the outcome',
      }}
    >
      <FormBox form={form} button="Save how it stands">
        <F.standing />
        <F.standing_on />
        <F.standing_note />
      </FormBox>
    </ChildFrame>
  ),
  done: ({ disposal_id }, _form, { child }) => ({
    to: urls.panels.outcome(child.id, disposal_id),
    message: 'Saved: how the condition stands',
  }),
});
