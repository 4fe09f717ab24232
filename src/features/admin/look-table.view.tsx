import { isRole, roles } from '../../domain/access/roles.data.ts';
import { formatInstant } from '../../domain/calendar/british-time.ts';
import { Button, Pagination } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type Choice, DayField, SelectField, type Typed } from '../../ui/layout/fields.tsx';
import { urls } from '../../urls.ts';
import type { LookRow } from './access-log.queries.ts';
import { kindWords, viaWords } from './look-words.data.ts';
import { pageName } from './page-names.ts';

export type Paging = { readonly previous: string | null; readonly next: string | null };

type TableProps = {
  readonly caption: string;
  readonly rows: readonly LookRow[];
  readonly shows: {
    readonly who: boolean;
    /** Where the child's name, number and the reason may be read. */
    readonly child: boolean;
  };
  readonly paging: Paging;
};

/** Lines of the log, as a table that stacks on a narrow screen. */
export function LookTable({ caption, rows, shows, paging }: TableProps): Html {
  if (rows.length === 0)
    return (
      <p class="govuk-body">
        Nothing in the log for these choices. Widen the days or choose “All”.
      </p>
    );
  const headings = [
    'When',
    ...(shows.who ? ['Who'] : []),
    ...(shows.child && !shows.who ? ['Child'] : []),
    'What',
    'Through',
    ...(shows.child ? ['Reason'] : []),
  ];
  return (
    <>
      <table class="govuk-table fh-stack-table">
        <caption class="govuk-visually-hidden">{caption}</caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {headings.map((heading) => (
              <th scope="col" class="govuk-table__header">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {rows.map((row) => (
            <tr class="govuk-table__row">
              <td class="govuk-table__cell" data-label="When">
                {formatInstant(row.at)}
              </td>
              {shows.who ? (
                <td class="govuk-table__cell" data-label="Who">
                  <a class="govuk-link" href={urls.admin.staffLooked(row.staffId)}>
                    {row.who}
                  </a>
                  , {roleTitle(row.role).toLowerCase()}
                </td>
              ) : null}
              {shows.child && !shows.who ? (
                <td class="govuk-table__cell" data-label="Child">
                  {childOf(row)}
                </td>
              ) : null}
              <td class="govuk-table__cell" data-label="What">
                {row.kind === 'denied' ? (
                  <strong class="fh-badge fh-badge-late">{kindWords[row.kind]}</strong>
                ) : (
                  (kindWords[row.kind] ?? row.kind)
                )}{' '}
                {pageName(row.page)}
              </td>
              <td class="govuk-table__cell" data-label="Through">
                {viaWords[row.via ?? ''] ?? ''}
              </td>
              {shows.child ? (
                <td class="govuk-table__cell" data-label="Reason">
                  {row.purpose ?? ''}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
      {paging.previous || paging.next ? (
        <Pagination
          {...(paging.previous ? { previous: { href: paging.previous, text: 'Newer' } } : {})}
          {...(paging.next ? { next: { href: paging.next, text: 'Older' } } : {})}
        />
      ) : null}
    </>
  );
}

export const roleTitle = (role: string) => (isRole(role) ? roles[role].title : 'Role not known');

function childOf(row: LookRow): Html {
  if (!row.childId) return <span class="fh-quiet">No one child</span>;
  if (!row.childName) return <span class="fh-quiet">A record not open to you</span>;
  return (
    <a class="govuk-link" href={urls.child.whoLooked(row.childId)}>
      {row.childName}, No. {row.childNumber}
    </a>
  );
}

type FilterProps = {
  readonly action: string;
  readonly typed: Typed;
  readonly people: readonly Choice[] | null;
};

/** Days, kind and person, kept in the address so that a view can be sent to a colleague. */
export function LookFilterForm({ action, typed, people }: FilterProps): Html {
  const field = { errors: [], typed };
  return (
    <form method="get" action={action} class="fh-no-print" novalidate>
      <div class="fh-even">
        <DayField {...field} name="from" label="From" hint="For example, 27 3 2026" />
        <DayField {...field} name="to" label="To" hint="For example, 31 3 2026" />
      </div>
      <div class="fh-even">
        <SelectField
          {...field}
          name="kind"
          label="What they did"
          empty="All"
          choices={Object.entries(kindWords).map(([value, text]) => ({ value, text }))}
        />
        {people ? (
          <SelectField {...field} name="person" label="Who" empty="Everyone" choices={people} />
        ) : null}
      </div>
      <Button text="Show" classes="govuk-button--secondary" />
    </form>
  );
}
