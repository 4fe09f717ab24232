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
import { moveContact, planContacts, saveRecord } from './save-contact.ts';

type Step = 'record' | 'plan' | 'outcome' | 'edit';

const pathOf = {
  record: urls.contacts.record(':childId'),
  plan: urls.contacts.plan(':childId'),
  outcome: urls.contacts.outcome(':childId', ':contactId'),
  edit: urls.contacts.edit(':childId', ':contactId'),
} as const;

const isNew = (step: Step) => step === 'record' || step === 'plan';

function asksOf(step: Step, contact: Contact | null): Asks {
  if (step === 'plan') return 'plan';
  if (step === 'edit' && contact?.status === 'planned') return 'move';
  return contact?.status === 'recorded' ? 'mend' : 'record';
}

const subjectOf = (step: Step) => async (context: ChildContext) => {
  if (!mayWriteContacts(context.actor, context.child)) return undefined;
  const contact = isNew(step) ? null : await findContact(context);
  if (contact === undefined) return undefined;
  const choices = await contactChoices(context, contact);
  const asks = asksOf(step, contact);
  return { step, contact, asks, isPlan: asks === 'plan' || asks === 'move', choices };
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
    later: false,
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
    begins: ({ isPlan, choices }, { today, actor }) => ({
      ...(isPlan ? {} : { on: today }),
      worker_id: actor.staffId,
      involvement_id: onlyOne(choices.options.involvements ?? [])?.value ?? null,
    }),
    closed: ({ contact }) =>
      contact?.status === 'cancelled'
        ? 'This contact was called off: record or plan another in its place'
        : null,
    rules: (value, { isPlan, choices }, at) =>
      isPlan ? planFaults(value, choices, at) : recordFaults(value, choices, at),
    save: (context, { asks, isPlan, contact, choices }, value) => {
      const placed = { ...value, place: value.place ?? choices.roomName(value.room_id) };
      if (!isPlan) return saveRecord(context, contact, placed);
      return contact && asks === 'move'
        ? moveContact(context, contact, placed)
        : planContacts(context, placed);
    },
    view: ContactFormPage,
    // A contact that is planned is shown: what clashes with it stands on its page.
    done: ({ isPlan, contact }, value, { child }, id) => {
      const shown = isPlan || value.next_on ? id : (contact?.id ?? '');
      const to = shown ? urls.contacts.one(child.id, shown) : urls.contacts.list(child.id);
      if (isPlan) return { to, message: plannedMessage(value) };
      const message = value.next_on
        ? 'Saved: the contact, and the next one, which is shown here'
        : 'Saved: the contact';
      return { to, message };
    },
  });

export type ContactSubject = NonNullable<Awaited<ReturnType<ReturnType<typeof subjectOf>>>>;

export const contactFormRoutes: readonly Route[] = (
  ['record', 'plan', 'outcome', 'edit'] as const
).flatMap(contactForm);
