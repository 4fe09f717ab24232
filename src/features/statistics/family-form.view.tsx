import type { Area } from '../../domain/statistics/benchmark.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { ConflictNotice } from '../../ui/layout/conflict.tsx';
import { LongText, TextField, type Typed, VersionField } from '../../ui/layout/fields.tsx';
import { type FieldError, Page, type PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import type { Family } from './families.queries.ts';
import { memberLines } from './family-form.ts';

type Props = {
  readonly shell: PageShell;
  readonly areas: readonly Area[];
  /** Null for a new one. */
  readonly family: Family | null;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  /** Someone else saved it meanwhile: theirs is shown beside what was typed. */
  readonly movedOn?: boolean;
};

/** Adds or changes a family of areas. */
export function FamilyPage({ shell, areas, family, typed, errors, movedOn }: Props): Html {
  const field = { errors, typed };
  const title = family ? family.name : 'Add a family';
  const action = family ? urls.statistics.family(family.id) : urls.statistics.familyNew;
  return (
    <Page
      title={title}
      shell={shell}
      errors={errors}
      back={{ href: urls.statistics.families, text: 'Back to our families' }}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      {movedOn && family ? <ConflictNotice fields={conflictFields(family, typed, areas)} /> : null}
      <PostForm action={action}>
        <VersionField version={family?.version ?? 0} />
        <TextField
          {...field}
          name="name"
          label="Name"
          hint="For example: our family in the data summary"
          stored={family?.name}
        />
        <LongText
          {...field}
          name="why"
          label="Where the list comes from"
          hint="Good: “Data summary 118, April 2024; agreed by the board in May.”"
          rows={2}
          stored={family?.why}
        />
        <LongText
          {...field}
          name="members"
          label="Local authorities"
          hint="The whole name of each, one a line, such as “Barking and Dagenham”. Your own may be among them: it is left out of the average."
          rows={10}
          stored={family ? memberLines(family.members, areas) : ''}
        />
        <Button text="Save the family" />
      </PostForm>
      {family ? (
        <PostForm action={urls.statistics.familyRemove(family.id)}>
          <Button text="Remove this family" classes="govuk-button--warning" />
        </PostForm>
      ) : null}
    </Page>
  );
}

function conflictFields(family: Family, typed: Typed, areas: readonly Area[]) {
  const text = (name: string) => [typed[name] ?? ''].flat()[0] ?? '';
  return [
    { label: 'Name', theirs: family.name, yours: text('name') },
    { label: 'Where the list comes from', theirs: family.why, yours: text('why') },
    {
      label: 'Local authorities',
      theirs: memberLines(family.members, areas),
      yours: text('members'),
    },
  ];
}
