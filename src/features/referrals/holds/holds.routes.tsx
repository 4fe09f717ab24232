import { britishDay } from '../../../domain/calendar/british-time.ts';
import { formatDay, formatShortDay } from '../../../domain/calendar/day.ts';
import { fullName } from '../../../domain/people/display-name.ts';
import { choice } from '../../../record/choice-fields.tsx';
import { serviceList } from '../../../record/list-page.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { resolutionWords } from './hold-fields.ts';
import { type Hold, holdsOf } from './holds.queries.ts';

const bornText = ({ values: { dateOfBirth } }: Hold) =>
  dateOfBirth ? `born ${formatShortDay(dateOfBirth)}` : 'date of birth not known';

const stateText = ({ resolution, resolvedAt, resolvedBy, since }: Hold) =>
  resolution && resolvedAt
    ? `${resolutionWords[resolution]}, ${formatDay(britishDay(resolvedAt))}, ${resolvedBy ?? ''}`
    : `Waits since ${formatDay(britishDay(since))}`;

/** Rows that wait for a person, or were decided. */
export const holdsRoutes = serviceList({
  path: urls.referrals.holds,
  permission: 'referral.inbox',
  audit: 'view',
  caption: 'Held rows',
  file: 'held-rows',
  subject: () => null,
  filters: {
    show: choice(
      [
        { value: 'waiting', text: 'Rows that wait' },
        { value: 'decided', text: 'Rows already decided' },
      ],
      { label: 'Show', as: 'select' },
    ),
  },
  usual: () => ({ show: 'waiting' }),
  empty: () =>
    'No row to show here. When a list leaves it open which child is meant, or lacks something, its row waits here.',
  rows: ({ tx, actor }, _subject, { filters: { show = null }, limit, offset }) =>
    holdsOf(tx, actor.serviceId, { show, limit, offset }),
  columns: () => [
    {
      heading: 'Child as the list has them',
      text: (hold) => `${fullName(hold.values)}, ${bornText(hold)}`,
      cell: (hold) => (
        <>
          <a class="govuk-link" href={urls.referrals.hold(hold.id)}>
            {fullName(hold.values)}
          </a>
          <br />
          <span class="govuk-!-font-weight-regular">{bornText(hold)}</span>
        </>
      ),
    },
    {
      heading: 'Why a person must decide',
      text: ({ reasons }) => reasons.join('; '),
      cell: ({ reasons: [first, ...more] }) => (
        <>
          {first}
          {more.length > 0 ? <span class="fh-quiet"> and {more.length} more</span> : null}
        </>
      ),
    },
    { heading: 'List and row', text: ({ fileName, row }) => `${fileName}, row ${row}` },
    { heading: 'Decided, or waiting since', text: stateText },
  ],
  view: ({ context: { shell }, list }) => (
    <Page title="Held rows" shell={shell} back={{ href: urls.referrals.inbox, text: 'Referrals' }}>
      <h1 class="govuk-heading-l">Held rows</h1>
      {list}
    </Page>
  ),
});
