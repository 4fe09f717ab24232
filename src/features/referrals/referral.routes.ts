import { z } from 'zod';
import { can } from '../../domain/access/can.ts';
import { mayWriteContacts } from '../../domain/contacts/may-write-contacts.ts';
import { type Code, choicesOf, labelOf } from '../../domain/reference/codes.ts';
import { ageFaults } from '../../domain/referrals/judge-facts.ts';
import { agenciesFitting, referringAgencies } from '../../domain/referrals/who-refers.ts';
import { codeLists } from '../../platform/db/codes.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { isId } from '../../platform/http/is-id.ts';
import {
  optionalDay,
  optionalText,
  parseForm,
  requiredChoice,
  requiredDay,
  requiredText,
} from '../../platform/http/parse-form.ts';
import { childRoute, pageRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { addReferral } from './add-referral.ts';
import { CreatePage } from './create.view.tsx';
import { referralOne, referralsOf } from './referral.queries.ts';
import { ReferralPage } from './referral.view.tsx';
import { ReferralFormPage } from './referral-form.view.tsx';
import { ReferralsPage } from './referrals-list.view.tsx';

const known = (codes: readonly Code[], required: string) =>
  requiredText(required, 60).refine((code) => codes.some((each) => each.code === code), required);

const listed = (codes: readonly Code[]) => codes.map(({ label }) => label).join(' or ');

const form = (today: string, sources: readonly Code[], agencies: readonly Code[]) =>
  z
    .object({
      source: known(sources, 'Say how it came'),
      agency: known(agencies, 'Say which agency refers'),
      reference: optionalText(60),
      officer: optionalText(200),
      referred: requiredDay({
        label: 'The date referred',
        required: 'Enter the date referred',
        notAfter: today,
      }),
      offences: optionalText(4000),
      offence: optionalDay({ label: 'The date of the offence', notAfter: today }),
      outcome: optionalText(60),
      admission: requiredChoice(
        ['yes', 'no', 'no-comment', 'unknown', 'not-asked'],
        'Say whether the child admits it, or that it is not known',
      ),
      victim: requiredChoice(['yes', 'no', 'unknown'], 'Say whether somebody was harmed'),
      consents: requiredChoice(
        ['yes', 'no', 'unknown'],
        'Say whether the victim agrees, or that it is not known',
      ),
      detail: optionalText(),
    })
    .superRefine(({ source, agency }, context) => {
      const from = sources.find(({ code }) => code === source);
      const fitting = agenciesFitting(from, agencies);
      if (from && !fitting.some(({ code }) => code === agency))
        context.addIssue({
          code: 'custom',
          path: ['agency'],
          message: `“${from.label}” comes from ${listed(fitting)}: change one of the two`,
        });
    })
    .refine(({ offence, referred }) => offence === null || offence <= referred, {
      path: ['offence'],
      message: 'The date of the offence must be on or before the date referred',
    })
    .refine(({ offences, detail }) => offences !== null || detail !== null, {
      path: ['detail'],
      message: 'Enter the offences, or why they refer',
    });

/** Referrals of one child: seen, and logged by hand. */
export const referralRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.referrals.create,
    tab: { section: 'intake', text: 'New referral' },
    permission: 'referral.create',
    audit: 'none',
    handle: ({ shell, page }) => page(CreatePage({ shell })),
  }),
  childRoute({
    method: 'get',
    path: urls.referrals.forChild(':childId'),
    tab: { room: 'work', text: 'Referrals', place: 1 },
    permission: 'referral.view',
    audit: 'view',
    handle: async ({ tx, actor, child, shell, today, page }) =>
      page(
        ReferralsPage({
          shell,
          child,
          today,
          referrals: await referralsOf(tx, actor.serviceId, child.id),
          mayAdd: can(actor, 'referral.create'),
          seesContacts: can(actor, 'contact.view'),
        }),
      ),
  }),
  childRoute({
    method: 'get',
    path: urls.referrals.createForChild(':childId'),
    permission: 'referral.create',
    audit: 'view',
    handle: async (context) => {
      return drawForm(context, await lists(context), { errors: [], typed: {} });
    },
  }),
  childRoute({
    method: 'post',
    path: urls.referrals.createForChild(':childId'),
    permission: 'referral.create',
    audit: 'change',
    handle: async (context) => {
      const { tx, actor, child, today, redirect } = context;
      const codes = await lists(context);
      const fields = await context.form();
      const parsed = parseForm(
        form(today, codes.referral_source, referringAgencies(codes.agency)),
        fields,
      );
      if (!parsed.ok)
        return drawForm(context, codes, { errors: parsed.errors, typed: fields.values }, 422);
      const { value } = parsed;
      const tooYoungOrOld =
        value.offence || value.offences
          ? ageFaults({ ...child, offenceDate: value.offence, referredOn: value.referred })
          : [];
      if (tooYoungOrOld.length > 0) {
        const errors = tooYoungOrOld.map((message) => ({ field: 'offence-day', message }));
        return drawForm(context, codes, { errors, typed: fields.values }, 422);
      }
      const made = await addReferral(
        tx,
        actor,
        child.id,
        {
          source: value.source,
          agency: value.agency,
          reference: value.reference,
          referredOn: value.referred,
          officer: value.officer,
          offences: value.offences,
          offenceDate: value.offence,
          proposedOutcome: value.outcome,
          admission: value.admission,
          hasVictim: value.victim,
          victimConsents: value.consents,
          detail: value.detail,
        },
        today,
      );
      if (made.kind === 'known') {
        const message = `This child has a referral with the reference ${value.reference} already: open that one, or check the reference`;
        return drawForm(
          context,
          codes,
          { errors: [{ field: 'reference', message }], typed: fields.values },
          422,
        );
      }
      return redirect(
        urls.referrals.one(child.id, made.id),
        'The referral is logged and waits for triage.',
      );
    },
  }),
  childRoute({
    method: 'get',
    path: urls.referrals.one(':childId', ':referralId'),
    permission: 'referral.view',
    audit: 'view',
    handle: async ({ tx, actor, child, shell, today, page, param, notFound }) => {
      const id = param('referralId');
      const referral = isId(id) ? await referralOne(tx, actor.serviceId, child.id, id) : null;
      if (!referral) return notFound();
      const codes = await codeLists(tx, [
        'referral_source',
        'agency',
        'outcome',
        'referral_pathway',
      ]);
      return page(
        ReferralPage({
          shell,
          child,
          today,
          referral,
          words: {
            source: labelOf(codes.referral_source, referral.source),
            agency: labelOf(codes.agency, referral.agency),
            outcome: labelOf(codes.outcome, referral.proposed_outcome),
            pathway: labelOf(codes.referral_pathway, referral.pathway),
          },
          may: {
            triage: can(actor, 'referral.triage'),
            allocate: can(actor, 'child.allocate'),
            seeContacts: can(actor, 'contact.view'),
            recordContact: mayWriteContacts(actor, child),
          },
        }),
      );
    },
  }),
];

const lists = ({ tx }: ChildContext) => codeLists(tx, ['referral_source', 'agency', 'outcome']);

function drawForm(
  { shell, child, today, page }: ChildContext,
  codes: Awaited<ReturnType<typeof lists>>,
  state: Pick<Parameters<typeof ReferralFormPage>[0], 'errors' | 'typed'>,
  status: 200 | 422 = 200,
) {
  return page(
    ReferralFormPage({
      shell,
      child,
      today,
      sources: choicesOf(codes.referral_source),
      agencies: choicesOf(referringAgencies(codes.agency)),
      outcomes: choicesOf(codes.outcome),
      ...state,
    }),
    status,
  );
}
