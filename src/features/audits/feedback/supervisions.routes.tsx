import { formatDay } from '../../../domain/calendar/day.ts';
import { serviceList } from '../../../record/list-page.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { type WaitingWorker, workersWithFeedback } from './feedback.queries.ts';

const waits = ({ waiting, since }: WaitingWorker) =>
  `${waiting === 0 ? 'Nothing' : waiting}${since ? ` since ${formatDay(since)}` : ''}`;

/** Whose next supervision has learning from audits to talk through. */
export const supervisionsRoutes = serviceList({
  path: urls.audits.supervisions,
  tab: { section: 'oversight', text: 'Learning from audits', keeps: 'team' },
  permission: 'oversight.write',
  audit: 'view',
  caption: 'Workers',
  file: 'learning-for-supervision',
  size: 50,
  empty: () =>
    'Nothing yet. A worker appears here when the first reading of one of their cases is finished.',
  subject: () => ({}),
  rows: ({ tx, actor }, _about, { limit, offset }) =>
    workersWithFeedback(tx, actor.serviceId, limit, offset),
  columns: () => [
    {
      heading: 'Worker',
      text: ({ name }) => name,
      cell: ({ id, name }) => (
        <a class="govuk-link" href={urls.audits.supervision(id)}>
          {name}
        </a>
      ),
    },
    { heading: 'To talk through', text: waits },
    { heading: 'Open actions', text: ({ openActions }) => openActions },
  ],
  view: ({ context: { shell }, list }) => (
    <Page
      title="Learning for supervision"
      shell={shell}
      back={{ href: urls.audits.list, text: 'Audits' }}
    >
      <h1 class="govuk-heading-l">Learning for supervision</h1>
      <p class="govuk-body">
        What readers found in each worker’s cases. It waits here until you have talked it through
        and written so.
      </p>
      {list}
    </Page>
  ),
});
