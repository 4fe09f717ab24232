import { type Day, formatDay } from '../../domain/calendar/day.ts';
import { Button, Input } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { Page, type PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import { roleTitle } from './look-table.view.tsx';
import type { StaffLine } from './staff.queries.ts';

type Props = {
  readonly shell: PageShell;
  readonly today: Day;
  readonly lines: readonly StaffLine[];
  readonly name: string;
  readonly ended: boolean;
};

/** Everyone who works with the record, for an administrator. */
export function StaffListPage({ shell, today, lines, name, ended }: Props): Html {
  return (
    <Page title="Staff" shell={shell}>
      <h1 class="govuk-heading-l">{ended ? 'Staff whose access has ended' : 'Staff'}</h1>
      <div class="fh-actions">
        <Button text="Add a person" href={urls.admin.staffNew} />
        <a class="govuk-link" href={ended ? urls.admin.staff : urls.admin.staffGone}>
          {ended ? 'Show those who work here' : 'Show those whose access has ended'}
        </a>
      </div>
      <PostForm action={urls.admin.staff}>
        {ended ? <input type="hidden" name="ended" value="yes" /> : null}
        <Input
          id="name"
          name="name"
          value={name}
          label={{ text: 'Name' }}
          classes="govuk-!-width-one-half"
        />
        <Button text="Find" classes="govuk-button--secondary" />
      </PostForm>
      {lines.length === 0 ? (
        <p class="govuk-body">Nobody of that name. Try part of it, or add the person.</p>
      ) : (
        <table class="govuk-table fh-stack-table">
          <caption class="govuk-visually-hidden">Staff by name</caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              {['Name', 'Role', 'Team', 'Access', 'Sign-in'].map((heading) => (
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
                  <a class="govuk-link" href={urls.admin.staffOne(line.id)}>
                    {line.name}
                  </a>
                  <br />
                  <span class="fh-quiet govuk-!-font-weight-regular">{line.jobTitle}</span>
                </th>
                <td class="govuk-table__cell" data-label="Role">
                  {roleTitle(line.role)}
                </td>
                <td class="govuk-table__cell" data-label="Team">
                  {line.team ?? 'None'}
                </td>
                <td class="govuk-table__cell" data-label="Access">
                  {accessOf(line, today)}
                </td>
                <td class="govuk-table__cell" data-label="Sign-in">
                  {line.hasSignIn ? 'Set up' : <span class="fh-badge fh-badge-soon">Not yet</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Page>
  );
}

function accessOf({ activeFrom, activeTo }: StaffLine, today: Day): string {
  if (activeFrom > today) return `Begins ${formatDay(activeFrom)}`;
  if (!activeTo) return `Since ${formatDay(activeFrom)}`;
  return activeTo < today ? `Ended ${formatDay(activeTo)}` : `Until ${formatDay(activeTo)}`;
}
