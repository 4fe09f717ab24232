import type { Day } from '../../domain/calendar/day.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage } from '../../ui/layout/child-page.tsx';
import { LongText, type Typed, VersionField } from '../../ui/layout/fields.tsx';
import type { FieldError, PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import type { Plan } from './plans.queries.ts';

type Props = {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: Day;
  readonly errors: readonly FieldError[];
  readonly typed: Typed;
  readonly plan: Plan;
  readonly adaptationsNeeded: string;
  readonly movedOn?: { readonly name: string } | null;
};

/** The child's and the family's own words, and what is done differently for this child. */
export function WordsPage(props: Props): Html {
  const { child, errors, typed, plan, adaptationsNeeded, movedOn } = props;
  return (
    <ChildPage
      title="Their words"
      shell={props.shell}
      child={child}
      today={props.today}
      errors={errors}
      back={{ href: urls.plans.current(child.id), text: 'Back to the plan' }}
    >
      <h1 class="govuk-heading-l">What {child.forename} and the family say</h1>
      {movedOn ? <MovedOn plan={plan} name={movedOn.name} /> : null}
      <PostForm class="fh-form">
        <VersionField version={plan.version} />
        <LongText
          name="child_words"
          label={`${child.forename}’s own words about the plan`}
          hint="As they said it. It is printed at the top of their own page."
          rows={4}
          errors={errors}
          typed={typed}
          stored={plan.child_words}
        />
        <LongText
          name="parent_words"
          label="Parents’ or carers’ own words"
          rows={4}
          errors={errors}
          typed={typed}
          stored={plan.parent_words}
        />
        <LongText
          name="adaptations"
          label={`How the work is fitted to ${child.forename}`}
          hint={
            adaptationsNeeded
              ? `The assessment says: ${adaptationsNeeded}`
              : 'Language, learning, culture, faith, disability, identity: what you do differently, not the label.'
          }
          rows={4}
          errors={errors}
          typed={typed}
          stored={plan.adaptations}
        />
        <Button text="Save their words" />
      </PostForm>
    </ChildPage>
  );
}

function MovedOn({ plan, name }: { readonly plan: Plan; readonly name: string }): Html {
  return (
    <section class="fh-card govuk-!-margin-bottom-6" aria-labelledby="theirs">
      <h2 class="govuk-heading-m" id="theirs">
        {name} changed the plan while you were writing
      </h2>
      <p class="govuk-body">
        What is saved now is here; what you wrote is in the boxes below. Bring over what you need,
        then save.
      </p>
      <p class="govuk-body fh-written">
        {[plan.child_words, plan.parent_words, plan.adaptations].filter(Boolean).join('\n\n')}
      </p>
    </section>
  );
}
