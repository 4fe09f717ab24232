import { mayWriteContacts } from '../../domain/contacts/may-write-contacts.ts';
import { correction } from '../../record/correction.tsx';
import { optionsFor } from '../../record/options.ts';
import { urls } from '../../urls.ts';
import { findContact } from './contact.queries.ts';
import { typeText, whenOf } from './contact-words.ts';

/** A contact on the wrong child's record: moved to the right one, or withdrawn. */
export const takeOffContactRoutes = correction({
  table: 'contact',
  path: urls.contacts.takeOff(':childId', ':contactId'),
  permission: 'contact.write',
  row: async (context) => {
    if (!mayWriteContacts(context.actor, context.child)) return undefined;
    const contact = await findContact(context);
    if (!contact) return undefined;
    const options = await optionsFor(context.tx, ['contact_type']);
    return { ...contact, title: `${typeText(contact.type, options)}, ${whenOf(contact)}` };
  },
  item: ({ title, worker_name, notes }) => ({ title, lines: [worker_name, notes] }),
  // The work that it was part of is the wrong child's.
  anew: () => ({ involvement_id: null }),
  words: {
    title: 'Take a contact off this record',
    worked: 'Something has followed from this contact: it stays',
    stands: 'That child’s record has this contact already: withdraw this one',
  },
  back: ({ id }, childId) => ({
    href: urls.contacts.one(childId, id),
    text: 'Back to the contact',
  }),
  list: urls.contacts.list,
});
