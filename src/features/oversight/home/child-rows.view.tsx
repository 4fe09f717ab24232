import { formatDay } from '../../../domain/calendar/day.ts';
import type { Html } from '../../../ui/html.ts';
import { DataTable } from '../../../ui/layout/data-table.tsx';
import { Pager } from '../../../ui/layout/pager.tsx';
import { urls } from '../../../urls.ts';
import { type Caseload, type ChildRow, levelText, levelTone } from './home-model.ts';

const kindWords: Readonly<Record<string, string>> = {
  'co-worker': 'Co-worked',
  partner: 'As partner',
  'information-request': 'Question to us',
  duty: 'Duty',
  'named-list': 'Restricted record',
  sample: 'In your sample',
};

/** One page of somebody's children, and where on the whole list it stands. */
export function CaseloadTable({
  caseload: { rows, before, total, pages },
  caption,
}: {
  readonly caseload: Caseload;
  readonly caption: string;
}): Html {
  return (
    <>
      {total > rows.length ? (
        <p class="govuk-body">
          {before + 1} to {before + rows.length} of {total} children, most urgent first.
        </p>
      ) : null}
      <ChildrenTable rows={rows} caption={caption} />
      <Pager pages={pages} />
    </>
  );
}

/** Children as a list that one look can read: how things stand, what comes next, what to worry about. */
export function ChildrenTable({
  rows,
  caption,
}: {
  readonly rows: readonly ChildRow[];
  readonly caption: string;
}): Html {
  // A partner who may read neither is not shown two columns of nothing.
  const hasLevels = rows.some((row) => row.levels.length > 0);
  const hasNext = rows.some((row) => row.next !== null);
  return (
    <DataTable
      caption={caption}
      columns={[
        { heading: 'Child', cell: (row) => <Who row={row} /> },
        ...(hasLevels
          ? [{ heading: 'Levels', cell: (row: ChildRow) => <Levels row={row} /> }]
          : []),
        ...(hasNext
          ? [{ heading: 'Next contact', cell: (row: ChildRow) => <NextContact row={row} /> }]
          : []),
        { heading: 'Due soonest', cell: (row) => <Soonest row={row} /> },
      ]}
      rows={rows}
    />
  );
}

function Who({ row }: { readonly row: ChildRow }): Html {
  return (
    <>
      <a class="govuk-link" href={urls.child.overview(row.id)}>
        {row.name}
      </a>
      <span class="fh-quiet"> {row.age === null ? 'age unknown' : row.age}</span>
      <Flags row={row} />
    </>
  );
}

function NextContact({ row }: { readonly row: ChildRow }): Html {
  if (!row.next) return <span class="fh-quiet">None planned</span>;
  return (
    <a class="govuk-link" href={row.next.href}>
      {row.next.text}
    </a>
  );
}

function Flags({ row }: { readonly row: ChildRow }): Html {
  const kind = kindWords[row.kind];
  return (
    <span class="fh-flags">
      {kind ? <span class="fh-badge fh-badge-neutral">{kind}</span> : null}
      {row.warnings > 0 ? (
        <a class="fh-badge fh-badge-late" href={urls.child.warnings(row.id)}>
          {row.warnings === 1 ? '1 warning' : `${row.warnings} warnings`}
          <span class="govuk-visually-hidden"> for {row.name}</span>
        </a>
      ) : null}
      {row.missed > 0 ? (
        <a class="fh-badge fh-badge-late" href={urls.contacts.list(row.id)}>
          Missed {row.missed} in a row
          <span class="govuk-visually-hidden">, {row.name}</span>
        </a>
      ) : null}
    </span>
  );
}

/** The three levels of the last signed assessment. */
function Levels({ row }: { readonly row: Pick<ChildRow, 'levels'> }): Html {
  if (row.levels.length === 0) return <span class="fh-quiet">No signed assessment to show</span>;
  return (
    <span class="fh-flags">
      {row.levels.map(({ label, level }) => (
        <span class={`fh-badge fh-badge-${levelTone(level)}`}>
          {label}: {levelText(level)}
        </span>
      ))}
    </span>
  );
}

function Soonest({ row }: { readonly row: ChildRow }): Html {
  if (!row.soonest) return <span class="fh-quiet">Nothing</span>;
  return (
    <>
      <a class="govuk-link" href={row.soonest.href()}>
        {row.soonest.what}
      </a>
      <span class="fh-quiet"> by {formatDay(row.soonest.dueOn)}</span>
      {row.late > 0 ? (
        <>
          {' '}
          <span class="fh-badge fh-badge-late">{row.late} overdue</span>
        </>
      ) : null}
    </>
  );
}
