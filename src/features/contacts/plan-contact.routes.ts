import { formatClock } from '../../domain/calendar/british-time.ts';
import { formatDay, weekdayOf } from '../../domain/calendar/day.ts';
import { isSchoolTime } from '../../domain/contacts/clock.ts';
import { mayWriteContacts } from '../../domain/contacts/may-write-contacts.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { type FormError, parseForm } from '../../platform/http/parse-form.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import type { Typed } from '../../ui/layout/fields.tsx';
import { urls } from '../../urls.ts';
import { type ContactChoices, contactChoices } from './contact-fields.queries.ts';
import { instantOf, type PlanInput, planSchema } from './contact-form.ts';
import { ContactFormPage } from './contact-form.view.tsx';
import { choiceProblems } from './record-contact.routes.ts';
import { planContact } from './record-contact.ts';
import { typedFromBeginning } from './typed-contact.ts';

export const planContactRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.contacts.plan(':childId'),
    permission: 'contact.write',
    audit: 'view',
    handle: async (context) => {
      const { tx, actor, child, today, notFound, page } = context;
      if (!mayWriteContacts(actor, child)) return notFound();
      const choices = await contactChoices(tx, actor, child.id, today);
      const {
        'on-day': _d,
        'on-month': _m,
        'on-year': _y,
        ...typed
      } = typedFromBeginning(choices.beginning, today, actor.staffId);
      return page(planPage(context, choices, typed, []));
    },
  }),
  childRoute({
    method: 'post',
    path: urls.contacts.plan(':childId'),
    permission: 'contact.write',
    audit: 'change',
    handle: async (context) => {
      const { tx, actor, child, today, now, notFound, page, redirect } = context;
      if (!mayWriteContacts(actor, child)) return notFound();
      const form = await context.form();
      const choices = await contactChoices(tx, actor, child.id, today);
      const parsed = parseForm(planSchema(today), form);
      const errors = parsed.ok
        ? [...planProblems(parsed.value, now), ...choiceProblems(parsed.value, choices)]
        : parsed.errors;
      if (!parsed.ok || errors.length > 0)
        return page(planPage(context, choices, form.values, errors), 422);
      await planContact(tx, actor, child.id, parsed.value);
      return redirect(urls.contacts.list(child.id), plannedMessage(parsed.value));
    },
  }),
];

/** What is wrong with a planned time: gone by, or skipped by the clocks. */
export function planProblems(input: PlanInput, now: Date): FormError[] {
  const at = instantOf(input.on, input.at);
  if (!at) return [{ field: 'at', message: 'The clocks go forward over this time: enter another' }];
  return at > now
    ? []
    : [{ field: 'at', message: 'The time must be in the future: record it if it has happened' }];
}

/** Says when it is, and warns when that is in school time. */
export function plannedMessage(input: PlanInput): string {
  const when = `${formatDay(input.on)} at ${formatClock(input.at)}`;
  return isSchoolTime(input.at, weekdayOf(input.on))
    ? `Planned for ${when}. That is in school time: check that the child is not missing lessons`
    : `Planned for ${when}`;
}

function planPage(
  { shell, child, today }: ChildContext,
  choices: ContactChoices,
  typed: Typed,
  errors: readonly FormError[],
) {
  return ContactFormPage({
    shell,
    child,
    today,
    title: 'Plan a contact',
    action: urls.contacts.plan(child.id),
    fields: { ...choices, typed, errors },
    kind: 'plan',
    button: 'Plan the contact',
    back: { href: urls.contacts.list(child.id), text: 'Back to contacts' },
  });
}
