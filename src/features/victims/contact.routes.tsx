import { childForm } from '../../record/form-page.ts';
import { addRow } from '../../record/rows.ts';
import { urls } from '../../urls.ts';
import { contactFields } from './line-fields.ts';
import { toVault, VaultForm } from './vault-frame.view.tsx';
import { closedWords } from './victim-words.ts';
import { openVault } from './victims.queries.ts';

/** One time that the victim was spoken to, or tried. */
export const contactRoutes = childForm({
  path: urls.victims.contact(':childId', ':victimId'),
  reads: 'victim.vault',
  fields: contactFields,
  subject: openVault,
  closed: ({ line }) => closedWords(line),
  begins: (_open, { today }) => ({ held_on: today }),
  save: async ({ tx, actor, child }, { line }, value) => {
    await addRow(tx, actor, 'victim_contact', {
      ...value,
      child_id: child.id,
      victim_involvement_id: line.id,
      reached: value.reached === 'yes',
    });
    return { kind: 'saved' };
  },
  view: ({ context, subject: { line }, form: { F, ...form } }) => (
    <VaultForm
      context={context}
      line={line}
      title="Log a contact"
      form={form}
      button="Save the contact"
    >
      <F.held_on />
      <F.method />
      <F.reached />
      <F.note />
    </VaultForm>
  ),
  done: ({ line }, _value, context) => toVault(context, line, 'Saved: the contact'),
});
