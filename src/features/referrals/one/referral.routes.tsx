import { can } from '../../../domain/access/can.ts';
import { mayWriteContacts } from '../../../domain/contacts/may-write-contacts.ts';
import { childRoute, pageRoute, type Route } from '../../../platform/http/route.ts';
import { correctionsOf } from '../../../record/correction-rows.ts';
import { listsOf, wordsOf } from '../../../record/fields.ts';
import { optionsFor } from '../../../record/options.ts';
import { urls } from '../../../urls.ts';
import { correctReferralRoutes } from './correct.routes.tsx';
import { CreatePage } from './create.view.tsx';
import { logRoutes } from './log.routes.tsx';
import { nextToTriage, referralOf, referralsOf } from './referral.queries.ts';
import { ReferralPage } from './referral.view.tsx';
import { referralFields } from './referral-fields.ts';
import { ReferralsPage } from './referrals-list.view.tsx';
import { mayTakeOff, takeOffReferralRoutes } from './take-off.routes.ts';
import { triageFields } from './triage-fields.ts';

const said = { ...referralFields, ...triageFields };

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
          corrections: await correctionsOf(tx, child.id, 'referral'),
          mayAdd: can(actor, 'referral.create'),
          seesContacts: can(actor, 'contact.view'),
        }),
      ),
  }),
  ...logRoutes,
  ...correctReferralRoutes,
  ...takeOffReferralRoutes,
  childRoute({
    method: 'get',
    path: urls.referrals.one(':childId', ':referralId'),
    permission: 'referral.view',
    audit: 'view',
    handle: async (context) => {
      const { tx, actor, child, shell, today, page, notFound } = context;
      const referral = await referralOf(context);
      if (!referral) return notFound();
      const options = await optionsFor(tx, listsOf(said), { ways: [] });
      const words = wordsOf(said, { ...referral, offences: null }, options);
      const may = {
        triage: can(actor, 'referral.triage'),
        allocate: can(actor, 'child.allocate'),
        seeContacts: can(actor, 'contact.view'),
        recordContact: mayWriteContacts(actor, child),
        correct: can(actor, 'referral.create') && mayTakeOff(referral),
      };
      const corrections = await correctionsOf(tx, child.id, 'referral');
      const isTriaged =
        may.triage && referral.triaged_on !== null && referral.state !== 'allocated';
      const next = isTriaged ? await nextToTriage(tx, actor.serviceId) : null;
      return page(ReferralPage({ shell, child, today, referral, words, may, corrections, next }));
    },
  }),
];
