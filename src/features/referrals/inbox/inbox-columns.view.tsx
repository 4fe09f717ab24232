import {
  ageOn,
  type Day,
  daysBetween,
  formatDay,
  formatShortDay,
} from '../../../domain/calendar/day.ts';
import { type Code, labelOf } from '../../../domain/reference/codes.ts';
import type { ListColumn } from '../../../record/list-file.ts';
import type { Html } from '../../../ui/html.ts';
import { urls } from '../../../urls.ts';
import { urgencyText } from '../one/triage-fields.ts';
import type { InboxFilter, InboxRow } from './inbox.queries.ts';

type Around = {
  readonly today: Day;
  readonly filter: InboxFilter;
  readonly sources: readonly Code[];
  readonly pathways: readonly Code[];
  readonly may: { readonly triage: boolean; readonly allocate: boolean };
};

/** What is said of a referral in the inbox. */
export function inboxColumns(around: Around): readonly ListColumn<InboxRow>[] {
  const { today, filter, sources, pathways, may } = around;
  const isAllocated = filter.stage === 'allocated';
  return [
    {
      heading: 'Child',
      text: (row) => `${nameOf(row)}, ${bornText(row, today)}`,
      cell: (row) => (
        <>
          <a class="govuk-link" href={urls.referrals.one(row.child_id, row.id)}>
            {nameOf(row)}
          </a>
          <br />
          <span class="govuk-!-font-weight-regular">{bornText(row, today)}</span>
        </>
      ),
    },
    {
      heading: 'About',
      text: (row) => [row.offences ?? 'Preventive work', ...marksOf(row)].join(', '),
      cell: (row) => (
        <>
          {row.offences ?? 'Preventive work'}{' '}
          {marksOf(row).map((mark) => (
            <span class={`fh-badge fh-badge-${mark === 'Knife' ? 'late' : 'soon'}`}>{mark}</span>
          ))}
          {row.pathway ? <div class="fh-quiet">{labelOf(pathways, row.pathway)}</div> : null}
        </>
      ),
    },
    {
      heading: 'Came in',
      text: (row) => formatShortDay(row.received_on),
      cell: (row) => (
        <>
          {formatShortDay(row.received_on)}, {waited(row.received_on, today)}
          {row.referred_on < row.received_on ? (
            <div>
              Referred {formatShortDay(row.referred_on)}, {waited(row.referred_on, today)}
            </div>
          ) : null}
          <div class="fh-quiet">{labelOf(sources, row.source)}</div>
        </>
      ),
    },
    isAllocated
      ? { heading: 'Worker', text: workerText }
      : {
          heading: 'Time limit',
          text: (row) => dueText(row, today),
          cell: (row) => (
            <>
              <Due row={row} today={today} />
              <Step row={row} filter={filter} may={may} />
            </>
          ),
        },
  ];
}

const nameOf = ({ forename, surname }: InboxRow) => `${forename} ${surname}`;

const workerText = ({ worker, allocated_on }: InboxRow) =>
  `${worker ?? ''}, ${allocated_on ? formatShortDay(allocated_on) : ''}`;

// Two of one family name are told apart by their birthdays.
const bornText = ({ date_of_birth, named_alike }: InboxRow, today: Day) =>
  date_of_birth
    ? `${ageOn(date_of_birth, today)} years${named_alike ? `, born ${formatDay(date_of_birth)}` : ''}`
    : 'age not known';

const marksOf = ({ knife, urgency }: InboxRow): readonly string[] => [
  ...(knife ? ['Knife'] : []),
  ...(urgency === 'same-day' || urgency === 'soon' ? [urgencyText(urgency)] : []),
];

function waited(since: Day, today: Day): string {
  const days = daysBetween(since, today);
  if (days <= 0) return 'today';
  return days === 1 ? '1 day ago' : `${days} days ago`;
}

function dueText({ due_on }: InboxRow, today: Day): string {
  if (!due_on) return '';
  const words = due_on < today ? 'Was due' : due_on === today ? 'Due today,' : 'Due';
  return `${words} ${formatShortDay(due_on)}`;
}

function Due({ row, today }: { readonly row: InboxRow; readonly today: Day }): Html | null {
  if (!row.due_on) return null;
  const kind = row.due_on < today ? 'late' : row.due_on === today ? 'soon' : 'neutral';
  return <span class={`fh-badge fh-badge-${kind}`}>{dueText(row, today)}</span>;
}

function Step({
  row,
  filter: { stage },
  may,
}: Pick<Around, 'filter' | 'may'> & { readonly row: InboxRow }): Html | null {
  const step =
    stage === 'received' && may.triage
      ? { text: 'Triage', to: urls.referrals.triage }
      : stage === 'awaiting-allocation' && may.allocate
        ? { text: 'Allocate', to: urls.referrals.allocate }
        : null;
  return step ? (
    <div>
      <a class="govuk-link" href={step.to(row.child_id, row.id)}>
        {step.text}
        <span class="govuk-visually-hidden"> {nameOf(row)}</span>
      </a>
    </div>
  ) : null;
}
