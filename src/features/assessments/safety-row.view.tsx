import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { ChildPage } from '../../ui/layout/child-page.tsx';
import {
  type Choice,
  ChoiceField,
  DayField,
  SelectField,
  TextField,
  type Typed,
  VersionField,
} from '../../ui/layout/fields.tsx';
import type { FieldError } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import type { Frame } from './frame.view.tsx';
import { contingencyNames } from './safety.view.tsx';

type Props = Frame & {
  readonly assessmentId: string;
  readonly version: number;
  readonly isNew: boolean;
  readonly errors: readonly FieldError[];
  readonly text: Typed;
};

export function SafetyLinePage(
  props: Props & { readonly agencies: readonly Choice[]; readonly reviewOn: string | null },
): Html {
  const field = { errors: props.errors, typed: props.text };
  return (
    <RowPage {...props} title="A safety line">
      <TextField name="risk" label="The risk" hint="In the words of the assessment." {...field} />
      <TextField
        name="control"
        label="What is done about it"
        hint="Something a stranger could check, such as “two staff on every visit”."
        {...field}
      />
      <TextField name="who" label="Who does it" width="one-half" {...field} />
      <SelectField
        name="agency"
        label="Their agency (optional)"
        choices={props.agencies}
        empty="Not an agency"
        {...field}
      />
      <DayField
        name="review-on"
        label="When is it looked at again?"
        hint="For example, 27 3 2026"
        stored={props.reviewOn}
        {...field}
      />
    </RowPage>
  );
}

export function ContingencyPage(props: Props): Html {
  const field = { errors: props.errors, typed: props.text };
  return (
    <RowPage {...props} title="If things change">
      <ChoiceField
        name="about"
        label="What is it for?"
        choices={Object.entries(contingencyNames).map(([value, text]) => ({ value, text }))}
        {...field}
      />
      <TextField
        name="trigger"
        label="If this happens"
        hint="The first thing somebody would see, such as “does not come home by ten”."
        {...field}
      />
      <TextField name="action" label="Then this is done" {...field} />
      <TextField name="who" label="Who does it" width="one-half" {...field} />
      <TextField
        name="within"
        label="Within"
        hint="For example, 1 hour"
        width="one-third"
        {...field}
      />
      <TextField name="tell" label="Who is told" width="one-half" {...field} />
    </RowPage>
  );
}

function RowPage(props: Props & { readonly title: string; readonly children?: unknown }): Html {
  const { shell, child, today, errors, isNew, title } = props;
  return (
    <ChildPage
      title={title}
      shell={shell}
      child={child}
      today={today}
      errors={errors}
      back={{
        href: urls.assessments.safety(child.id, props.assessmentId),
        text: 'Safety, and if things change',
      }}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      <PostForm>
        <VersionField version={props.version} />
        {props.children as Html}
        <div class="fh-actions">
          <Button text="Save" name="do" value="save" preventDoubleClick={true} />
          {isNew ? null : (
            <Button text="Remove" name="do" value="remove" classes="govuk-button--warning" />
          )}
        </div>
      </PostForm>
    </ChildPage>
  );
}
