import { formatShortDay } from '../../domain/calendar/day.ts';
import type { RowVerdict } from '../../domain/referrals/judged-row.ts';
import type { Html } from '../../ui/html.ts';
import { urls } from '../../urls.ts';
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
}: {
  readonly rows: readonly ReportRow[];
  readonly isDone: boolean;
}): Html {
  if (rows.length === 0) return <p class="govuk-body">No rows to show.</p>;
  return (
    <table class="govuk-table fh-stack-table">
      <caption class="govuk-table__caption govuk-visually-hidden">Rows of the list</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {[
            'Row',
            'Child',
            'Verdict',
            isDone ? 'What was made, and why' : 'What will happen, and why',
          ].map((text) => (
            <th scope="col" class="govuk-table__header">
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {rows.map((row) => (
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
              {row.row}
            </th>
            <td class="govuk-table__cell" data-label="Child">
              <strong>{row.name}</strong>
              <br />
              {row.dateOfBirth
                ? `born ${formatShortDay(row.dateOfBirth)}`
                : 'date of birth not known'}
              <br />
              <span class="fh-quiet">{row.urn ?? 'no URN'}</span>
            </td>
            <td class="govuk-table__cell" data-label="Verdict">
              <span class={`fh-badge fh-badge-${kinds[row.verdict]}`}>
                {verdictWords[row.verdict]}
              </span>
            </td>
            <td
              class="govuk-table__cell"
              data-label={isDone ? 'What was made' : 'What will happen'}
            >
              <strong>{makesWords(row.makes, isDone)}</strong> <Links row={row} />
              <ul class="govuk-list govuk-list--bullet">
                {row.reasons.map((reason) => (
                  <li>{reason}</li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Links({ row }: { readonly row: ReportRow }): Html | null {
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
