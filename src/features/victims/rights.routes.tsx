import { formatDay } from '../../domain/calendar/day.ts';
import { newId } from '../../platform/db/new-id.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { day } from '../../record/day-field.tsx';
import type { Field } from '../../record/field.ts';
import { childForm } from '../../record/form-page.ts';
import { text } from '../../record/text-fields.tsx';
import { urls } from '../../urls.ts';
import { toVault, VaultForm } from './vault-frame.view.tsx';
import { closedWords } from './victim-words.ts';
import { openVault, type RightRow, rightsOf } from './victims.queries.ts';

async function subject(context: ChildContext) {
  const open = await openVault(context);
  return open && { ...open, rights: await rightsOf(context.tx, open.line.id) };
}

type Subject = NonNullable<Awaited<ReturnType<typeof subject>>>;

/** Of each right the day on which it was done, or why it was not. */
const fieldsOf = ({ rights }: Subject): Readonly<Record<string, Field<string | null>>> =>
  Object.fromEntries(
    rights.flatMap(({ code, label }) => [
      [
        `done-${code}`,
        day({ label: `${label}: on what day?`, says: `${label}: the day`, within: 'past' }),
      ],
      [`why-${code}`, text({ label: `${label}: or why not`, max: 500 })],
    ]),
  );

/** What the victim has a right to: the rights are reference data, and so are the form's fields. */
export const rightsRoutes = childForm({
  path: urls.victims.rights(':childId', ':victimId'),
  reads: 'victim.vault',
  fields: fieldsOf,
  subject,
  closed: ({ line }) => closedWords(line),
  begins: ({ rights }: Subject): Readonly<Record<string, string | null>> =>
    Object.fromEntries(
      rights.flatMap(({ code, done_on, not_done_reason }) => [
        [`done-${code}`, done_on],
        [`why-${code}`, not_done_reason],
      ]),
    ),
  save: async (context, { line, rights }, value) => {
    for (const right of rights) await keep(context, line.id, right, value);
    return { kind: 'saved' };
  },
  view: ({ context, subject: { line, rights }, form: { F, ...form } }) => (
    <VaultForm
      context={context}
      line={line}
      title="Their rights"
      form={form}
      button="Save their rights"
    >
      <p class="govuk-body">
        Give the day on which each was done, or why it was not. Leave blank what is still to do.
      </p>
      {rights.map((right) => (
        <section aria-labelledby={`right-${right.code}`}>
          <h2 class="govuk-heading-m" id={`right-${right.code}`}>
            {right.label}
          </h2>
          <p class="govuk-body">
            {right.description}. {right.due_on ? `Due ${formatDay(right.due_on)}. ` : ''}
            <span class="fh-quiet">
              {right.source}
              {right.confidence === 'confirmed' ? '' : ' (check locally)'}
            </span>
          </p>
          {F[`done-${right.code}`]?.({})}
          {F[`why-${right.code}`]?.({})}
        </section>
      ))}
    </VaultForm>
  ),
  done: ({ line }, _value, context) => toVault(context, line, 'Saved: their rights'),
});

// A right recorded again replaces what was there; one that is left blank stays as it is.
async function keep(
  { tx, actor, child }: ChildContext,
  lineId: string,
  right: RightRow,
  said: Readonly<Record<string, string | null>>,
): Promise<void> {
  const done_on = said[`done-${right.code}`] ?? null;
  const not_done_reason = done_on ? null : (said[`why-${right.code}`] ?? null);
  const isSame = right.done_on === done_on && right.not_done_reason === not_done_reason;
  if (isSame || (!done_on && !not_done_reason)) return;
  await tx
    .insertInto('victim_right')
    .values({
      service_id: actor.serviceId,
      id: newId(),
      child_id: child.id,
      victim_involvement_id: lineId,
      code: right.code,
      done_on,
      not_done_reason,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['service_id', 'victim_involvement_id', 'code'])
        .doUpdateSet({ done_on, not_done_reason }),
    )
    .execute();
}
