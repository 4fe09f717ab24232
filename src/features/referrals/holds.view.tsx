import { britishDay } from '../../domain/calendar/british-time.ts';
import { formatDay, formatShortDay } from '../../domain/calendar/day.ts';
import { fullName } from '../../domain/people/display-name.ts';
import type { Html } from '../../ui/html.ts';
import { Page, type PageShell } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import type { Hold } from './holds.queries.ts';

type Props = {
  readonly shell: PageShell;
  readonly holds: readonly Hold[];
  readonly isDecided: boolean;
  readonly pageNumber: number;
  readonly hasMore: boolean;
};

/** What a decision was, in words. */
export const resolutionWords = {
  created: 'A new child',
  matched: 'A child who is known',
  discarded: 'Not a referral',
} as const;

/** Rows that wait for a person, or were decided. */
export function HoldsPage({ shell, holds, isDecided, pageNumber, hasMore }: Props): Html {
  const show = isDecided ? 'decided' : '';
  return (
    <Page title="Held rows" shell={shell} back={{ href: urls.referrals.inbox, text: 'Referrals' }}>
      <h1 class="govuk-heading-l">Held rows</h1>
      <p class="govuk-body">
        {isDecided ? (
          <a class="govuk-link" href={urls.referrals.holds}>
            Show rows that wait
          </a>
        ) : (
          <a class="govuk-link" href={urls.referrals.holdsOf({ show: 'decided' })}>
            Show rows already decided
          </a>
        )}
      </p>
      {holds.length === 0 ? (
        <p class="govuk-body">
          {isDecided
            ? 'No held row has been decided yet.'
            : 'No row waits. When a list leaves it open which child is meant, or lacks something, its row appears here.'}
        </p>
      ) : (
        <Table holds={holds} isDecided={isDecided} />
      )}
      <p class="govuk-body">
        {pageNumber > 1 ? (
          <a class="govuk-link" href={urls.referrals.holdsOf({ page: pageNumber - 1, show })}>
            Rows before these
          </a>
        ) : null}{' '}
        {hasMore ? (
          <a class="govuk-link" href={urls.referrals.holdsOf({ page: pageNumber + 1, show })}>
            Rows after these
          </a>
        ) : null}
      </p>
    </Page>
  );
}

function Table({ holds, isDecided }: Pick<Props, 'holds' | 'isDecided'>): Html {
  const last = isDecided ? 'Decided' : 'Waiting since';
  return (
    <table class="govuk-table fh-stack-table">
      <caption class="govuk-table__caption govuk-visually-hidden">Held rows</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {['Child as the list has them', 'Why a person must decide', 'List and row', last].map(
            (text) => (
              <th scope="col" class="govuk-table__header">
                {text}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {holds.map((hold) => (
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
              <a class="govuk-link" href={urls.referrals.hold(hold.id)}>
                {fullName(hold.values)}
              </a>
              <br />
              <span class="govuk-!-font-weight-regular">
                {hold.values.dateOfBirth
                  ? `born ${formatShortDay(hold.values.dateOfBirth)}`
                  : 'date of birth not known'}
              </span>
            </th>
            <td class="govuk-table__cell" data-label="Why">
              {hold.reasons[0]}
              {hold.reasons.length > 1 ? (
                <span class="fh-quiet"> and {hold.reasons.length - 1} more</span>
              ) : null}
            </td>
            <td class="govuk-table__cell" data-label="List and row">
              {hold.fileName}, row {hold.row}
            </td>
            <td class="govuk-table__cell" data-label={last}>
              {hold.resolution && hold.resolvedAt
                ? `${resolutionWords[hold.resolution]}, ${formatDay(britishDay(hold.resolvedAt))}, ${hold.resolvedBy ?? ''}`
                : formatDay(britishDay(hold.since))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
