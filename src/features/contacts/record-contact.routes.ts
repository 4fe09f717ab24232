import { mayWriteContacts } from '../../domain/contacts/may-write-contacts.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { type FormError, parseForm } from '../../platform/http/parse-form.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import type { Typed } from '../../ui/layout/fields.tsx';
import { urls } from '../../urls.ts';
import { type ContactChoices, contactChoices } from './contact-fields.queries.ts';
import { recordProblems, recordSchema } from './contact-form.ts';
import { ContactFormPage } from './contact-form.view.tsx';
import { recordContact } from './record-contact.ts';
import { typedFromBeginning } from './typed-contact.ts';

export const recordContactRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.contacts.record(':childId'),
    permission: 'contact.write',
    audit: 'view',
    handle: async (context) => {
      const { tx, actor, child, today, notFound, page } = context;
      if (!mayWriteContacts(actor, child)) return notFound();
      const choices = await contactChoices(tx, actor, child.id, today);
      const typed = typedFromBeginning(choices.beginning, today, actor.staffId);
      return page(recordPage(context, choices, typed, []));
    },
  }),
  childRoute({
    method: 'post',
    path: urls.contacts.record(':childId'),
    permission: 'contact.write',
    audit: 'change',
    handle: async (context) => {
      const { tx, actor, child, today, now, notFound, page, redirect } = context;
      if (!mayWriteContacts(actor, child)) return notFound();
      const form = await context.form();
      const choices = await contactChoices(tx, actor, child.id, today);
      const parsed = parseForm(recordSchema(today), form);
      const errors = parsed.ok
        ? [
            ...recordProblems(parsed.value, choices.rules, now),
            ...choiceProblems(parsed.value, choices),
          ]
        : parsed.errors;
      if (!parsed.ok || errors.length > 0)
        return page(recordPage(context, choices, form.values, errors), 422);
      await recordContact(tx, actor, child.id, parsed.value);
      return redirect(
        urls.contacts.list(child.id),
        parsed.value.nextOn ? 'Saved: the contact, and the next one planned' : 'Saved: the contact',
      );
    },
  }),
];

function recordPage(
  { shell, child, today }: ChildContext,
  choices: ContactChoices,
  typed: Typed,
  errors: readonly FormError[],
) {
  return ContactFormPage({
    shell,
    child,
    today,
    title: 'Record a contact',
    action: urls.contacts.record(child.id),
    fields: { ...choices, typed, errors },
    kind: 'record',
    canPlanNext: true,
    button: 'Save the contact',
    back: { href: urls.contacts.list(child.id), text: 'Back to contacts' },
  });
}

/** Choices that a form offered but the lists do not hold, such as work that has ended meanwhile. */
export function choiceProblems(
  input: { readonly type: string; readonly worker: string; readonly involvement: string },
  choices: ContactChoices,
): FormError[] {
  const errors: FormError[] = [];
  if (!choices.types.some(({ code }) => code === input.type))
    errors.push({ field: 'type', message: 'Choose what kind of contact it was' });
  if (!choices.workers.some(({ id }) => id === input.worker))
    errors.push({ field: 'worker', message: 'Choose whose contact it was' });
  if (input.involvement && !choices.involvements.some(({ id }) => id === input.involvement))
    errors.push({ field: 'involvement', message: 'Choose a piece of work that is still open' });
  return errors;
}
