import { canWriteFor } from '../../domain/access/can-write-for.ts';
import { formatDay } from '../../domain/calendar/day.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { ChildFrame } from '../../record/child-frame.tsx';
import { day } from '../../record/day-field.tsx';
import { FormBox } from '../../record/form-box.tsx';
import { childForm } from '../../record/form-page.ts';
import { text } from '../../record/text-fields.tsx';
import type { Html } from '../../ui/html.ts';
import { urls } from '../../urls.ts';
import { currentPlan, type PlanNeeds, planNeeds } from './plans.queries.ts';
import { startPlan } from './start-plan.ts';

const fields = {
  exit_text: text({
    label: 'Who or what carries on when this work ends',
    hint: 'For example: a boxing club on Tuesdays, a trusted teacher, or the early help worker.',
    required: 'Enter who or what carries on when this work ends',
    max: 500,
  }),
  exit_who: text({
    label: 'Who will make it happen',
    required: 'Enter who will make it happen',
    width: 'one-half',
    max: 120,
  }),
  exit_by: day({
    label: 'By when (optional)',
    hint: 'From this day on it stands on your list.',
    says: 'The day it will have happened by',
  }),
};

async function subject({ tx, child, actor, today }: ChildContext) {
  if (!canWriteFor(actor, 'RC5', child)) return undefined;
  const plan = await currentPlan(tx, child.id);
  const needs = await planNeeds(tx, { id: child.id, serviceId: actor.serviceId, today });
  return { ...needs, hasPlan: plan !== undefined && plan.status !== 'ended' };
}

const stands = 'This child already has a plan: work on it here';

/** Begins a plan: the end of the work is thought of first. */
export const startRoutes = childForm({
  path: urls.plans.start(':childId'),
  reads: 'plan.write',
  fields,
  subject,
  save: async ({ tx, actor, child, today }, { assessment, hasPlan }, form) => {
    const exit = { text: form.exit_text, who: form.exit_who, by_on: form.exit_by };
    if (!hasPlan) await startPlan(tx, actor, { childId: child.id, today, exit, assessment });
    return { kind: 'saved' };
  },
  view: ({ context, subject: { assessment, signedOn, hasPlan }, form: { F, ...form } }) => {
    const { child } = context;
    const plan = urls.plans.current(child.id);
    return (
      <ChildFrame
        context={context}
        title="Start the plan"
        heading={`Start ${child.forename}’s plan`}
        faults={form.faults}
        back={{ href: plan, text: 'Back to the plan' }}
      >
        {hasPlan ? (
          <p class="govuk-body">
            <a class="govuk-link" href={plan}>
              {stands}
            </a>
          </p>
        ) : (
          <>
            <p class="govuk-body">
              A plan begins with its end: who or what will be there for {child.forename} when this
              work is over. You can change it later, and add more.
            </p>
            <FormBox form={form} button="Start the plan">
              <F.exit_text />
              <F.exit_who />
              <F.exit_by />
              <CarriedOver assessment={assessment} signedOn={signedOn} />
            </FormBox>
          </>
        )}
      </ChildFrame>
    );
  },
  done: ({ hasPlan }, _form, { child }) => ({
    to: urls.plans.current(child.id),
    message: hasPlan ? stands : 'The plan is started. Add the goals next.',
  }),
});

function CarriedOver({ assessment, signedOn }: Pick<PlanNeeds, 'assessment' | 'signedOn'>): Html {
  const { safetyRows, contingencyRows } = assessment;
  if (!signedOn)
    return (
      <p class="govuk-body fh-quiet">
        No assessment is signed yet, so no safety or contingency rows come over.
      </p>
    );
  return (
    <section aria-labelledby="carried">
      <h2 class="govuk-heading-m" id="carried">
        From the assessment signed on {formatDay(signedOn)}
      </h2>
      {safetyRows.length + contingencyRows.length === 0 ? (
        <p class="govuk-body">It has no safety or contingency rows to bring over.</p>
      ) : (
        <>
          <p class="govuk-body">
            These come into the plan as lines to begin from. They stay off the child’s printed page
            until you have put them in plain words.
          </p>
          <ul class="govuk-list govuk-list--bullet">
            {safetyRows.map((row) => (
              <li>
                {row.risk}: {row.control}
              </li>
            ))}
            {contingencyRows.map((row) => (
              <li>
                If {row.trigger}, then {row.action}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
