import { mayWriteContacts } from '../../domain/contacts/may-write-contacts.ts';
import { movedOn } from '../../platform/http/moved-on.ts';
import { ChildFrame } from '../../record/child-frame.tsx';
import { FormBox } from '../../record/form-box.tsx';
import { childForm } from '../../record/form-page.ts';
import { optionsFor } from '../../record/options.ts';
import { changeRow } from '../../record/rows.ts';
import { longText } from '../../record/text-fields.tsx';
import { urls } from '../../urls.ts';
import { findContact, laterOfSeries } from './contact.queries.ts';
import { contactFields } from './contact-fields.ts';
import { typeText, whenOf } from './contact-words.ts';

/** A contact that is planned is called off, with the reason; one that the child missed is recorded instead. */
export const callOffRoutes = childForm({
  path: urls.contacts.callOff(':childId', ':contactId'),
  reads: 'contact.write',
  fields: {
    change_reason: longText({
      label: 'Why is it called off?',
      hint: 'Who asked for it, and what you told the child. The reason stays on the record',
      says: 'Why it is called off',
      required: 'Say why it is called off',
      max: 2000,
      rows: 2,
    }),
    later: contactFields.later,
  },
  subject: async (context) => {
    if (!mayWriteContacts(context.actor, context.child)) return undefined;
    const contact = await findContact(context);
    if (!contact) return undefined;
    if (contact.status === 'recorded')
      movedOn('What came of this contact is recorded: it is not called off any more', {
        href: urls.contacts.one(context.child.id, contact.id),
        text: 'Read the contact',
      });
    const options = await optionsFor(context.tx, ['contact_type']);
    return { contact, title: `${typeText(contact.type, options)}, ${whenOf(contact)}` };
  },
  asks: ({ contact }) => (contact.series_id ? ['change_reason', 'later'] : ['change_reason']),
  stored: ({ contact: { id, version } }) => ({ id, version }),
  closed: ({ contact }) => (contact.status === 'cancelled' ? 'It is called off already' : null),
  save: async ({ tx, child }, { contact }, { change_reason, later }) => {
    const columns = { status: 'cancelled', change_reason };
    const saved = await changeRow(tx, 'contact', contact, columns);
    if (saved.kind === 'saved' && later)
      for (const after of await laterOfSeries(tx, child.id, contact))
        await changeRow(tx, 'contact', after, columns);
    return saved;
  },
  view: ({ context, subject: { contact, title }, form: { F, ...form } }) => (
    <ChildFrame
      context={context}
      title="Call a contact off"
      faults={form.faults}
      back={{
        href: urls.contacts.one(context.child.id, contact.id),
        text: 'Back to the contact',
      }}
    >
      <p class="govuk-body">
        {title}. If the child did not come,{' '}
        <a class="govuk-link" href={urls.contacts.outcome(context.child.id, contact.id)}>
          record what happened
        </a>{' '}
        instead; if it is to be on another day,{' '}
        <a class="govuk-link" href={urls.contacts.edit(context.child.id, contact.id)}>
          move it
        </a>
        .
      </p>
      <FormBox form={form} button="Call it off">
        <F.change_reason />
        {contact.series_id ? <F.later /> : null}
      </FormBox>
    </ChildFrame>
  ),
  done: ({ contact }, _value, { child }) => ({
    to: urls.contacts.one(child.id, contact.id),
    message: 'Saved: the contact is called off',
  }),
});
