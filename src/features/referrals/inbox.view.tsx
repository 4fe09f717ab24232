import { ageOn, type Day, daysBetween, formatShortDay } from '../../domain/calendar/day.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { Page, type PageShell } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import type { InboxCounts, InboxFilter, InboxRow, Stage } from './inbox.queries.ts';
import { answerWords } from './referral-words.ts';

type Props = {
  readonly shell: PageShell;
  readonly today: Day;
  readonly filter: InboxFilter;
  readonly counts: InboxCounts;
  readonly rows: readonly InboxRow[];
  readonly hasMore: boolean;
  readonly pageNumber: number;
  readonly sources: readonly { readonly code: string; readonly label: string }[];
  readonly pathways: readonly { readonly code: string; readonly label: string }[];
  readonly may: {
    readonly import: boolean;
    readonly create: boolean;
    readonly triage: boolean;
    readonly allocate: boolean;
  };
};

const stageWords: Readonly<Record<Stage, string>> = {
  received: 'Waiting for triage',
  'awaiting-allocation': 'Waiting for a worker',
  allocated: 'Allocated in the last two weeks',
};
const emptyWords: Readonly<Record<Stage, string>> = {
  received: 'Nothing waits for triage. What comes in next, by list or by hand, appears here.',
  'awaiting-allocation': 'Nobody waits for a worker.',
  allocated: 'Nobody was allocated in the last two weeks.',
};

const address = (filter: InboxFilter, page = 1) => {
  const values = {
    show: filter.stage,
    ...(filter.isKnifeOnly ? { knife: '1' } : {}),
    ...(filter.isLateOnly ? { late: '1' } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  };
  return `${urls.referrals.inbox}?${new URLSearchParams(values)}`;
};

/** The inbox of referrals. */
export function InboxPage(props: Props): Html {
  const { shell, filter, counts, rows, hasMore, pageNumber, may } = props;
  return (
    <Page title="Referrals" shell={shell}>
      <h1 class="govuk-heading-l">Referrals</h1>
      <div class="fh-actions">
        {may.import ? <Button text="Import a list" href={urls.referrals.upload} /> : null}
        {may.create ? (
          <Button
            text="Log a referral"
            href={urls.referrals.create}
            classes="govuk-button--secondary"
          />
        ) : null}
        <a class="govuk-link" href={urls.referrals.imports}>
          Lists that came in
        </a>
        <a class="govuk-link" href={urls.referrals.holds}>
          {counts.holds === 1 ? '1 held row waits' : `${counts.holds} held rows wait`} for a
          decision
        </a>
      </div>
      <Stages filter={filter} counts={counts} />
      <Filters filter={filter} />
      {rows.length === 0 ? (
        <p class="govuk-body">
          {filter.isKnifeOnly || filter.isLateOnly
            ? 'No referral here fits what you show.'
            : emptyWords[filter.stage]}
        </p>
      ) : (
        <Table {...props} />
      )}
      <p class="govuk-body">
        {pageNumber > 1 ? (
          <a class="govuk-link" href={address(filter, pageNumber - 1)}>
            Referrals before these
          </a>
        ) : null}{' '}
        {hasMore ? (
          <a class="govuk-link" href={address(filter, pageNumber + 1)}>
            Referrals after these
          </a>
        ) : null}
      </p>
    </Page>
  );
}

function Stages({ filter, counts }: Pick<Props, 'filter' | 'counts'>): Html {
  return (
    <nav class="fh-child__tabs govuk-!-margin-bottom-3" aria-label="Stage">
      <ul>
        {(['received', 'awaiting-allocation', 'allocated'] as const).map((stage) => (
          <li>
            <a
              href={address({ ...filter, stage })}
              {...(stage === filter.stage ? { 'aria-current': 'page' as const } : {})}
            >
              {stageWords[stage]} ({counts[stage]})
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Filters({ filter }: Pick<Props, 'filter'>): Html {
  const { isKnifeOnly, isLateOnly, stage } = filter;
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={address({ ...filter, isKnifeOnly: !isKnifeOnly })}>
        {isKnifeOnly ? 'Show all offences again' : 'Show only knife offences'}
      </a>
      {stage === 'allocated' ? null : (
        <>
          {' · '}
          <a class="govuk-link" href={address({ ...filter, isLateOnly: !isLateOnly })}>
            {isLateOnly ? 'Show those in time again' : 'Show only those past their time limit'}
          </a>
        </>
      )}
    </p>
  );
}

function Table({ rows, today, filter, sources, pathways, may }: Props): Html {
  const words = (list: Props['sources'], code: string | null) =>
    list.find((each) => each.code === code)?.label ?? code ?? '';
  const isAllocated = filter.stage === 'allocated';
  const last = isAllocated ? 'Worker' : 'Time limit';
  return (
    <table class="govuk-table fh-stack-table">
      <caption class="govuk-table__caption govuk-visually-hidden">
        {stageWords[filter.stage]}
      </caption>
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
  readonly may: Props['may'];
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
