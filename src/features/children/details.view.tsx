import type { OpenChild } from '../../platform/db/open-child.ts';
import { Button, InsetText } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { ChildPage } from '../../ui/layout/child-page.tsx';
import type { Choice } from '../../ui/layout/fields.tsx';
import { ChoiceField, DayField, TextField, VersionField } from '../../ui/layout/fields.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import type { Drawn } from './section.ts';
import { type Frame, type Item, Items } from './section.view.tsx';

export type Part = {
  readonly title: string;
  readonly href: string;
  readonly link: string;
  readonly items: readonly Item[];
  readonly empty: string;
};

/** Everything that stands now about who the child is, each part with the page where it is changed. */
export function DetailsPage({
  shell,
  child,
  today,
  parts,
  mayMerge,
}: Frame & { readonly parts: readonly Part[]; readonly mayMerge: boolean }): Html {
  return (
    <ChildPage title="Details" shell={shell} child={child} today={today}>
      <h1 class="govuk-heading-l">Details</h1>
      <div class="fh-even">
        {parts.map((part) => (
          <section>
            <h2 class="govuk-heading-m">{part.title}</h2>
            {part.items.length > 0 ? (
              <Items items={part.items} />
            ) : (
              <p class="govuk-body">{part.empty}</p>
            )}
            <p class="govuk-body fh-no-print">
              <a class="govuk-link" href={part.href}>
                {part.link}
              </a>
            </p>
          </section>
        ))}
      </div>
      {mayMerge ? (
        <p class="govuk-body fh-no-print">
          <a class="govuk-link" href={urls.child.merge(child.id)}>
            This child has another record: merge the two
          </a>
        </p>
      ) : null}
    </ChildPage>
  );
}

export function DetailsEditPage({
  drawn,
  stored,
  sexes,
  ...page
}: Frame & {
  readonly drawn: Drawn;
  readonly stored: OpenChild;
  readonly sexes: readonly Choice[];
}): Html {
  const field = { errors: drawn.errors, typed: drawn.typed };
  return (
    <ChildPage
      title="Name, birth and sex"
      {...page}
      errors={drawn.errors}
      back={{ href: urls.child.details(stored.id), text: 'Back to details' }}
    >
      <h1 class="govuk-heading-l">Name, birth and sex</h1>
      {drawn.mayWrite ? (
        <PostForm action={page.shell.path}>
          <VersionField version={stored.version} />
          <TextField name="forename" label="Forename" stored={stored.forename} {...field} />
          <TextField name="surname" label="Surname" stored={stored.surname} {...field} />
          <ChoiceField
            name="why"
            label="If you changed the name: why?"
            hint="The old name is kept as another name, and the search still finds the child by it"
            choices={[
              { value: 'changed', text: 'The child’s name changed' },
              { value: 'mistake', text: 'It was written wrongly' },
            ]}
            small
            {...field}
          />
          <TextField
            name="knownAs"
            label="Known as (optional)"
            hint="The name the child wants to be called"
            stored={stored.knownAs}
            {...field}
          />
          <ChoiceField
            name="birthStatus"
            label="Is the date of birth known?"
            choices={[
              { value: 'known', text: 'Yes, it is known' },
              { value: 'estimated', text: 'No, this is an estimate' },
              { value: 'unknown', text: 'No, and it cannot be estimated' },
            ]}
            stored={stored.dateOfBirthStatus}
            small
            {...field}
          />
          <DayField
            name="birth"
            label="Date of birth"
            hint="For example, 27 3 2011"
            stored={stored.dateOfBirth}
            {...field}
          />
          <ChoiceField
            name="sex"
            label="Sex"
            choices={sexes}
            stored={stored.sex}
            small
            {...field}
          />
          <Button text="Save" preventDoubleClick />
        </PostForm>
      ) : (
        <InsetText text="Only people who work with the child change this. Tell the child’s worker what is wrong." />
      )}
    </ChildPage>
  );
}
