import type { ChildContext } from '../../../platform/http/context.ts';
import type { ValuesOf } from '../../../record/field.ts';
import { FormBox } from '../../../record/form-box.tsx';
import { childForm } from '../../../record/form-page.ts';
import { changeRow } from '../../../record/rows.ts';
import { ChildPage } from '../../../ui/layout/child-page.tsx';
import { urls } from '../../../urls.ts';
import {
  aroundReferral,
  liveInvolvements,
  type Referral,
  referralMovedOn,
  referralOf,
} from './referral.queries.ts';
import { triageFields } from './triage-fields.ts';
import { TriageKnown } from './triage-known.view.tsx';

const isKnife = ({ offences }: Referral) => offences.some(({ knife }) => knife);

// Triage may be done again until a worker is allocated; after that the referral has moved on.
async function subject(context: ChildContext) {
  const referral = await referralOf(context);
  if (!referral) return undefined;
  if (!['received', 'awaiting-allocation', 'signposted'].includes(referral.state))
    referralMovedOn(
      context,
      referral,
      'A worker has this referral now, and its triage stays as it is',
    );
  const live = await liveInvolvements(context.tx, context.actor.serviceId, context.child.id);
  return { referral, live, ...(await aroundReferral(context, referral)) };
}

type Subject = NonNullable<Awaited<ReturnType<typeof subject>>>;

const wayOf = ({ pathway, closed_reason }: Referral) =>
  pathway ? 'accept' : closed_reason ? 'signpost' : null;

function rules(
  { way, pathway, closed_reason }: ValuesOf<typeof triageFields>,
  { referral }: Subject,
) {
  if (way === 'signpost' && isKnife(referral))
    return [
      {
        field: 'way',
        message: 'A child with a knife offence is always accepted: choose a pathway',
      },
    ];
  if (way === 'accept' && !pathway)
    return [{ field: 'pathway', message: 'Choose the pathway on which the child is accepted' }];
  if (way === 'signpost' && !closed_reason)
    return [{ field: 'closed_reason', message: 'Say where the child is signposted to' }];
  return [];
}

/** Triage: what is known at a glance, the screen, and the way on. */
export const triageRoutes = childForm({
  path: urls.referrals.triage(':childId', ':referralId'),
  reads: 'referral.triage',
  fields: triageFields,
  lists: ['involvement_type'],
  subject,
  stored: ({ referral }) => ({ ...referral, way: wayOf(referral) }),
  options: (_context, { referral }) => ({
    ways: [
      { value: 'accept', text: 'Accept the child' },
      {
        value: 'signpost',
        text: 'Signpost to somebody else',
        hint: 'The referral ends here, with the reason',
        past: isKnife(referral),
      },
    ],
  }),
  rules,
  save: async ({ tx, actor, today }, { referral }, { way, pathway, closed_reason, ...screen }) => {
    if (referral.state === 'signposted') return { kind: 'moved-on' };
    const isSignposted = way === 'signpost';
    return changeRow(tx, 'referral', referral, {
      ...screen,
      triaged_on: today,
      triaged_by: actor.staffId,
      state: isSignposted ? 'signposted' : 'awaiting-allocation',
      pathway: isSignposted ? null : pathway,
      closed_on: isSignposted ? today : null,
      closed_reason: isSignposted ? closed_reason : null,
    });
  },
  view: ({
    shell,
    today,
    subject: { referral, live, home, proposed },
    form: { F, ...form },
    context: { child },
  }) => (
    <ChildPage
      title="Triage"
      shell={shell}
      child={child}
      today={today}
      errors={form.faults}
      back={{ href: urls.referrals.one(child.id, referral.id), text: 'Referral' }}
    >
      <h1 class="govuk-heading-l">Triage</h1>
      <TriageKnown
        child={child}
        today={today}
        referral={referral}
        live={live}
        home={home}
        proposed={proposed}
        types={form.options.involvement_type ?? []}
        isKnife={isKnife(referral)}
      />
      {referral.state === 'signposted' ? (
        <p class="govuk-body">The child is signposted: this referral has ended.</p>
      ) : null}
      <FormBox
        form={{ ...form, mayWrite: form.mayWrite && referral.state !== 'signposted' }}
        button="Save the triage"
      >
        <F.area />
        <F.safeguarding />
        <F.exploitation />
        <F.urgency />
        <F.way />
        <F.pathway />
        {isKnife(referral) ? null : <F.closed_reason />}
        <F.triage_note />
      </FormBox>
    </ChildPage>
  ),
  done: ({ referral }, { way }, { child }) => ({
    to: urls.referrals.one(child.id, referral.id),
    message:
      way === 'accept'
        ? 'Triage is recorded. The child waits for a worker.'
        : 'Triage is recorded. The child is signposted.',
  }),
});
