import type { Day } from '../../domain/calendar/day.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage } from '../../ui/layout/child-page.tsx';
import {
  ChoiceField,
  DayField,
  LongText,
  type Typed,
  VersionField,
} from '../../ui/layout/fields.tsx';
import type { FieldError, PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import type { Mend } from './plan-draft.ts';
import type { Plan } from './plans.queries.ts';

type Props = {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: Day;
  readonly errors: readonly FieldError[];
  readonly typed: Typed;
  readonly plan: Plan;
  /** What the plan itself still lacks; what this page asks is not among it. */
  readonly mends: readonly Mend[];
  readonly reviewDue: Day | null;
  readonly movedOn?: { readonly name: string } | null;
};

/** Records what the child and a parent said to the plan, and when it is reviewed. */
export function AgreePage(props: Props): Html {
  const { child, errors, typed, plan, mends, reviewDue, movedOn, today } = props;
  return (
    <ChildPage
      title="Agree the plan"
      shell={props.shell}
      child={child}
      today={today}
      errors={errors}
      back={{ href: urls.plans.current(child.id), text: 'Back to the plan' }}
    >
      <h1 class="govuk-heading-l">Agree the plan with {child.forename}</h1>
      {movedOn ? (
        <p class="govuk-body">
          <strong>{movedOn.name} changed the plan while you were writing.</strong> Look at the plan
          again; what you wrote is still here.
        </p>
      ) : null}
      <Missing mends={mends} />
      <p class="govuk-body">
        Go through{' '}
        <a class="govuk-link" href={urls.plans.print(child.id)}>
          {child.forename}’s own page
        </a>{' '}
        together first. A plan can go ahead when {child.forename} does not agree, as long as what
        they said is here.
      </p>
      <PostForm class="fh-form">
        <VersionField version={plan.version} />
        <Answer
          name="child_agrees"
          label={`Does ${child.forename} agree with the plan?`}
          stored={plan.child_agrees}
          note={plan.child_agrees_note}
          {...{ errors, typed }}
        />
        <Answer
          name="parent_agrees"
          label="Does a parent or carer agree with it?"
          stored={plan.parent_agrees}
          note={plan.parent_agrees_note}
          {...{ errors, typed }}
        />
        <DayField
          name="agreed_on"
          label="When you agreed it together"
          errors={errors}
          typed={typed}
          stored={plan.agreed_on ?? today}
        />
        <DayField
          name="review_on"
          label="When the plan will be reviewed"
          hint="From the service’s own time limit. You may choose a sooner day."
          errors={errors}
          typed={typed}
          stored={plan.status === 'draft' ? (plan.review_on ?? reviewDue) : reviewDue}
        />
        <Button text="Agree the plan" />
      </PostForm>
    </ChildPage>
  );
}

function Missing({ mends }: { readonly mends: readonly Mend[] }): Html | null {
  if (mends.length === 0) return null;
  return (
    <section class="fh-card govuk-!-margin-bottom-6" aria-labelledby="missing">
      <h2 class="govuk-heading-m" id="missing">
        The plan still lacks
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {mends.map(({ anchor, message, href }) => (
          <li id={anchor} tabindex={-1}>
            <a class="govuk-link" href={href}>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Answer({
  name,
  label,
  stored,
  note,
  errors,
  typed,
}: {
  readonly name: 'child_agrees' | 'parent_agrees';
  readonly label: string;
  readonly stored: string;
  readonly note: string | null;
  readonly errors: readonly FieldError[];
  readonly typed: Typed;
}): Html {
  return (
    <>
      <ChoiceField
        name={name}
        label={label}
        errors={errors}
        typed={typed}
        stored={stored}
        choices={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No', hint: 'Write below what they do not agree with.' },
          { value: 'could-not-answer', text: 'Could not answer', hint: 'Write below why.' },
        ]}
      />
      <LongText
        name={`${name}_note`}
        label="What they said, or why they could not answer"
        hint="Needed unless the answer is yes."
        rows={2}
        errors={errors}
        typed={typed}
        stored={note}
      />
    </>
  );
}
