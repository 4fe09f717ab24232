import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { DayField, LongText, SelectField, TextField, type Typed } from '../../ui/layout/fields.tsx';
import { type FieldError, Page, type PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import type { Recommendation } from './recommendations.queries.ts';

type Props = {
  readonly shell: PageShell;
  readonly recommendation: Recommendation;
  readonly owners: readonly { id: string; name: string; title: string }[];
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
};

/** Promises an action for a recommendation. */
export function NewActionPage({ shell, recommendation, owners, typed, errors }: Props): Html {
  const base = { typed, errors };
  const { id, inspectionId, number, text } = recommendation;
  return (
    <Page
      title="Add an action"
      shell={shell}
      errors={errors}
      back={{
        href: urls.inspections.recommendation(inspectionId, id),
        text: `Back to recommendation ${number}`,
      }}
    >
      <h1 class="govuk-heading-l">Add an action</h1>
      <p class="govuk-body">
        For recommendation {number}: {text}
      </p>
      <PostForm action={urls.inspections.actionNew(inspectionId, id)}>
        <LongText
          {...base}
          name="what"
          label="What will be done?"
          hint="One thing that can be seen to be done"
          rows={3}
        />
        <SelectField
          {...base}
          name="owner"
          label="Who does it?"
          empty="Somebody else, named below"
          choices={owners.map((each) => ({
            value: each.id,
            text: `${each.name}, ${each.title}`,
          }))}
        />
        <TextField {...base} name="owner-name" label="Somebody else: their name and job" />
        <TextField {...base} name="agency" label="Somebody else: their agency" width="one-half" />
        <DayField {...base} name="due" label="By when?" />
        <Button text="Save the action" preventDoubleClick={true} />
      </PostForm>
    </Page>
  );
}
