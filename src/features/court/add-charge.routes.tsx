import { arrestFaults, chargers, hoCode } from '../../domain/orders/charge.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import type { Route } from '../../platform/http/route.ts';
import { ChildFrame } from '../../record/child-frame.tsx';
import { choice, code } from '../../record/choice-fields.tsx';
import { day } from '../../record/day-field.tsx';
import { FormBox } from '../../record/form-box.tsx';
import { childForm } from '../../record/form-page.ts';
import { addRow } from '../../record/rows.ts';
import { backTo, mayWrite } from '../../record/rows-page.tsx';
import { longText, text } from '../../record/text-fields.tsx';
import { urls } from '../../urls.ts';
import { choicesOf, writesCourt } from './charge-words.ts';
import { findCodes, unchargedOffences } from './charges.queries.ts';

const mostFound = 20;
const back = (childId: string) => backTo('Charges', urls.court.charges(childId));
const may = (context: ChildContext) => mayWrite(writesCourt, context);

/** The code of a charge, as boxes of a form ask for it. */
export const chargeFields = {
  charged_on: day({
    label: 'When was the child charged?',
    says: 'The day of the charge',
    required: 'Enter the day of the charge',
    within: 'past',
  }),
  arrested_on: day({
    label: 'When were they arrested, or interviewed, for it?',
    says: 'The day of the arrest',
    hint: 'Leave blank when it is not known',
    within: 'past',
  }),
  charged_by: choice(choicesOf(chargers), {
    label: 'Who charged them?',
    required: 'Choose who charged them, or that it is not known yet',
    as: 'small-radios',
  }),
  wording: longText({
    label: 'What is the charge?',
    hint: 'In the words of the charge sheet',
    says: 'The charge',
    required: 'Enter what the charge is',
    max: 2000,
    rows: 3,
  }),
  ho_code: text({
    label: 'Home Office code, if it is known',
    hint: 'Like 008/26. One that is not in the list is kept too.',
    says: 'Home Office code',
    width: 'one-quarter',
    max: 20,
  }),
};

/** Which offence the page is asked for, among those without a charge. */
const asked = async ({ tx, child, query }: ChildContext) => {
  const offences = await unchargedOffences(tx, child.id);
  return { offences, offence: offences.find(({ id }) => id === query('offence')) };
};

/** Which code an offence has: looked for by words, before the charge is written. */
const codeRoutes = childForm({
  path: urls.court.chargeCode(':childId'),
  tab: { under: urls.court.charges(':childId') },
  reads: writesCourt.permission,
  mayWrite: may,
  fields: {
    words: text({
      label: 'Words of the charge, or a code',
      hint: 'For example: blade in a public place, or 008/26',
      required: 'Enter some words of the charge, or a code',
      max: 200,
    }),
    offence: text({ label: 'Offence' }),
  },
  subject: async (context) => {
    const { offence } = await asked(context);
    const words = offence?.description ?? '';
    return {
      offenceId: offence?.id ?? '',
      words,
      found: may(context) ? await findCodes(context.tx, words, mostFound) : undefined,
    };
  },
  begins: ({ words, offenceId }) => ({ words, offence: offenceId }),
  looks: async ({ tx }, _subject, { words, offence }) => ({
    offenceId: offence ?? '',
    words,
    found: await findCodes(tx, hoCode(words), mostFound),
  }),
  save: async () => ({ kind: 'saved' }),
  view: ({
    context,
    subject: { found = [], offenceId, words },
    form: {
      F: { words: Words },
      ...form
    },
  }) => {
    const childId = context.child.id;
    return (
      <ChildFrame
        context={context}
        title="Which Home Office code?"
        faults={form.faults}
        back={back(childId)}
      >
        <p class="govuk-body">
          Find the offence in the Home Office’s list, and the charge begins with its code.{' '}
          <a class="govuk-link" href={urls.court.addCharge(childId, { offence: offenceId })}>
            Go on without a code
          </a>
          , if it is not in the list or not known yet.
        </p>
        <FormBox form={form} button="Find">
          <Words />
          <input type="hidden" name="offence" value={offenceId} />
        </FormBox>
        {found.length > 0 ? (
          <section>
            <h2 class="govuk-heading-m">
              {found.length < mostFound ? 'Found' : `The ${mostFound} that fit best`}
            </h2>
            <ul class="govuk-list govuk-list--spaced">
              {found.map(({ code: found, label, category }) => (
                <li>
                  <a
                    class="govuk-link"
                    href={urls.court.addCharge(childId, { offence: offenceId, code: found })}
                  >
                    {found} {label}
                  </a>
                  <div class="fh-quiet">{category}</div>
                </li>
              ))}
            </ul>
          </section>
        ) : words ? (
          <p class="govuk-body">Nothing in the list has these words. Try fewer, or other ones.</p>
        ) : null}
      </ChildFrame>
    );
  },
  done: (_subject, _value, { child }) => ({ to: urls.court.charges(child.id), message: '' }),
});

const newFields = {
  offence_id: code('offences', {
    label: 'For which offence on the record?',
    says: 'Offence',
    empty: 'One that is not on the record yet',
  }),
  offence_on: day({
    label: 'If it is not on the record: the day of the offence',
    says: 'The day of the offence',
    hint: 'Leave blank when it is not known',
    within: 'past',
  }),
  ...chargeFields,
};

const newRoutes = childForm({
  path: urls.court.addCharge(':childId'),
  tab: { under: urls.court.charges(':childId') },
  reads: writesCourt.permission,
  mayWrite: may,
  fields: newFields,
  subject: asked,
  options: (_context, { offences }) => ({
    offences: offences.map(({ id, description }) => ({ value: id, text: description })),
  }),
  begins: ({ offence }, { query }) => ({
    offence_id: offence?.id ?? null,
    wording: offence?.description ?? null,
    ho_code: query('code') || null,
  }),
  rules: ({ offence_id, offence_on, charged_on, arrested_on }, { offences }) => {
    const offenceDay = offence_id
      ? (offences.find(({ id }) => id === offence_id)?.offence_on ?? null)
      : offence_on;
    const early = {
      field: 'charged_on-day',
      message: 'The day of the charge must be the day of the offence or later',
    };
    return [
      ...(offenceDay && charged_on < offenceDay ? [early] : []),
      ...arrestFaults({ charged_on, arrested_on }),
    ];
  },
  save: async ({ tx, actor, child }, _subject, { offence_id, offence_on, ho_code, ...charge }) => {
    const added = { child_id: child.id, description: charge.wording, offence_on };
    const known = { offence_on_status: offence_on ? ('known' as const) : ('unknown' as const) };
    const offence = offence_id ?? (await addRow(tx, actor, 'offence', { ...added, ...known }));
    const id = await addRow(tx, actor, 'charge', {
      child_id: child.id,
      offence_id: offence,
      ho_code: ho_code && hoCode(ho_code),
      ...charge,
    });
    return { kind: 'saved', id };
  },
  view: ({ context, form: { F, ...form } }) => (
    <ChildFrame
      context={context}
      title="Record a charge"
      faults={form.faults}
      back={back(context.child.id)}
    >
      <FormBox form={form} button="Record the charge">
        <F.offence_id />
        <F.offence_on />
        <F.charged_on />
        <F.arrested_on />
        <F.charged_by />
        <F.wording />
        <F.ho_code />
      </FormBox>
    </ChildFrame>
  ),
  done: (_subject, _value, { child }) => ({
    to: urls.court.charges(child.id),
    message: 'Saved: the charge',
  }),
});

export const addChargeRoutes: readonly Route[] = [...codeRoutes, ...newRoutes];
