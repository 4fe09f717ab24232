import { formatInstant } from '../../domain/calendar/british-time.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { ChildPage } from '../../ui/layout/child-page.tsx';
import type { Typed } from '../../ui/layout/fields.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import type { Frame } from './section.view.tsx';

type Props = Frame & {
  readonly title: string;
  readonly by: { readonly name: string; readonly at: Date } | null;
  /** What is stored now, field by field, in words. */
  readonly theirs: readonly { readonly label: string; readonly value: string }[];
  readonly yours: readonly { readonly label: string; readonly value: string }[];
  readonly typed: Typed;
  /** The version that stands now: saving again is then knowingly over it. */
  readonly version: number;
  readonly keepTheirs: string;
};

/** Somebody saved while this person was typing: both are shown, and neither is lost. */
export function ConflictPage(props: Props): Html {
  const { title, by, theirs, yours, typed, version, shell, child, today } = props;
  const rows = theirs.map(({ label, value }, index) => ({
    label,
    theirs: value,
    yours: yours[index]?.value ?? '',
  }));
  return (
    <ChildPage title={title} shell={shell} child={child} today={today}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        {by ? `${by.name} saved this at ${formatInstant(by.at)}` : 'Somebody saved this'}, after you
        opened it. Nothing of yours is saved yet, and nothing is lost: choose what should stand.
      </p>
      <table class="govuk-table fh-stack-table">
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <th scope="col" class="govuk-table__header">
              Part
            </th>
            <th scope="col" class="govuk-table__header">
              What stands now
            </th>
            <th scope="col" class="govuk-table__header">
              What you wrote
            </th>
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {rows.map((row) => (
            <tr class="govuk-table__row">
              <th scope="row" class="govuk-table__header">
                {row.label}
                {row.theirs !== row.yours ? (
                  <span class="fh-badge fh-badge-soon">Differs</span>
                ) : null}
              </th>
              <td class="govuk-table__cell fh-written" data-label="What stands now">
                {row.theirs}
              </td>
              <td class="govuk-table__cell fh-written" data-label="What you wrote">
                {row.yours}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <PostForm action={shell.path} class="fh-actions">
        {Object.entries(typed)
          .filter(([name]) => name !== 'version')
          .flatMap(([name, values]) =>
            [values].flat().map((value) => <input type="hidden" name={name} value={value} />),
          )}
        <input type="hidden" name="version" value={String(version)} />
        <Button text="Save what I wrote" preventDoubleClick />
        <a class="govuk-link" href={props.keepTheirs}>
          Keep what stands now
        </a>
      </PostForm>
    </ChildPage>
  );
}
