import { formatDay } from '../../domain/calendar/day.ts';
import { comesFirst, type Waits, waitsWords } from '../../domain/oversight/inbox.ts';
import { Details } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import type { DueRow } from './home-model.ts';

const groups = [
  { urgency: 'overdue', title: 'Overdue', tone: 'late' },
  { urgency: 'today', title: 'Today', tone: 'soon' },
  { urgency: 'week', title: 'In the next seven days', tone: 'neutral' },
] as const;

const tones: Readonly<Record<Waits, string>> = {
  'sent-back': 'late',
  risk: 'late',
  check: 'soon',
  new: 'good',
  due: 'neutral',
};

/** All that waits, most urgent first: what came back and live risk, what is late, what comes; what lies further off is folded away. */
export function DueLists({ rows }: { readonly rows: readonly DueRow[] }): Html {
  const first = rows.filter(comesFirst);
  const others = rows.filter((row) => !comesFirst(row));
  const later = others.filter(({ urgency }) => urgency === 'later');
  const shown = groups
    .map((group) => ({ ...group, rows: others.filter(({ urgency }) => urgency === group.urgency) }))
    .filter((group) => group.rows.length > 0);
  return (
    <>
      {first.length > 0 ? <DueTable title="First" tone="late" rows={first} /> : null}
      {first.length === 0 && shown.length === 0 ? (
        <p class="govuk-body">
          Nothing waits for you in the next seven days. A good time to see a child without a reason.
        </p>
      ) : null}
      {shown.map((group) => (
        <DueTable {...group} />
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

/** More than anybody does in a day: what follows is less urgent, and comes up as these are done. */
const mostShown = 60;

/** Duties as a table: what, for whom, by when. */
export function DueTable({ title, tone, rows: all, isOthers = false }: TableProps): Html {
  const rows = all.slice(0, mostShown);
  return (
    <>
      <Due title={title} tone={tone} count={all.length} rows={rows} isOthers={isOthers} />
      {all.length > rows.length ? (
        <p class="govuk-body fh-quiet">
          The first {rows.length} of {all.length}. The others come up as these are done.
        </p>
      ) : null}
    </>
  );
}

function Due({
  title,
  tone,
  count,
  rows,
  isOthers,
}: Required<TableProps> & { readonly count: number }): Html {
  return (
    <table class="govuk-table fh-stack-table fh-due">
      <caption class="govuk-table__caption govuk-table__caption--s">
        {title} <span class={`fh-badge fh-badge-${tone}`}>{count}</span>
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
                {row.child ? <span class="govuk-visually-hidden"> for {row.child}</span> : null}
              </a>{' '}
              {waitsWords[row.waits] ? (
                <span class={`fh-badge fh-badge-${tones[row.waits]}`}>{waitsWords[row.waits]}</span>
              ) : null}
            </td>
            <td class="govuk-table__cell" data-label="Child">
              {row.child ? (
                <a class="govuk-link" href={row.childHref}>
                  {row.child}
                </a>
              ) : (
                'About no child'
              )}
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
