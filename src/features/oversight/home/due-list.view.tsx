import { formatDay } from '../../../domain/calendar/day.ts';
import { comesFirst, type Waits, waitsWords } from '../../../domain/oversight/inbox.ts';
import { Details } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { type Column, DataTable } from '../../../ui/layout/data-table.tsx';
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
export function DueLists({
  rows,
  atOnce,
}: {
  readonly rows: readonly DueRow[];
  /** How many of each list stand open; the others are folded away below it. */
  readonly atOnce?: number;
}): Html {
  const first = rows.filter(comesFirst);
  const others = rows.filter((row) => !comesFirst(row));
  const later = others.filter(({ urgency }) => urgency === 'later');
  const shown = groups
    .map((group) => ({ ...group, rows: others.filter(({ urgency }) => urgency === group.urgency) }))
    .filter((group) => group.rows.length > 0);
  return (
    <>
      {first.length > 0 ? (
        <DueTable title="First" tone="late" rows={first} atOnce={atOnce} />
      ) : null}
      {first.length === 0 && shown.length === 0 ? (
        <p class="govuk-body">
          Nothing waits for you in the next seven days. A good time to see a child without a reason.
        </p>
      ) : null}
      {shown.map((group) => (
        <DueTable {...group} atOnce={atOnce} />
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
  readonly atOnce?: number | undefined;
};

/** More than anybody does in a day: what follows is less urgent, and comes up as these are done. */
const mostShown = 60;

/** Duties as a table: what, for whom, by when. */
export function DueTable({ title, tone, rows: all, atOnce, isOthers = false }: TableProps): Html {
  const rows = all.slice(0, mostShown);
  const open = rows.slice(0, atOnce);
  const folded = rows.slice(open.length);
  return (
    <div class={`fh-due fh-due-${tone}`}>
      <DataTable
        caption={`${title}: ${all.length}`}
        captionShown
        columns={columnsOf(isOthers)}
        rows={open}
      />
      {folded.length > 0 ? (
        <Details
          summaryText={`${title}: ${folded.length} more`}
          html={
            <DataTable caption={`${title}, more`} columns={columnsOf(isOthers)} rows={folded} />
          }
        />
      ) : null}
      {all.length > rows.length ? (
        <p class="govuk-body fh-quiet">
          The first {rows.length} of {all.length}. The others come up as these are done.
        </p>
      ) : null}
    </div>
  );
}

const columnsOf = (isOthers: boolean): readonly Column<DueRow>[] => [
  { heading: 'What', cell: whatOf },
  { heading: 'Child', cell: childOf },
  ...(isOthers ? [{ heading: 'Who', cell: ({ owner }: DueRow) => owner ?? '' }] : []),
  {
    heading: 'By',
    cell: ({ dueOn, urgency }) => (
      <>
        {formatDay(dueOn)}{' '}
        {isOthers && urgency === 'overdue' ? (
          <span class="fh-badge fh-badge-late">Overdue</span>
        ) : null}
      </>
    ),
  },
];

const whatOf = ({ href, what, child, waits }: DueRow) => (
  <>
    <a class="govuk-link" href={href}>
      {what}
      {child ? <span class="govuk-visually-hidden"> for {child}</span> : null}
    </a>{' '}
    {waitsWords[waits] ? (
      <span class={`fh-badge fh-badge-${tones[waits]}`}>{waitsWords[waits]}</span>
    ) : null}
  </>
);

const childOf = ({ child, childHref }: DueRow) =>
  child ? (
    <a class="govuk-link" href={childHref}>
      {child}
    </a>
  ) : (
    'About no child'
  );
