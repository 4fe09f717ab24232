import { ageOn, formatDay } from '../../domain/calendar/day.ts';
import { labelOf } from '../../domain/reference/codes.ts';
import { codeLists } from '../../platform/db/codes.ts';
import type { PageContext } from '../../platform/http/context.ts';
import { serviceList } from '../../record/list-page.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import { countWaiting, waitingFor } from './information.queries.ts';

async function inbox({ tx, actor, today }: PageContext) {
  const { agency } = await codeLists(tx, ['agency']);
  const total = await countWaiting(tx, actor.agency);
  return { agency: labelOf(agency, actor.agency), total, today };
}

const waits = (total: number) => {
  if (total === 0) return 'no questions wait';
  return total === 1 ? '1 question waits' : `${total} questions wait`;
};

/** A partner's inbox: what their agency was asked and has not answered. */
export const inboxRoutes = serviceList({
  path: urls.information.inbox,
  tab: { section: 'intake', text: 'Questions to us' },
  permission: 'information.answer',
  audit: 'view',
  subject: inbox,
  caption: 'Questions to us',
  empty: () =>
    'When a worker asks your agency about a child, the question appears here with the day it is due.',
  size: 30,
  rows: ({ tx, actor }, _inbox, part) => waitingFor(tx, actor.agency, part),
  columns: ({ today }) => [
    {
      heading: 'Child',
      text: ({ forename, surname }) => `${forename} ${surname}`,
      cell: (row) => (
        <a class="govuk-link" href={urls.information.answer(row.child_id, row.id)}>
          {row.forename} {row.surname}
        </a>
      ),
    },
    {
      heading: 'Born',
      text: ({ date_of_birth: born }) =>
        born ? `${ageOn(born, today)} years, born ${formatDay(born)}` : 'Date of birth unknown',
    },
    {
      heading: 'Question',
      text: ({ question }) => question,
      cell: ({ question }) => <span class="fh-written">{question}</span>,
    },
    {
      heading: 'Asked',
      text: ({ asked_on, asker, chased_on }) =>
        `${formatDay(asked_on)} by ${asker ?? 'the service'}${chased_on ? `, chased ${formatDay(chased_on)}` : ''}`,
    },
    {
      heading: 'Due',
      text: ({ due_on }) => formatDay(due_on),
      cell: ({ due_on }) => (
        <span class={`fh-badge fh-badge-${due_on < today ? 'late' : 'soon'}`}>
          {due_on < today ? 'Overdue, due' : 'Due'} {formatDay(due_on)}
        </span>
      ),
    },
  ],
  view: ({ context: { shell }, subject: { agency, total }, list }) => (
    <Page title="Questions to us" shell={shell}>
      <h1 class="govuk-heading-l">Questions to us</h1>
      <p class="govuk-body">
        {agency}: {waits(total)} for an answer. You see a child’s record until you have answered.
      </p>
      {list}
    </Page>
  ),
});
