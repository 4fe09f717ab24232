import { z } from 'zod';
import { levels } from '../../domain/assessments/levels.data.ts';
import { britishDay } from '../../domain/calendar/british-time.ts';
import { addMonths, formatDay, MONTHS } from '../../domain/calendar/day.ts';
import { missedRun } from '../../domain/contacts/attendance.ts';
import { frequencyCode } from '../../domain/contacts/expected.ts';
import { expectedAMonth, frequencyFrom } from '../../domain/contacts/frequency.ts';
import { mayWriteContacts } from '../../domain/contacts/may-write-contacts.ts';
import { type Code, labelOf } from '../../domain/reference/codes.ts';
import { codeLists } from '../../platform/db/codes.ts';
import { pageAsked } from '../../platform/http/page-asked.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { contactEdits, findContact } from './contact.queries.ts';
import { ContactPage } from './contact.view.tsx';
import { editsOf } from './contact-edits.ts';
import {
  type ContactFacts,
  contactFacts,
  contactPage,
  contactsAPage,
} from './contact-list.queries.ts';
import { ContactListPage, type FrequencyModel } from './contact-list.view.tsx';
import { changeContactRoutes } from './one-contact.routes.ts';
import { planContactRoutes } from './plan-contact.routes.ts';
import { recordContactRoutes } from './record-contact.routes.ts';

export const contactRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.contacts.list(':childId'),
    tab: { room: 'plan', text: 'Contacts' },
    permission: 'contact.view',
    audit: 'view',
    handle: async ({ tx, actor, child, shell, today, now, query, page }) => {
      const filter = {
        type: query('type'),
        attendance: query('attendance'),
        worker: query('worker'),
      };
      const number = pageAsked(query('page'));
      const firstOfMonth = `${today.slice(0, 7)}-01`;
      const codes = await codeLists(tx, [
        'contact_type',
        'attendance',
        'absence_reason',
        'contact_frequency',
      ]);
      const facts = await contactFacts(tx, actor.serviceId, child.id, filter, firstOfMonth);
      const pages = Math.max(1, Math.ceil(facts.total / contactsAPage));
      const at = Math.min(number, pages);
      const contacts = await contactPage(tx, actor.serviceId, child.id, filter, at);
      const missed = missedRun(facts.latest);
      return page(
        ContactListPage({
          shell,
          child,
          today,
          now,
          contacts,
          filter,
          lists: listsOf(codes),
          workers: facts.workers,
          total: facts.total,
          page: at,
          pages,
          missed: {
            ...missed,
            sinceText: missed.since ? formatDay(britishDay(missed.since)) : '',
          },
          frequency: frequencyOf(facts, codes.contact_frequency, today),
          kept: {
            thisMonth: facts.thisMonth,
            lastMonth: facts.lastMonth,
            thisMonthName: monthName(today),
            lastMonthName: monthName(addMonths(firstOfMonth, -1)),
          },
          mayWrite: mayWriteContacts(actor, child),
        }),
      );
    },
  }),
  ...recordContactRoutes,
  ...planContactRoutes,
  childRoute({
    method: 'get',
    path: urls.contacts.one(':childId', ':contactId'),
    permission: 'contact.view',
    audit: 'view',
    handle: async ({ tx, actor, child, shell, today, now, param, notFound, page }) => {
      const id = param('contactId');
      if (!z.uuid().safeParse(id).success) return notFound();
      const contact = await findContact(tx, actor.serviceId, child.id, id);
      if (!contact) return notFound();
      const edits = await contactEdits(tx, actor.serviceId, child.id, id);
      const codes = await codeLists(tx, [
        'contact_type',
        'attendance',
        'absence_reason',
        'involvement_type',
      ]);
      return page(
        ContactPage({
          shell,
          child,
          today,
          now,
          contact,
          lists: listsOf(codes),
          work: contact.involvement_type
            ? labelOf(codes.involvement_type, contact.involvement_type)
            : null,
          edits: editsOf(edits, listsOf(codes), [
            { id: contact.worker_id, name: contact.worker_name },
          ]),
          mayWrite: mayWriteContacts(actor, child),
        }),
      );
    },
  }),
  ...changeContactRoutes,
];

const listsOf = (codes: {
  readonly contact_type: readonly Code[];
  readonly attendance: readonly Code[];
  readonly absence_reason: readonly Code[];
}) => ({ types: codes.contact_type, attendance: codes.attendance, reasons: codes.absence_reason });

const monthName = (day: string) => MONTHS[Number(day.slice(5, 7)) - 1] ?? '';

function frequencyOf(
  facts: ContactFacts,
  codes: readonly Code[],
  today: string,
): FrequencyModel | null {
  const wanted = frequencyCode(levelOrNull(facts.likelihood), levelOrNull(facts.harm));
  const code = codes.find((each) => each.code === wanted);
  if (!code || !facts.workStartedOn) return null;
  const frequency = frequencyFrom({
    code: code.code,
    label: code.label,
    attributes: (code.attributes ?? {}) as Readonly<Record<string, unknown>>,
    source: '',
    confidence: code.confidence,
    validFrom: null,
    validTo: null,
  });
  return {
    label: frequency.label,
    expected: expectedAMonth(frequency, facts.workStartedOn, today),
    source: code.confidence,
  };
}

const levelOrNull = (text: string | null) => levels.find(({ id }) => id === text)?.id ?? null;
