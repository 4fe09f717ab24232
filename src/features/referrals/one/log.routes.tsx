import type { FormFault } from '../../../domain/form-fault.ts';
import { type Code, choicesOf } from '../../../domain/reference/codes.ts';
import { ageFaults } from '../../../domain/referrals/judge-facts.ts';
import { agenciesFitting, referringAgencies } from '../../../domain/referrals/who-refers.ts';
import { codeLists } from '../../../platform/db/codes.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import type { ValuesOf } from '../../../record/field.ts';
import { FormBox } from '../../../record/form-box.tsx';
import { childForm } from '../../../record/form-page.ts';
import { ChildPage } from '../../../ui/layout/child-page.tsx';
import { urls } from '../../../urls.ts';
import { addReferral } from './add-referral.ts';
import { referralFields } from './referral-fields.ts';

type Senders = { readonly sources: readonly Code[]; readonly agencies: readonly Code[] };
type Value = ValuesOf<typeof referralFields>;

const listed = (codes: readonly Code[]) => codes.map(({ label }) => label).join(' or ');

/** What is wrong with who refers in this way; an agency that cannot have sent it so. */
export function agencyFaults(
  value: Pick<Value, 'source' | 'agency'>,
  sources: readonly Code[],
  agencies: readonly Code[],
): readonly FormFault[] {
  const from = sources.find(({ code }) => code === value.source);
  const fitting = agenciesFitting(from, agencies);
  return !from || fitting.some(({ code }) => code === value.agency)
    ? []
    : [
        {
          field: 'agency',
          message: `“${from.label}” comes from ${listed(fitting)}: change one of the two`,
        },
      ];
}

function rules(value: Value, { sources, agencies }: Senders, { child }: ChildContext) {
  const { offences, offence_on, referred_on } = value;
  const faults: FormFault[] = [...agencyFaults(value, sources, agencies)];
  if (offence_on !== null && offence_on > referred_on)
    faults.push({
      field: 'offence_on-day',
      message: 'The date of the offence must be on or before the date referred',
    });
  else if (offence_on || offences)
    for (const message of ageFaults({ ...child, offenceDate: offence_on, referredOn: referred_on }))
      faults.push({ field: 'offence_on-day', message });
  if (!offences && !value.detail)
    faults.push({ field: 'detail', message: 'Enter the offences, or why they refer' });
  return faults;
}

/** A referral that is logged by hand. */
export const logRoutes = childForm({
  path: urls.referrals.createForChild(':childId'),
  reads: 'referral.create',
  fields: referralFields,
  subject: async ({ tx }): Promise<Senders> => {
    const codes = await codeLists(tx, ['referral_source', 'agency']);
    return { sources: codes.referral_source, agencies: referringAgencies(codes.agency) };
  },
  options: (_context, { sources, agencies }) => ({
    referral_source: choicesOf(sources),
    agency: choicesOf(agencies),
  }),
  begins: (_senders, { today }) => ({
    referred_on: today,
    admission: 'not-asked',
    has_victim: 'unknown',
    victim_consents: 'unknown',
  }),
  rules,
  save: async ({ tx, actor, child, today }, _senders, value) => {
    const made = await addReferral(tx, actor, child.id, value, today);
    if (made.kind === 'made') return { kind: 'saved', id: made.id };
    return [
      {
        field: 'reference',
        message: `This child has a referral with the reference ${value.reference} already: open that one, or check the reference`,
      },
    ];
  },
  view: ({ shell, today, form: { F, ...form }, context: { child } }) => (
    <ChildPage
      title="Log a referral"
      shell={shell}
      child={child}
      today={today}
      errors={form.faults}
      back={{ href: urls.referrals.forChild(child.id), text: 'Referrals' }}
    >
      <h1 class="govuk-heading-l">Log a referral</h1>
      <FormBox form={form} button="Log the referral">
        <h2 class="govuk-heading-m">Who refers</h2>
        <F.source />
        <F.agency />
        <F.reference />
        <F.officer />
        <F.referred_on />
        <h2 class="govuk-heading-m">What happened</h2>
        <F.offences />
        <F.offence_on />
        <F.proposed_outcome empty="None proposed" />
        <F.admission />
        <F.has_victim />
        <F.victim_consents />
        <F.detail />
      </FormBox>
    </ChildPage>
  ),
  done: (_senders, _value, { child }, id) => ({
    to: urls.referrals.one(child.id, id),
    message: 'The referral is logged and waits for triage.',
  }),
});
