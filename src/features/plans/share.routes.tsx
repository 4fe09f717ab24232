import { can } from '../../domain/access/can.ts';
import { canWriteFor } from '../../domain/access/can-write-for.ts';
import { formatDay } from '../../domain/calendar/day.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { ChildFrame } from '../../record/child-frame.tsx';
import { code } from '../../record/choice-fields.tsx';
import { day } from '../../record/day-field.tsx';
import type { Options } from '../../record/field.ts';
import { FormBox } from '../../record/form-box.tsx';
import { childForm } from '../../record/form-page.ts';
import { addRow } from '../../record/rows.ts';
import { longText, text } from '../../record/text-fields.tsx';
import type { Html } from '../../ui/html.ts';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import { currentPlan, type Plan } from './plans.queries.ts';
import { planMovedOn } from './writing-plan.ts';

const fields = {
  agency: code('agency', { label: 'Agency', required: 'Choose the agency' }),
  shared_with: text({
    label: 'Who got it',
    hint: 'The person’s name and role.',
    required: 'Enter who got it',
    max: 200,
  }),
  what: longText({
    label: 'What part of the plan',
    hint: 'For example: the safety line about going missing, and what to do if it happens.',
    required: 'Enter what part of the plan they got',
    rows: 3,
    max: 2000,
  }),
  lawful_basis: text({
    label: 'Lawful basis',
    hint: 'For example: public task; safeguarding of a child; the family agreed.',
    required: 'Enter the lawful basis',
    max: 300,
  }),
  shared_on: day({
    label: 'When',
    says: 'The day',
    required: 'Enter when it was shared',
    within: 'past',
  }),
};

async function subject({ tx, child, actor }: ChildContext) {
  const plan = await currentPlan(tx, child.id);
  const mayWrite = !can(actor, 'plan.write') || canWriteFor(actor, 'RC5', child);
  if (!plan || !mayWrite) return undefined;
  if (plan.status === 'ended') planMovedOn('The plan has ended, and is shared no more', child.id);
  return plan;
}

/** What part of the plan went to which agency, on what basis, and whether they said that they had it. */
export const shareRoutes: readonly Route[] = [
  ...childForm({
    path: urls.plans.share(':childId'),
    reads: 'plan.share',
    fields,
    subject,
    begins: (_plan, { today }) => ({ shared_on: today }),
    save: async ({ tx, actor, child }, plan, shared) => {
      await addRow(tx, actor, 'plan_share', { ...shared, child_id: child.id, plan_id: plan.id });
      return { kind: 'saved' };
    },
    view: ({ context, subject: { shares }, form: { F, ...form } }) => (
      <ChildFrame
        context={context}
        title="Share part of the plan"
        faults={form.faults}
        back={{ href: urls.plans.current(context.child.id), text: 'Back to the plan' }}
      >
        <p class="govuk-body">
          Send each agency only the part that it acts on. This keeps what went where; send it by
          your usual secure way.
        </p>
        <div class="fh-two">
          <div>
            <FormBox form={form} button="Save what was shared">
              <F.agency />
              <F.shared_with />
              <F.what />
              <F.lawful_basis />
              <F.shared_on />
            </FormBox>
          </div>
          <SoFar shares={shares} childId={context.child.id} agencies={form.options.agency ?? []} />
        </div>
      </ChildFrame>
    ),
    done: (_plan, _shared, { child }) => ({
      to: urls.plans.share(child.id),
      message: 'Saved: what was shared',
    }),
  }),
  childRoute({
    method: 'post',
    path: urls.plans.acknowledge(':childId', ':shareId'),
    permission: 'plan.share',
    audit: 'change',
    handle: async (context) => {
      const { tx, child, today, param, redirect, notFound } = context;
      const plan = await subject(context);
      if (!plan?.shares.some(({ id }) => id === param('shareId'))) return notFound();
      await tx
        .updateTable('plan_share')
        .set({ acknowledged_on: today })
        .where('id', '=', param('shareId'))
        .where('acknowledged_on', 'is', null)
        .execute();
      return redirect(urls.plans.share(child.id), 'Saved: they have it');
    },
  }),
];

function SoFar(props: {
  readonly shares: Plan['shares'];
  readonly childId: string;
  readonly agencies: Options[string];
}): Html {
  const { shares, childId, agencies } = props;
  const agency = (wanted: string) => agencies.find(({ value }) => value === wanted)?.text ?? wanted;
  return (
    <section aria-labelledby="so-far">
      <h2 class="govuk-heading-m" id="so-far">
        Shared so far
      </h2>
      {shares.length === 0 ? <p class="govuk-body">Nothing yet.</p> : null}
      <ul class="fh-lines">
        {shares.map((share) => (
          <li class="fh-line">
            <p class="govuk-body">
              <strong>{share.shared_with}</strong>, {agency(share.agency)},{' '}
              {formatDay(share.shared_on)}: {share.what} ({share.lawful_basis})
            </p>
            {share.acknowledged_on ? (
              <p class="govuk-body">
                <span class="fh-badge fh-badge-good">
                  They said they had it, {formatDay(share.acknowledged_on)}
                </span>
              </p>
            ) : (
              <PostForm action={urls.plans.acknowledge(childId, share.id)}>
                <button type="submit" class="fh-link-button">
                  They have said today that they have it
                  <span class="govuk-visually-hidden">: {share.shared_with}</span>
                </button>
              </PostForm>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
