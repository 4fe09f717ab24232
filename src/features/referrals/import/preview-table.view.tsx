import { formatShortDay } from '../../../domain/calendar/day.ts';
import type { RowVerdict } from '../../../domain/referrals/judged-row.ts';
import type { Html } from '../../../ui/html.ts';
import { DataTable } from '../../../ui/layout/data-table.tsx';
import { urls } from '../../../urls.ts';
import { makesWords, verdictWords } from './report-csv.ts';
import type { ReportRow } from './report-rows.ts';

const kinds: Readonly<Record<RowVerdict, string>> = {
  create: 'voice',
  match: 'good',
  hold: 'soon',
  refuse: 'late',
};

/** The rows of a preview or report. */
export function PreviewTable({
  rows,
  isDone,
  decideAt,
}: {
  readonly rows: readonly ReportRow[];
  readonly isDone: boolean;
  /** Where a held row is decided before the import; null when it may not be. */
  readonly decideAt: ((row: number) => string) | null;
}): Html {
  if (rows.length === 0) return <p class="govuk-body">No rows to show.</p>;
  return (
    <DataTable
      caption="Rows of the list"
      columns={[
        { heading: 'Row', cell: ({ row }) => row },
        { heading: 'Child', cell: (row) => <Child row={row} /> },
        {
          heading: 'Verdict',
          cell: ({ verdict }) => (
            <span class={`fh-badge fh-badge-${kinds[verdict]}`}>{verdictWords[verdict]}</span>
          ),
        },
        {
          heading: isDone ? 'What was made, and why' : 'What will happen, and why',
          cell: (row) => (
            <>
              <strong>{makesWords(row)}</strong> <Links row={row} decideAt={decideAt} />
              {row.decided && !row.isMade ? <p class="govuk-body">{row.decided}</p> : null}
              <ul class="govuk-list govuk-list--bullet">
                {row.reasons.map((reason) => (
                  <li>{reason}</li>
                ))}
              </ul>
            </>
          ),
        },
      ]}
      rows={rows}
    />
  );
}

const Child = ({ row: { name, dateOfBirth, urn } }: { readonly row: ReportRow }) => (
  <>
    <strong>{name}</strong>
    <br />
    {dateOfBirth ? `born ${formatShortDay(dateOfBirth)}` : 'date of birth not known'}
    <br />
    <span class="fh-quiet">{urn ?? 'no URN'}</span>
  </>
);

function Links({
  row,
  decideAt,
}: {
  readonly row: ReportRow;
  readonly decideAt: ((row: number) => string) | null;
}): Html | null {
  if (decideAt && !row.isMade && (row.decided || row.makes === 'hold'))
    return (
      <a class="govuk-link" href={decideAt(row.row)}>
        {row.decided ? `Decide row ${row.row} otherwise` : `Decide row ${row.row}`}
      </a>
    );
  if (row.childId && row.referralId)
    return (
      <a class="govuk-link" href={urls.referrals.one(row.childId, row.referralId)}>
        Referral of {row.name}
      </a>
    );
  if (row.holdId)
    return (
      <a class="govuk-link" href={urls.referrals.hold(row.holdId)}>
        Decide row {row.row}
      </a>
    );
  const known = row.child?.kind === 'record' ? row.child : null;
  return known ? (
    <a class="govuk-link" href={urls.child.overview(known.id)}>
      Record of {known.name}
    </a>
  ) : null;
}
