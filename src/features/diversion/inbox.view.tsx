import { ageOn, type Day, formatDay } from '../../domain/calendar/day.ts';
import { Pagination } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { Page, type PageShell } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';

export type Waiting = {
  readonly id: string;
  readonly childId: string;
  readonly forename: string;
  readonly surname: string;
  readonly dateOfBirth: Day | null;
  readonly question: string;
  readonly askedOn: Day;
  readonly askedBy: string | null;
  readonly dueOn: Day;
  readonly chasedOn: Day | null;
};

type Props = {
  readonly shell: PageShell;
  readonly today: Day;
  readonly agencyLabel: string;
  readonly waiting: readonly Waiting[];
  readonly total: number;
  readonly pageNumber: number;
  readonly pages: number;
};

/** A partner's inbox: what their agency was asked and has not answered. */
export function InboxPage({
  shell,
  today,
  agencyLabel,
  waiting,
  total,
  pageNumber,
  pages,
}: Props): Html {
  return (
    <Page title="Questions to us" shell={shell}>
      <h1 class="govuk-heading-l">Questions to us</h1>
      <p class="govuk-body">
        {agencyLabel}:{' '}
        {total === 0
          ? 'no questions wait'
          : total === 1
            ? '1 question waits'
            : `${total} questions wait`}{' '}
        for an answer. You see a child’s record until you have answered.
      </p>
      {waiting.length === 0 ? (
        <p class="govuk-body">
          When a worker asks your agency about a child, the question appears here with the day it is
          due.
        </p>
      ) : (
        <ul class="fh-results">
          {waiting.map((row) => (
            <Question row={row} today={today} />
          ))}
        </ul>
      )}
      {pages > 1 ? (
        <Pagination
          {...(pageNumber > 1
            ? { previous: { href: urls.information.inboxOf(pageNumber - 1) } }
            : {})}
          {...(pageNumber < pages
            ? { next: { href: urls.information.inboxOf(pageNumber + 1) } }
            : {})}
        />
      ) : null}
    </Page>
  );
}

function Question({ row, today }: { readonly row: Waiting; readonly today: Day }): Html {
  const late = row.dueOn < today;
  return (
    <li class="fh-result">
      <h2 class="govuk-heading-s govuk-!-margin-bottom-1">
        <a class="govuk-link" href={urls.information.answer(row.childId, row.id)}>
          {row.forename} {row.surname}
        </a>{' '}
        <span class={`fh-badge fh-badge-${late ? 'late' : 'soon'}`}>
          {late ? 'Overdue, due' : 'Due'} {formatDay(row.dueOn)}
        </span>
      </h2>
      <p class="govuk-body-s fh-quiet">
        {row.dateOfBirth
          ? `${ageOn(row.dateOfBirth, today)} years, born ${formatDay(row.dateOfBirth)}`
          : 'Date of birth unknown'}
        . Asked {formatDay(row.askedOn)} by {row.askedBy ?? 'the service'}
        {row.chasedOn ? `, chased ${formatDay(row.chasedOn)}` : ''}
      </p>
      <p class="govuk-body fh-written">{row.question}</p>
    </li>
  );
}
