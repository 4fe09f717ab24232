import { britishClock, britishDay } from '../../domain/calendar/british-time.ts';
import { mayWriteContacts } from '../../domain/contacts/may-write-contacts.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import type { Route } from '../../platform/http/route.ts';
import { childForm } from '../../record/form-page.ts';
import { urls } from '../../urls.ts';
import { type Contact, findContact } from './contact.queries.ts';
import { contactChoices } from './contact-choices.queries.ts';
import { type Asks, asked, contactFields } from './contact-fields.ts';
import { ContactFormPage } from './contact-form.view.tsx';
import { planFaults, plannedMessage, recordFaults } from './contact-rules.ts';
import { savePlan, saveRecord } from './save-contact.ts';

type Step = 'record' | 'plan' | 'outcome' | 'edit';

const pathOf = {
  record: urls.contacts.record(':childId'),
  plan: urls.contacts.plan(':childId'),
  outcome: urls.contacts.outcome(':childId', ':contactId'),
  edit: urls.contacts.edit(':childId', ':contactId'),
} as const;

const isNew = (step: Step) => step === 'record' || step === 'plan';

function asksOf(step: Step, contact: Contact | null): Asks {
  if (step === 'plan' || (step === 'edit' && contact?.status === 'planned')) return 'plan';
  return contact?.status === 'recorded' ? 'mend' : 'record';
}

const subjectOf = (step: Step) => async (context: ChildContext) => {
  if (!mayWriteContacts(context.actor, context.child)) return undefined;
  const contact = isNew(step) ? null : await findContact(context);
  if (contact === undefined) return undefined;
  const choices = await contactChoices(context, contact);
  return { step, contact, asks: asksOf(step, contact), choices };
};

// A planned contact gives its time as the time it was held; whether the child was seen is never given beforehand.
function storedOf(contact: Contact) {
  const when = contact.held_at ?? contact.planned_at;
  return {
    ...contact,
    on: when && britishDay(when),
    at: when && britishClock(when),
    minutes: contact.minutes === null ? null : String(contact.minutes),
    child_seen: contact.status === 'planned' ? null : contact.child_seen,
  };
}

const onlyOne = <T,>(list: readonly T[]) => (list.length === 1 ? list[0] : undefined);

/** One form records, plans, moves and mends a contact; a planned one gets its outcome by it too. */
const contactForm = (step: Step): readonly Route[] =>
  childForm({
    path: pathOf[step],
    reads: 'contact.write',
    fields: contactFields,
    subject: subjectOf(step),
    asks: ({ asks }) => asked[asks],
    options: (_context, { choices }) => choices.options,
    stored: ({ contact }) => contact && storedOf(contact),
    // Kind and place are always said: what was right last time is easily left wrong.
    begins: ({ asks, choices }, { today, actor }) => ({
      ...(asks === 'plan' ? {} : { on: today }),
      worker_id: actor.staffId,
      involvement_id: onlyOne(choices.options.involvements ?? [])?.value ?? null,
    }),
    rules: (value, { asks, choices }, at) =>
      asks === 'plan' ? planFaults(value, choices, at) : recordFaults(value, choices, at),
    save: (context, { asks, contact }, value) =>
      asks === 'plan' ? savePlan(context, contact, value) : saveRecord(context, contact, value),
    view: ContactFormPage,
    done: ({ asks, contact }, value, { child }) => {
      if (asks === 'plan')
        return { to: urls.contacts.list(child.id), message: plannedMessage(value) };
      if (contact)
        return { to: urls.contacts.one(child.id, contact.id), message: 'Saved: the contact' };
      const message = value.next_on
        ? 'Saved: the contact, and the next one planned'
        : 'Saved: the contact';
      return { to: urls.contacts.list(child.id), message };
    },
  });

export type ContactSubject = NonNullable<Awaited<ReturnType<ReturnType<typeof subjectOf>>>>;

export const contactFormRoutes: readonly Route[] = (
  ['record', 'plan', 'outcome', 'edit'] as const
).flatMap(contactForm);
