import type { FormFault } from '../../../domain/form-fault.ts';
import { Button } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { type Choice, ChoiceField, TextField, type Typed } from '../../../ui/layout/fields.tsx';
import { Page, type PageShell } from '../../../ui/layout/page.tsx';
import { PostForm } from '../../../ui/layout/post-form.tsx';
import { urls } from '../../../urls.ts';

type Props = {
  readonly shell: PageShell;
  readonly child: { readonly id: string; readonly number: string; readonly name: string };
  readonly purposes: readonly Choice[];
  readonly next: string;
  readonly errors: readonly FormFault[];
  readonly typed: Typed;
};

/** Asked once a day before someone who does not work with a child opens the record. */
export function PurposePage({ shell, child, purposes, next, errors, typed }: Props): Html {
  return (
    <Page title="Why are you opening this record?" shell={shell} errors={errors}>
      <p class="govuk-caption-l">
        {child.name}, No. {child.number}
      </p>
      <h1 class="govuk-heading-l">Why are you opening this record?</h1>
      <p class="govuk-body">
        You do not work with this child. Your reason is kept with your name, and managers can read
        it. It holds for twelve hours.
      </p>
      <PostForm action={urls.child.purpose(child.id)}>
        <input type="hidden" name="next" value={next} />
        <ChoiceField
          name="purpose"
          label="Your reason"
          choices={purposes}
          errors={errors}
          typed={typed}
        />
        <TextField
          name="detail"
          label="A few words more"
          hint="Needed with “Another reason”. Leave out anything sensitive about the child."
          errors={errors}
          typed={typed}
        />
        <div class="fh-actions">
          <Button text="Open the record" />
          <a class="govuk-link" href={urls.home}>
            I do not need it
          </a>
        </div>
      </PostForm>
    </Page>
  );
}
