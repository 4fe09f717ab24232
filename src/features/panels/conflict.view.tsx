import type { Day } from '../../domain/calendar/day.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage } from '../../ui/layout/child-page.tsx';
import { type Choice, LongText, SelectField, type Typed } from '../../ui/layout/fields.tsx';
import type { FieldError, PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';

type Props = {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: Day;
  readonly panelId: string;
  /** For those who run panels, who may note what a member told them; null for a member's own. */
  readonly members: readonly Choice[] | null;
  readonly errors: readonly FieldError[];
  readonly typed: Typed;
};

/** A member says that they have an interest in a case, and stops seeing it. */
export function ConflictPage({
  shell,
  child,
  today,
  panelId,
  members,
  errors,
  typed,
}: Props): Html {
  return (
    <ChildPage
      title="Declare a conflict of interest"
      shell={shell}
      child={child}
      today={today}
      errors={errors}
      back={{ href: urls.panels.one(panelId), text: 'The panel' }}
    >
      <h1 class="govuk-heading-l">Declare a conflict of interest</h1>
      <p class="govuk-body">
        An interest is any tie that others might think could sway you: family, friends, a neighbour,
        work, school. Declaring one is no fault. From then on the paper is closed, and the panel
        hears this child without that member.
      </p>
      <PostForm class="fh-form">
        {members ? (
          <SelectField
            name="member"
            label="Whose interest is it?"
            empty="My own"
            choices={members}
            errors={errors}
            typed={typed}
          />
        ) : null}
        <LongText name="interest" label="What is the tie?" rows={3} errors={errors} typed={typed} />
        <LongText
          name="managed"
          label="What will be done about it?"
          hint="For example: leaves the room for this child; a colleague sits instead."
          rows={3}
          errors={errors}
          typed={typed}
        />
        <Button text="Declare it" />
      </PostForm>
    </ChildPage>
  );
}
