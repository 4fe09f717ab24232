import { z } from 'zod';
import { formatInstant } from '../../domain/calendar/british-time.ts';
import { mayWriteContacts } from '../../domain/contacts/may-write-contacts.ts';
import type { ChildContext, Form } from '../../platform/http/context.ts';
import { type FormError, parseForm, versionField } from '../../platform/http/parse-form.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import type { Typed } from '../../ui/layout/fields.tsx';
import { urls } from '../../urls.ts';
import { type Contact, contactEdits, findContact } from './contact.queries.ts';
import { type ContactChoices, contactChoices } from './contact-fields.queries.ts';
import { planSchema, recordProblems, recordSchema } from './contact-form.ts';
import { type Clash, ContactFormPage } from './contact-form.view.tsx';
import { plannedMessage, planProblems } from './plan-contact.routes.ts';
import { choiceProblems } from './record-contact.routes.ts';
import { replanContact, saveContact } from './record-contact.ts';
import { differences, typedOf } from './typed-contact.ts';

type Step = 'outcome' | 'edit';
const pathOf = { outcome: urls.contacts.outcome, edit: urls.contacts.edit };

/** The same page records the outcome of a planned contact and mends a recorded one; a planned one may also be moved. */
export const changeContactRoutes: readonly Route[] = (['outcome', 'edit'] as const).flatMap(
  (step) => [
    childRoute({
      method: 'get',
      path: pathOf[step](':childId', ':contactId'),
      permission: 'contact.write',
      audit: 'view',
      handle: async (context) => {
        const contact = await openContact(context);
        if (!contact) return context.notFound();
        const { tx, actor, child, today, page } = context;
        const choices = await contactChoices(tx, actor, child.id, today);
        const typed = typedOf(contact);
        return page(formPage(context, step, contact, choices, typed, [], contact.version));
      },
    }),
    childRoute({
      method: 'post',
      path: pathOf[step](':childId', ':contactId'),
      permission: 'contact.write',
      audit: 'change',
      handle: async (context) => {
        const contact = await openContact(context);
        if (!contact) return context.notFound();
        const form = await context.form();
        return step === 'edit' && contact.status === 'planned'
          ? savePlan(context, contact, form)
          : saveRecord(context, step, contact, form);
      },
    }),
  ],
);

async function openContact(context: ChildContext): Promise<Contact | undefined> {
  const { tx, actor, child, param } = context;
  const id = param('contactId');
  if (!mayWriteContacts(actor, child) || !z.uuid().safeParse(id).success) return undefined;
  return findContact(tx, actor.serviceId, child.id, id);
}

async function saveRecord(context: ChildContext, step: Step, contact: Contact, form: Form) {
  const { tx, actor, child, today, now, page, redirect } = context;
  const choices = await contactChoices(tx, actor, child.id, today);
  const version = versionField.catch(0).parse(form.text('version'));
  const parsed = parseForm(recordSchema(today), form);
  const errors = parsed.ok
    ? [
        ...recordProblems(parsed.value, choices.rules, now),
        ...choiceProblemsOf(parsed.value, contact, choices),
      ]
    : parsed.errors;
  if (!parsed.ok || errors.length > 0)
    return page(formPage(context, step, contact, choices, form.values, errors, version), 422);
  const saved = await saveContact(tx, actor, child.id, contact.id, version, parsed.value);
  if (saved.kind === 'moved-on')
    return page(await clashPage(context, step, contact, choices, form.values), 409);
  return redirect(urls.contacts.one(child.id, contact.id), 'Saved: the contact');
}

async function savePlan(context: ChildContext, contact: Contact, form: Form) {
  const { tx, actor, child, today, now, page, redirect } = context;
  const choices = await contactChoices(tx, actor, child.id, today);
  const version = versionField.catch(0).parse(form.text('version'));
  const parsed = parseForm(planSchema(today), form);
  const errors = parsed.ok
    ? [...planProblems(parsed.value, now), ...choiceProblemsOf(parsed.value, contact, choices)]
    : parsed.errors;
  if (!parsed.ok || errors.length > 0)
    return page(formPage(context, 'edit', contact, choices, form.values, errors, version), 422);
  const saved = await replanContact(tx, actor, child.id, contact.id, version, parsed.value);
  if (saved.kind === 'moved-on')
    return page(await clashPage(context, 'edit', contact, choices, form.values), 409);
  return redirect(urls.contacts.list(child.id), plannedMessage(parsed.value));
}

// What the contact already holds may stay, though it is no longer offered: its worker may have left.
function choiceProblemsOf(
  input: { readonly type: string; readonly worker: string; readonly involvement: string },
  contact: Contact,
  choices: ContactChoices,
): FormError[] {
  return choiceProblems(input, choices).filter(
    ({ field }) =>
      !(field === 'worker' && input.worker === contact.worker_id) &&
      !(field === 'involvement' && input.involvement === contact.involvement_id),
  );
}

async function clashPage(
  context: ChildContext,
  step: Step,
  contact: Contact,
  choices: ContactChoices,
  typed: Typed,
) {
  const { tx, actor, child } = context;
  const [edit] = await contactEdits(tx, actor.serviceId, child.id, contact.id);
  const clash: Clash = {
    who: edit?.name ?? 'Somebody',
    when: edit ? formatInstant(edit.changed_at) : 'a moment ago',
    rows: differences(typedOf(contact), typed, choices),
  };
  return formPage(context, step, contact, choices, typed, [], contact.version, clash);
}

function formPage(
  { shell, child, today }: ChildContext,
  step: Step,
  contact: Contact,
  choices: ContactChoices,
  typed: Typed,
  errors: readonly FormError[],
  version: number,
  clash?: Clash,
) {
  const isPlan = step === 'edit' && contact.status === 'planned';
  const title = isPlan
    ? 'Move a planned contact'
    : step === 'outcome'
      ? 'What happened at the contact?'
      : 'Change a contact';
  const workers = choices.workers.some(({ id }) => id === contact.worker_id)
    ? choices.workers
    : [...choices.workers, { id: contact.worker_id, name: contact.worker_name }];
  return ContactFormPage({
    shell,
    child,
    today,
    title,
    lead:
      contact.status === 'recorded'
        ? 'What was written before is kept and shown with who changed it and when.'
        : '',
    action: pathOf[step](child.id, contact.id),
    fields: {
      ...choices,
      workers,
      involvements: involvementsWith(contact, choices),
      typed,
      errors,
    },
    kind: isPlan ? 'plan' : 'record',
    version,
    canPlanNext: step === 'outcome',
    ...(clash ? { clash } : {}),
    button: clash ? 'Save mine' : isPlan ? 'Move the contact' : 'Save the contact',
    back: { href: urls.contacts.one(child.id, contact.id), text: 'Back to the contact' },
  });
}

const involvementsWith = (contact: Contact, choices: ContactChoices) =>
  contact.involvement_id === null ||
  choices.involvements.some(({ id }) => id === contact.involvement_id)
    ? choices.involvements
    : [
        ...choices.involvements,
        { id: contact.involvement_id, label: contact.involvement_type ?? 'Earlier work' },
      ];
