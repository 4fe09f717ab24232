import { inspectionStates } from '../../domain/inspections/workspace.data.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { SelectField, VersionField } from '../../ui/layout/fields.tsx';
import type { FieldError } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import type { OpenInspection } from './open-inspection.ts';

type Props = {
  readonly open: OpenInspection;
  readonly mayPublish: boolean;
  readonly errors: readonly FieldError[];
};

/** Moves the inspection on, or back. */
export function StateForm({ open, mayPublish, errors }: Props): Html {
  const { inspection } = open;
  const states = Object.entries(inspectionStates).filter(
    ([state]) => state !== 'published' || mayPublish,
  );
  return (
    <PostForm action={urls.inspections.state(inspection.id)}>
      <VersionField version={inspection.version} />
      <SelectField
        errors={errors}
        typed={{}}
        name="state"
        label="Where it is now"
        hint={
          mayPublish
            ? 'Publishing shows the report to the board, keeps its figures as they are, and cannot be undone'
            : 'The head of service publishes'
        }
        stored={inspection.state}
        choices={states.map(([value, text]) => ({ value, text }))}
      />
      <Button text="Move it there" classes="govuk-button--secondary" />
    </PostForm>
  );
}
