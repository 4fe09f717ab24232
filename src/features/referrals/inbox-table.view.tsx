import {
  ageOn,
  type Day,
  daysBetween,
  formatDay,
  formatShortDay,
} from '../../domain/calendar/day.ts';
import type { Html } from '../../ui/html.ts';
import { urls } from '../../urls.ts';
import type { InboxFilter, InboxRow, Stage } from './inbox.queries.ts';
import { answerWords } from './referral-words.ts';

export type InboxTableProps = {
  readonly today: Day;
  readonly filter: InboxFilter;
  readonly rows: readonly InboxRow[];
  readonly caption: string;
  readonly sources: readonly { readonly code: string; readonly label: string }[];
  readonly pathways: readonly { readonly code: string; readonly label: string }[];
  readonly may: { readonly triage: boolean; readonly allocate: boolean };
};

/** The referrals of one stage. */
export function InboxTable({
  rows,
  today,
  filter,
  sources,
  pathways,
  may,
  caption,
}: InboxTableProps): Html {
  const words = (list: InboxTableProps['sources'], code: string | null) =>
    list.find((each) => each.code === code)?.label ?? code ?? '';
  const isAllocated = filter.stage === 'allocated';
  const last = isAllocated ? 'Worker' : 'Time limit';
  return (
    <table class="govuk-table fh-stack-table">
      <caption class="govuk-table__caption govuk-visually-hidden">{caption}</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {['Child', 'About', 'Came in', last].map((text) => (
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
              <a class="govuk-link" href={urls.referrals.one(row.child_id, row.id)}>
                {row.forename} {row.surname}
              </a>
              <br />
              <span class="govuk-!-font-weight-regular">
                {row.date_of_birth ? `${ageOn(row.date_of_birth, today)} years` : 'age not known'}
                {row.date_of_birth && isNamedAlike(row, rows)
                  ? `, born ${formatDay(row.date_of_birth)}`
                  : ''}
              </span>
            </th>
            <td class="govuk-table__cell" data-label="About">
              {row.offences ?? 'Preventive work'}{' '}
              {row.knife ? <span class="fh-badge fh-badge-late">Knife</span> : null}
              {row.urgency === 'same-day' || row.urgency === 'soon' ? (
                <span class="fh-badge fh-badge-soon">{answerWords(row.urgency)}</span>
              ) : null}
              {row.pathway ? <div class="fh-quiet">{words(pathways, row.pathway)}</div> : null}
            </td>
            <td class="govuk-table__cell" data-label="Came in">
              {formatShortDay(row.received_on)}, {waited(row.received_on, today)}
              {row.referred_on < row.received_on ? (
                <div>
                  Referred {formatShortDay(row.referred_on)}, {waited(row.referred_on, today)}
                </div>
              ) : null}
              <div class="fh-quiet">{words(sources, row.source)}</div>
            </td>
            <td class="govuk-table__cell" data-label={last}>
              {isAllocated ? (
                `${row.worker ?? ''}, ${row.allocated_on ? formatShortDay(row.allocated_on) : ''}`
              ) : (
                <Due row={row} today={today} />
              )}
              <Step row={row} stage={filter.stage} may={may} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

// Two of one family name on a page are told apart by their birthdays.
const isNamedAlike = (row: InboxRow, rows: readonly InboxRow[]) =>
  rows.some(
    (other) =>
      other.child_id !== row.child_id && other.surname.toLowerCase() === row.surname.toLowerCase(),
  );

function waited(since: Day, today: Day): string {
  const days = daysBetween(since, today);
  if (days <= 0) return 'today';
  return days === 1 ? '1 day ago' : `${days} days ago`;
}

function Due({ row, today }: { readonly row: InboxRow; readonly today: Day }): Html | null {
  if (!row.due_on) return null;
  const isLate = row.due_on < today;
  const kind = isLate ? 'late' : row.due_on === today ? 'soon' : 'neutral';
  const words = isLate ? 'Was due' : row.due_on === today ? 'Due today,' : 'Due';
  return (
    <span class={`fh-badge fh-badge-${kind}`}>
      {words} {formatShortDay(row.due_on)}
    </span>
  );
}

function Step({
  row,
  stage,
  may,
}: {
  readonly row: InboxRow;
  readonly stage: Stage;
  readonly may: InboxTableProps['may'];
}): Html | null {
  const name = `${row.forename} ${row.surname}`;
  if (stage === 'received' && may.triage)
    return (
      <div>
        <a class="govuk-link" href={urls.referrals.triage(row.child_id, row.id)}>
          Triage<span class="govuk-visually-hidden"> {name}</span>
        </a>
      </div>
    );
  if (stage === 'awaiting-allocation' && may.allocate)
    return (
      <div>
        <a class="govuk-link" href={urls.referrals.allocate(row.child_id, row.id)}>
          Allocate<span class="govuk-visually-hidden"> {name}</span>
        </a>
      </div>
    );
  return null;
}
