import type { ChildContext } from '../../platform/http/context.ts';
import type { ValuesOf } from '../../record/field.ts';
import { childForm, type Outcome } from '../../record/form-page.ts';
import { addRow, changeRow } from '../../record/rows.ts';
import { urls } from '../../urls.ts';
import { detailFields } from './line-fields.ts';
import { toVault, VaultForm } from './vault-frame.view.tsx';
import { closedWords } from './victim-words.ts';
import { type OpenVault, openVault } from './victims.queries.ts';

type Value = ValuesOf<typeof detailFields>;

/** Who the victim is and how to reach them; the first time, the clock of first contact starts. */
export const detailsRoutes = childForm({
  path: urls.victims.details(':childId', ':victimId'),
  reads: 'victim.vault',
  fields: detailFields,
  subject: openVault,
  closed: ({ line }) => closedWords(line),
  stored: ({ line, vault }) =>
    vault && {
      ...vault,
      is_child: vault.is_child ? 'yes' : 'no',
      details_received_on: line.details_received_on,
    },
  begins: ({ line }) => ({ details_received_on: line.details_received_on }),
  save: async (context, open, value) => {
    const known = await knownChild(context, value.known_number);
    if (known === 'nobody')
      return [
        {
          field: 'known_number',
          message: 'No child has this number: check it, or leave it blank',
        },
      ];
    if (known?.id === context.child.id)
      return [
        {
          field: 'known_number',
          message: 'This is the number of the child whose record this is',
        },
      ];
    return keep(context, open, value, known?.id ?? null);
  },
  view: ({ context, subject: { line }, form: { F, ...form } }) => (
    <VaultForm
      context={context}
      line={line}
      title="Details for the vault"
      form={form}
      button="Save the details"
    >
      <F.name />
      <F.details_received_on />
      <F.police_consent />
      <F.contact_details />
      <F.preferred_contact />
      <F.access_needs />
      <F.is_child />
      <F.known_number />
      <F.note />
    </VaultForm>
  ),
  done: ({ line }, _value, context) => toVault(context, line, 'Saved: their details'),
});

async function keep(
  { tx, actor, child }: ChildContext,
  { line, vault }: OpenVault,
  { details_received_on, known_number: _number, is_child, ...said }: Value,
  knownChildId: string | null,
): Promise<Outcome> {
  const columns = { ...said, is_child: is_child === 'yes', known_child_id: knownChildId };
  if (vault) {
    const saved = await changeRow(tx, 'victim', vault, columns);
    if (saved.kind === 'moved-on') return saved;
  } else
    await addRow(tx, actor, 'victim', {
      child_id: child.id,
      victim_involvement_id: line.id,
      ...columns,
    });
  return changeRow(tx, 'victim_involvement', line, { details_received_on });
}

/** The child whose number was typed, for marking that the victim is a child known to the service. */
async function knownChild({ tx }: ChildContext, number: string | null) {
  if (number === null) return null;
  const found = await tx
    .selectFrom('child')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirst();
  return found ?? 'nobody';
}
