import { mayWriteContacts } from '../../domain/contacts/may-write-contacts.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { correctionsOf } from '../../record/correction-rows.ts';
import { optionsFor } from '../../record/options.ts';
import { urls } from '../../urls.ts';
import { callOffRoutes } from './call-off.routes.tsx';
import { clashesOf } from './clash.queries.ts';
import { contactEdits, findContact } from './contact.queries.ts';
import { ContactPage } from './contact.view.tsx';
import { editsOf } from './contact-edits.ts';
import { contactFormRoutes } from './contact-form.routes.tsx';
import { contactListRoutes } from './contact-list.routes.tsx';
import { takeOffContactRoutes } from './take-off.routes.ts';

const lists = ['contact_type', 'attendance', 'absence_reason', 'involvement_type'];

export const contactRoutes: readonly Route[] = [
  ...contactListRoutes,
  ...contactFormRoutes,
  ...takeOffContactRoutes,
  ...callOffRoutes,
  childRoute({
    method: 'get',
    path: urls.contacts.one(':childId', ':contactId'),
    permission: 'contact.view',
    audit: 'view',
    handle: async (context) => {
      const { tx, actor, child, page } = context;
      const contact = await findContact(context);
      if (!contact) return context.notFound();
      const options = await optionsFor(tx, lists, {
        workers: [{ value: contact.worker_id, text: contact.worker_name }],
      });
      const edits = await contactEdits(tx, actor.serviceId, child.id, contact.id);
      return page(
        <ContactPage
          context={context}
          contact={contact}
          options={options}
          clashes={await clashesOf(context, contact)}
          edits={editsOf(edits, options)}
          corrections={await correctionsOf(tx, child.id, 'contact')}
          mayWrite={mayWriteContacts(actor, child)}
        />,
      );
    },
  }),
];
