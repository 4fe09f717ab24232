import {
  arrestFaults,
  chargeEnds,
  chargeFaults,
  findings,
  hoCode,
  pleas,
} from '../../domain/orders/charge.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { isId } from '../../platform/http/is-id.ts';
import type { Route } from '../../platform/http/route.ts';
import { choice } from '../../record/choice-fields.tsx';
import { day } from '../../record/day-field.tsx';
import { FormBox } from '../../record/form-box.tsx';
import { rowPage } from '../../record/row-page.tsx';
import { addRow, changeRow } from '../../record/rows.ts';
import { backTo } from '../../record/rows-page.tsx';
import { longText, text } from '../../record/text-fields.tsx';
import { urls } from '../../urls.ts';
import { chargeFields } from './add-charge.routes.tsx';
import { chargeItem, choicesOf, writesCourt } from './charge-words.ts';
import { type Charge, chargesOf } from './charges.queries.ts';
import { type HearingResult, resultNamed } from './results.queries.ts';

const fields = {
  plea: choice(choicesOf(pleas), { label: 'What is the plea?', says: 'Plea', as: 'small-radios' }),
  plea_on: day({ label: 'On which day?', says: 'The day of the plea', within: 'past' }),
  finding: choice(choicesOf(findings), {
    label: 'What did the court find?',
    says: 'Finding',
    hint: 'After a plea of guilty: guilty, on the day of the plea.',
    as: 'small-radios',
  }),
  found_on: day({ label: 'On which day?', says: 'The day of the finding', within: 'past' }),
  ...chargeFields,
};

const row = async ({ tx, child, param }: ChildContext) =>
  isId(param('chargeId'))
    ? (await chargesOf(tx, child.id)).find(({ id }) => id === param('chargeId'))
    : undefined;
const ended = ({ standing }: Charge) =>
  standing === 'charged'
    ? []
    : [
        {
          field: 'version',
          message: 'This charge no longer stands. Record a new charge if the court has one',
        },
      ];
const common = {
  writes: writesCourt,
  row,
  item: chargeItem,
  refuses: ended,
} as const;

const one = rowPage<Charge, typeof fields>({
  ...common,
  path: urls.court.charge(':childId', ':chargeId'),
  words: { title: 'Charge', saved: 'Saved: the charge', button: 'Save the charge' },
  fields,
  back: (_charge, childId) => backTo('Charges', urls.court.charges(childId)),
  body: (charge, form, { child }) => {
    const { F } = form;
    if (!form.mayWrite || (charge.standing !== 'charged' && form.faults.length === 0)) return null;
    return (
      <>
        <FormBox form={form} button="Save the charge">
          <h2 class="govuk-heading-m">Plea and finding</h2>
          <F.plea />
          <F.plea_on label="The day of the plea" />
          <F.finding />
          <F.found_on label="The day of the finding" />
          <h2 class="govuk-heading-m">The charge</h2>
          <F.charged_on />
          <F.arrested_on />
          <F.charged_by />
          <F.wording />
          <F.ho_code />
        </FormBox>
        <p class="govuk-body fh-no-print">
          <a class="govuk-link" href={urls.court.endCharge(child.id, charge.id)}>
            It was reduced, withdrawn or discontinued
          </a>
        </p>
      </>
    );
  },
  rules: (value) => [...chargeFaults(value), ...arrestFaults(value)],
  save: ({ tx }, charge, { ho_code, ...value }) =>
    changeRow(tx, 'charge', charge, { ...value, ho_code: ho_code && hoCode(ho_code) }),
});

const ends = {
  standing: choice(choicesOf(chargeEnds), {
    label: 'What became of it?',
    required: 'Choose what became of the charge',
  }),
  standing_on: day({
    label: 'On which day?',
    says: 'The day',
    required: 'Enter the day',
    within: 'past',
  }),
  standing_reason: longText({
    label: 'Why?',
    hint: 'What the prosecution or the court said',
    says: 'Why',
    required: 'Say why, or that no reason was given',
    max: 2000,
    rows: 3,
  }),
  wording: text({
    label: 'If it was reduced: what is the charge now?',
    says: 'The charge now',
    max: 2000,
  }),
  ho_code: chargeFields.ho_code,
};

type Ending = Charge & { readonly result: HearingResult | undefined };

const end = rowPage<Ending, typeof ends>({
  ...common,
  row: async (context) => {
    const charge = await row(context);
    return (
      charge && {
        ...charge,
        result: await resultNamed(context.tx, context.child.id, context.query('result')),
      }
    );
  },
  path: urls.court.endCharge(':childId', ':chargeId'),
  words: {
    title: 'The charge no longer stands',
    saved: 'Saved: what became of the charge',
    button: 'Save',
  },
  fields: ends,
  // As the court said it, when a result of a hearing led here.
  stored: ({ result }) =>
    result?.leads === 'withdrawn' || result?.leads === 'discontinued'
      ? {
          standing: result.leads,
          standing_on: result.listed_on,
          standing_reason: result.words ?? `${result.label}, in court`,
        }
      : {},
  back: (charge, childId) => ({ href: urls.court.charge(childId, charge.id), text: 'Back' }),
  to: urls.court.charges,
  rules: ({ standing, standing_on, wording }, { charged_on }) => [
    ...(standing_on < charged_on
      ? [{ field: 'standing_on-day', message: 'The day must be that of the charge or later' }]
      : []),
    ...(standing === 'reduced' && !wording
      ? [{ field: 'wording', message: 'Enter what the charge is now' }]
      : []),
    ...(standing !== 'reduced' && wording
      ? [{ field: 'wording', message: 'Only a charge that was reduced has a new one: clear this' }]
      : []),
  ],
  save: async ({ tx, actor, child }, charge, { wording, ho_code, ...value }) => {
    const saved = await changeRow(tx, 'charge', charge, value);
    if (saved.kind !== 'saved' || !wording) return saved;
    await addRow(tx, actor, 'charge', {
      child_id: child.id,
      offence_id: charge.offence_id,
      instead_of: charge.id,
      charged_on: value.standing_on,
      charged_by: charge.charged_by,
      wording,
      ho_code: ho_code && hoCode(ho_code),
    });
    return saved;
  },
});

export const chargeRoutes: readonly Route[] = [...one, ...end];
