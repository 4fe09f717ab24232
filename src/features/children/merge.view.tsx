import type { FormFault } from '../../domain/form-fault.ts';
import { Button, Input, WarningText } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { ChildPage } from '../../ui/layout/child-page.tsx';
import { DataTable } from '../../ui/layout/data-table.tsx';
import { ChoiceField, LongText, type Typed } from '../../ui/layout/fields.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import type { Frame } from './frame.ts';
import type { FoundChild } from './search.queries.ts';
import { birthText } from './search.view.tsx';

type Pick = Frame & { readonly q: string; readonly found: readonly FoundChild[] };

/** First half: which other record is it? */
export function MergePickPage({ q, found, ...page }: Pick): Html {
  const { child, today } = page;
  return (
    <ChildPage
      title="Merge with another record"
      {...page}
      back={{ href: urls.child.details(child.id), text: 'Back to details' }}
    >
      <h1 class="govuk-heading-l">Merge with another record of the same child</h1>
      <PostForm action={urls.child.mergeFind(child.id)}>
        <Input
          id="q"
          name="q"
          value={q}
          label={{ text: 'Find the other record by name, number or date of birth' }}
          classes="govuk-!-width-two-thirds"
        />
        <Button text="Find" classes="govuk-button--secondary" />
      </PostForm>
      {found.length === 0 ? (
        <p class="govuk-body">No other record fits. Try the number on the other record.</p>
      ) : (
        <ul class="govuk-list fh-results">
          {found.map((other) => (
            <li class="fh-result">
              <a class="govuk-link" href={urls.child.mergeWith(child.id, other.id)}>
                Compare with {other.forename} {other.surname}, {other.number}
              </a>
              <div class="fh-quiet">{birthText(other, today)}</div>
            </li>
          ))}
        </ul>
      )}
    </ChildPage>
  );
}

export type Side = FoundChild & { readonly size: string };
type Compare = Frame & {
  readonly sides: readonly [Side, Side];
  readonly reasons: readonly string[];
  readonly isUnlikely: boolean;
  readonly sexes: ReadonlyMap<string, string>;
  readonly errors: readonly FormFault[];
  readonly typed: Typed;
};

/** Second half: both side by side, and which of them is kept. */
export function MergeComparePage(props: Compare): Html {
  const { sides, reasons, isUnlikely, sexes, errors, typed, shell, child, today } = props;
  const home = (side: Side) => side.addresses.find(({ live }) => live);
  const rows: readonly [string, (side: Side) => string][] = [
    ['Name', (side) => `${side.forename} ${side.surname}`],
    ['Known as', (side) => side.known_as ?? ''],
    ['Other names', (side) => side.other_names.join(', ')],
    ['Birth', (side) => birthText(side, today)],
    ['Sex', (side) => sexes.get(side.sex) ?? 'Not known'],
    ['Address', (side) => [home(side)?.lines, home(side)?.postcode].filter(Boolean).join(', ')],
    ['Numbers', (side) => side.identifiers.map(({ kind, value }) => `${kind} ${value}`).join(', ')],
    ['Telephone', (side) => side.phones.join(', ')],
    ['Worker', (side) => side.worker ?? 'Nobody'],
    ['Work now', (side) => side.work.join(', ')],
    ['Warnings', (side) => side.warnings.join(', ')],
    ['On the record', (side) => side.size],
  ];
  return (
    <ChildPage
      title="Are these one child?"
      shell={shell}
      child={child}
      today={today}
      errors={errors}
      back={{ href: urls.child.merge(child.id), text: 'Choose another record' }}
    >
      <h1 class="govuk-heading-l">Are these one child?</h1>
      <p class="govuk-body">{reasons.join('. ')}.</p>
      {isUnlikely ? (
        <WarningText
          text="By what is recorded these are two children. Merge only if you know better, and say how."
          iconFallbackText="Warning"
        />
      ) : null}
      <DataTable
        caption="The two records"
        columns={[
          { heading: 'What is recorded', cell: ([name]) => name },
          ...sides.map((side) => ({
            heading: side.number,
            cell: ([, show]: (typeof rows)[number]) => show(side),
          })),
        ]}
        rows={rows}
      />
      <PostForm action={urls.child.merge(child.id)}>
        <input type="hidden" name="with" value={sides[1].id} />
        <ChoiceField
          name="keep"
          label="Which record is kept?"
          hint="Everything on the other one moves to it, and its number leads there. Every change stays in the history. If it proves to be a mistake it can be taken back: what came from the other record goes back there."
          choices={sides.map((side) => ({
            value: side.id,
            text: `${side.number}, ${side.forename} ${side.surname}`,
          }))}
          errors={errors}
          typed={typed}
        />
        <LongText
          name="reason"
          label="How do you know that they are one child?"
          hint="Whom you asked, or which papers you saw"
          rows={3}
          errors={errors}
          typed={typed}
        />
        <Button text="Merge the two records" classes="govuk-button--warning" preventDoubleClick />
      </PostForm>
    </ChildPage>
  );
}
