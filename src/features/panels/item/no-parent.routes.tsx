import { ChildFrame } from '../../../record/child-frame.tsx';
import { FormBox } from '../../../record/form-box.tsx';
import { childForm } from '../../../record/form-page.ts';
import { changeRow } from '../../../record/rows.ts';
import { longText } from '../../../record/text-fields.tsx';
import { urls } from '../../../urls.ts';
import { openItem } from './open-item.ts';

const fields = {
  no_parent_reason: longText({
    label: 'Why is there no parent or carer to meet?',
    hint: 'For example: lives alone at 17, and has asked us not to speak with the family. Leave it blank if there is somebody to meet after all.',
    max: 2000,
  }),
};

/** Says that this child has no parent or carer to meet: the step before the panel is then in place, and nobody is asked to do it. */
export const noParentRoutes = childForm({
  path: urls.panels.noParent(':childId', ':itemId'),
  reads: 'panel.prepare',
  fields,
  subject: openItem,
  stored: ({ referral_id, referral_version, no_parent_reason }) => ({
    id: referral_id,
    version: referral_version,
    no_parent_reason,
  }),
  save: ({ tx, today }, { referral_id, referral_version }, { no_parent_reason }) =>
    changeRow(
      tx,
      'referral',
      { id: referral_id, version: referral_version },
      { no_parent_reason, no_parent_on: no_parent_reason ? today : null },
    ),
  view: ({ subject: item, form: { F, ...form }, context }) => (
    <ChildFrame
      context={context}
      title="No parent or carer to meet"
      faults={form.faults}
      back={{ href: urls.panels.item(context.child.id, item.id), text: item.panel_name }}
    >
      <p class="govuk-body">
        A parent or carer is met before the panel, unless there is none. If there is one who does
        not want to meet, or could not be reached, record an exception instead: it says that the
        step was passed.
      </p>
      <FormBox form={form}>
        <F.no_parent_reason />
      </FormBox>
    </ChildFrame>
  ),
  done: (item, { no_parent_reason }, { child }) => ({
    to: urls.panels.item(child.id, item.id),
    message: no_parent_reason
      ? 'Saved: there is no parent or carer to meet'
      : 'Saved: there is a parent or carer to meet',
  }),
});
