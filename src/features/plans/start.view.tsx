import { type Day, formatDay } from '../../domain/calendar/day.ts';
import type { AssessmentForPlan } from '../../domain/plans/from-assessment.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage } from '../../ui/layout/child-page.tsx';
import { TextField, type Typed } from '../../ui/layout/fields.tsx';
import type { FieldError, PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';

type Props = {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: Day;
  readonly errors: readonly FieldError[];
  readonly typed: Typed;
  readonly assessment: AssessmentForPlan;
  readonly signedOn: Day | null;
};

/** Begins a plan: the end of the work is thought of first. */
export function StartPlanPage({ errors, typed, assessment, signedOn, ...frame }: Props): Html {
  const { child } = frame;
  return (
    <ChildPage
      title="Start the plan"
      errors={errors}
      back={{ href: urls.plans.current(child.id), text: 'Back to the plan' }}
      {...frame}
    >
      <h1 class="govuk-heading-l">Start {child.forename}’s plan</h1>
      <p class="govuk-body">
        A plan begins with its end: who or what will be there for {child.forename} when this work is
        over. You can change it later, and add more.
      </p>
      <PostForm class="fh-form">
        <TextField
          name="exit_text"
          label="Who or what carries on when this work ends"
          hint="For example: a boxing club on Tuesdays, a trusted teacher, or the early help worker."
          errors={errors}
          typed={typed}
        />
        <TextField
          name="exit_who"
          label="Who will make it happen"
          width="one-half"
          errors={errors}
          typed={typed}
        />
        <CarriedOver assessment={assessment} signedOn={signedOn} />
        <Button text="Start the plan" />
      </PostForm>
    </ChildPage>
  );
}

function CarriedOver({ assessment, signedOn }: Pick<Props, 'assessment' | 'signedOn'>): Html {
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
