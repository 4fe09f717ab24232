import { can } from '../../../domain/access/can.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { isId } from '../../../platform/http/is-id.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { code } from '../../../record/choice-fields.tsx';
import { FormBox } from '../../../record/form-box.tsx';
import { childForm } from '../../../record/form-page.ts';
import { addRow } from '../../../record/rows.ts';
import { longText } from '../../../record/text-fields.tsx';
import { urls } from '../../../urls.ts';
import { panelOne } from '../panel/panels.queries.ts';

const fields = {
  staff_id: code('members', { label: 'Whose interest is it?' }),
  interest: longText({
    label: 'What is the tie?',
    required: 'Enter how you know the child, their family or the person harmed',
    max: 2000,
    rows: 3,
  }),
  managed_by: longText({
    label: 'What will be done about it?',
    hint: 'For example: leaves the room for this child; a colleague sits instead.',
    required: 'Enter what will be done about it',
    max: 2000,
    rows: 3,
  }),
};

/** The item, and for those who run panels its members, of whom one may have told them of a tie. */
async function subject({ tx, actor, child, param }: ChildContext) {
  if (!isId(param('itemId'))) return undefined;
  const item = await tx
    .selectFrom('panel_item')
    .select(['id', 'panel_id'])
    .where('id', '=', param('itemId'))
    .where('child_id', '=', child.id)
    .executeTakeFirst();
  if (!item) return undefined;
  if (!can(actor, 'panel.manage')) return { item, members: null };
  const panel = await panelOne(tx, item.panel_id);
  const members = (panel?.attendees ?? []).flatMap(({ staff_id, name }) =>
    staff_id && staff_id !== actor.staffId ? [{ value: staff_id, text: name }] : [],
  );
  return { item, members };
}

/** A member says that they have an interest in a case; from then on they see neither the child nor the paper. */
export const conflictRoutes = childForm({
  path: urls.panels.conflict(':childId', ':itemId'),
  reads: 'panel.view',
  fields,
  subject,
  asks: ({ members }) =>
    members ? ['staff_id', 'interest', 'managed_by'] : ['interest', 'managed_by'],
  options: (_context, { members }) => ({ members: members ?? [] }),
  save: async ({ tx, actor, child }, { item, members }, value) => {
    const { interest, managed_by } = value;
    const staff_id = value.staff_id ?? actor.staffId;
    const known = await tx
      .selectFrom('panel_conflict')
      .select('id')
      .where('panel_item_id', '=', item.id)
      .where('staff_id', '=', staff_id)
      .executeTakeFirst();
    if (known) {
      const field = members ? 'staff_id' : 'interest';
      return [{ field, message: 'This interest is already declared' }];
    }
    await addRow(tx, actor, 'panel_conflict', {
      panel_item_id: item.id,
      child_id: child.id,
      staff_id,
      interest,
      managed_by,
    });
    return { kind: 'saved' };
  },
  view: ({ subject: { item, members }, form: { F, ...form }, context }) => (
    <ChildFrame
      context={context}
      title="Declare a conflict of interest"
      faults={form.faults}
      back={{ href: urls.panels.one(item.panel_id), text: 'The panel' }}
    >
      <p class="govuk-body">
        An interest is any tie that others might think could sway you: family, friends, a neighbour,
        work, school. Declaring one is no fault. From then on the paper is closed, and the panel
        hears this child without that member.
      </p>
      <FormBox form={form} button="Declare it">
        {members ? <F.staff_id empty="My own" /> : null}
        <F.interest />
        <F.managed_by />
      </FormBox>
    </ChildFrame>
  ),
  done: ({ item }) => ({
    to: urls.panels.one(item.panel_id),
    message: 'Saved: the interest is declared, and that child’s paper is closed to them',
  }),
});
