import { formatDay } from '../../domain/calendar/day.ts';
import { Details } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import type { DueRow } from './home-model.ts';

const groups = [
  { urgency: 'overdue', title: 'Overdue', tone: 'late' },
  { urgency: 'today', title: 'Today', tone: 'soon' },
  { urgency: 'week', title: 'In the next seven days', tone: 'neutral' },
] as const;

/** What is due, late first; what lies further off is folded away. */
export function DueLists({ rows }: { readonly rows: readonly DueRow[] }): Html {
  const later = rows.filter(({ urgency }) => urgency === 'later');
  const shown = groups.filter((group) => rows.some(({ urgency }) => urgency === group.urgency));
  return (
    <>
      {shown.length === 0 ? (
        <p class="govuk-body">
          Nothing is due in the next seven days. A good time to see a child without a reason.
        </p>
      ) : null}
      {shown.map((group) => (
        <DueTable
          title={group.title}
          tone={group.tone}
          rows={rows.filter(({ urgency }) => urgency === group.urgency)}
        />
      ))}
      {later.length > 0 ? (
        <Details
          summaryText={`Later: ${later.length === 1 ? '1 thing' : `${later.length} things`}`}
          html={<DueTable title="Later" tone="neutral" rows={later} />}
        />
      ) : null}
    </>
  );
}

type TableProps = {
  readonly title: string;
  readonly tone: string;
  readonly rows: readonly DueRow[];
  /** Says who owes each, and which are late. */
  readonly isOthers?: boolean;
};

/** Duties as a table: what, for whom, by when. */
export function DueTable({ title, tone, rows, isOthers = false }: TableProps): Html {
  return (
    <table class="govuk-table fh-stack-table fh-due">
      <caption class="govuk-table__caption govuk-table__caption--s">
        {title} <span class={`fh-badge fh-badge-${tone}`}>{rows.length}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col" class="govuk-table__header">
            What
          </th>
          <th scope="col" class="govuk-table__header">
            Child
          </th>
          {isOthers ? (
            <th scope="col" class="govuk-table__header">
              Who
            </th>
          ) : null}
          <th scope="col" class="govuk-table__header">
            By
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr class="govuk-table__row">
            <td class="govuk-table__cell">
              <a class="govuk-link" href={row.href}>
                {row.what}
                <span class="govuk-visually-hidden"> for {row.child}</span>
              </a>
            </td>
            <td class="govuk-table__cell" data-label="Child">
              <a class="govuk-link" href={row.childHref}>
                {row.child}
              </a>
            </td>
            {isOthers ? (
              <td class="govuk-table__cell" data-label="Who">
                {row.owner}
              </td>
            ) : null}
            <td class="govuk-table__cell" data-label="By">
              {formatDay(row.dueOn)}{' '}
              {isOthers && row.urgency === 'overdue' ? (
                <span class="fh-badge fh-badge-late">Overdue</span>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
