import { type Role, roles } from '../../domain/access/roles.data.ts';
import { type Day, formatDay } from '../../domain/calendar/day.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import {
  type Choice,
  ChoiceField,
  LongText,
  TickField,
  type Typed,
  VersionField,
} from '../../ui/layout/fields.tsx';
import { type FieldError, Page, type PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import type { Seal, Sealable, SealedLine } from './restrict.queries.ts';

type Person = {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly listed: boolean;
};
type Props = {
  readonly shell: PageShell;
  readonly child: Sealable;
  readonly seal: Seal | null;
  readonly reasons: readonly Choice[];
  readonly people: readonly Person[];
  readonly errors: readonly FieldError[];
  readonly typed: Typed;
};

/** Seals a record to a list of people, changes the list, or lifts it. */
export function RestrictPage(model: Props): Html {
  const { shell, child, seal, reasons, people, errors, typed } = model;
  const title = seal ? 'Restricted record' : 'Restrict this record';
  const form = { errors, typed };
  return (
    <Page
      title={title}
      shell={shell}
      errors={errors}
      back={
        child.name
          ? { href: urls.child.overview(child.childId), text: 'Back to the record' }
          : { href: urls.children.restricted, text: 'Back to restricted records' }
      }
    >
      <p class="govuk-caption-l">
        {child.name ? `${child.name}, ` : ''}No. {child.number}
      </p>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        Only the people you name will see this child, in search, lists and papers. Everyone else,
        you and the child’s worker among them, is told that nothing is there. It takes effect at
        once.
      </p>
      {seal ? <p class="govuk-body">Restricted since {formatDay(seal.startsOn)}.</p> : null}
      <PostForm action={urls.child.restrict(child.childId)}>
        {seal ? <VersionField version={seal.version} /> : null}
        <ChoiceField
          {...form}
          name="reason"
          label="Why it is restricted"
          choices={reasons}
          stored={seal?.reason}
        />
        <LongText
          {...form}
          name="detail"
          label="What the people on the list need to know"
          hint="Who is involved, who asked for it, and when you will look at it again."
          rows={4}
          stored={seal?.detail}
        />
        <TickField
          {...form}
          name="people"
          label="Who may see the record"
          hint={
            child.worker
              ? `The child’s worker is ${child.worker}. Name at least one manager too.`
              : 'Name at least one manager, and someone who can cover.'
          }
          small
          stored={people.filter(({ listed }) => listed).map(({ id }) => id)}
          choices={people.map(({ id, name, role }) => ({
            value: id,
            text: `${name}, ${roles[role].title.toLowerCase()}`,
          }))}
        />
        <Button text={seal ? 'Save the list' : 'Restrict the record'} />
      </PostForm>
      {seal ? (
        <PostForm action={urls.child.restrict(child.childId)}>
          <input type="hidden" name="lift" value="yes" />
          <h2 class="govuk-heading-m">Lift the restriction</h2>
          <p class="govuk-body">
            The record opens again to everyone whose role and work lets them see it.
          </p>
          <Button text="Lift the restriction" classes="govuk-button--secondary" />
        </PostForm>
      ) : null}
    </Page>
  );
}

type ListProps = {
  readonly shell: PageShell;
  readonly lines: readonly SealedLine[];
  readonly reasonOf: (code: string) => string;
};

/** Restricted records by number: whoever may seal them need not see them. */
export function RestrictedListPage({ shell, lines, reasonOf }: ListProps): Html {
  return (
    <Page title="Restricted records" shell={shell}>
      <h1 class="govuk-heading-l">Restricted records</h1>
      {lines.length === 0 ? (
        <p class="govuk-body">
          No record is restricted. To restrict one, open the child’s record and choose “Restrict
          this record” on its overview.
        </p>
      ) : (
        <table class="govuk-table fh-stack-table">
          <caption class="govuk-visually-hidden">Restricted records by the child’s number</caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              {['Record', 'Why', 'Since', 'Who may see it'].map((heading) => (
                <th scope="col" class="govuk-table__header">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {lines.map((line) => (
              <tr class="govuk-table__row">
                <th scope="row" class="govuk-table__header">
                  <a class="govuk-link" href={urls.child.restrict(line.childId)}>
                    No. {line.number}
                  </a>
                </th>
                <td class="govuk-table__cell" data-label="Why">
                  {reasonOf(line.reason)}
                </td>
                <td class="govuk-table__cell" data-label="Since">
                  {formatDay(line.startsOn satisfies Day)}
                </td>
                <td class="govuk-table__cell" data-label="Who may see it">
                  {line.people ?? <strong class="fh-badge fh-badge-late">Nobody</strong>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Page>
  );
}
