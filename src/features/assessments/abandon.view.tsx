import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { ChildPage } from '../../ui/layout/child-page.tsx';
import { LongText, type Typed, VersionField } from '../../ui/layout/fields.tsx';
import type { FieldError } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import type { Frame } from './frame.view.tsx';

type Props = Frame & {
  readonly id: string;
  readonly version: number;
  readonly errors: readonly FieldError[];
  readonly typed: Typed;
};

export function AbandonPage({ id, version, errors, typed, ...frame }: Props): Html {
  return (
    <ChildPage
      title="Put this assessment away"
      {...frame}
      errors={errors}
      back={{ href: urls.assessments.one(frame.child.id, id), text: 'All parts of the assessment' }}
    >
      <h1 class="govuk-heading-l">Put this assessment away</h1>
      <p class="govuk-body">
        For one that was started by mistake. It can still be read, and another can be started.
      </p>
      <PostForm>
        <VersionField version={version} />
        <LongText name="reason" label="Why?" rows={3} errors={errors} typed={typed} />
        <Button text="Put away" classes="govuk-button--warning" preventDoubleClick={true} />
      </PostForm>
    </ChildPage>
  );
}
