import { levels } from '../../domain/assessments/levels.data.ts';
import { addMonths } from '../../domain/calendar/day.ts';
import { frequencyOf } from '../../domain/contacts/expected.ts';
import { expectedAMonth, frequencyFrom } from '../../domain/contacts/frequency.ts';
import { mayWriteContacts } from '../../domain/contacts/may-write-contacts.ts';
import type { Code } from '../../domain/reference/codes.ts';
import { codeLists } from '../../platform/db/codes.ts';
import { pageAsked } from '../../platform/http/page-asked.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { correctionsOf } from '../../record/correction-rows.ts';
import { optionsOf } from '../../record/options.ts';
import { urls } from '../../urls.ts';
import {
  type ContactFacts,
  contactFacts,
  contactPage,
  contactsAPage,
} from './contact-list.queries.ts';
import { ContactListPage } from './contact-list.view.tsx';

/** A child's contacts, newest first. */
export const contactListRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.contacts.list(':childId'),
    tab: { room: 'plan', text: 'Contacts' },
    permission: 'contact.view',
    audit: 'view',
    handle: async (context) => {
      const { tx, actor, child, today, query, page } = context;
      const filter = {
        type: query('type'),
        attendance: query('attendance'),
        worker: query('worker'),
        words: query('words').trim().slice(0, 100),
      };
      const firstOfMonth = `${today.slice(0, 7)}-01`;
      const codes = await codeLists(tx, [
        'contact_type',
        'attendance',
        'absence_reason',
        'contact_frequency',
      ]);
      const facts = await contactFacts(tx, actor.serviceId, child.id, filter, firstOfMonth);
      const pages = Math.max(1, Math.ceil(facts.total / contactsAPage));
      const number = Math.min(pageAsked(query('page')), pages);
      const attendance = optionsOf(codes.attendance);
      return page(
        <ContactListPage
          context={context}
          contacts={await contactPage(tx, actor.serviceId, child.id, filter, number)}
          options={{
            contact_type: optionsOf(codes.contact_type),
            attendance,
            absence_reason: optionsOf(codes.absence_reason),
            turned_out: [...attendance, { value: 'planned', text: 'Planned' }],
            workers: facts.workers.map(({ id, name }) => ({ value: id, text: name })),
          }}
          filter={filter}
          facts={facts}
          corrections={await correctionsOf(tx, child.id, 'contact')}
          page={number}
          pages={pages}
          frequency={frequencyModel(facts, codes.contact_frequency, today)}
          months={{ this: firstOfMonth, last: addMonths(firstOfMonth, -1) }}
          mayWrite={mayWriteContacts(actor, child)}
        />,
      );
    },
  }),
];

/** How many contacts a month the child's levels ask for; null without levels that this person may see. */
function frequencyModel(facts: ContactFacts, codes: readonly Code[], today: string) {
  const code = frequencyOf(codes, levelOrNull(facts.likelihood), levelOrNull(facts.harm));
  if (!code || !facts.workStartedOn) return null;
  const frequency = frequencyFrom({ ...code, source: '', validFrom: null, validTo: null });
  return {
    label: frequency.label,
    expected: expectedAMonth(frequency, facts.workStartedOn, today),
  };
}

const levelOrNull = (text: string | null) => levels.find(({ id }) => id === text)?.id ?? null;
