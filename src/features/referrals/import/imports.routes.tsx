import { can } from '../../../domain/access/can.ts';
import { formatInstant } from '../../../domain/calendar/british-time.ts';
import { serviceList } from '../../../record/list-page.tsx';
import { Button } from '../../../ui/govuk/components.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { importStates } from './imports.queries.ts';
import { StatusBadge, statusText } from './status-badge.view.tsx';

/** Every list that came in, the newest first. */
export const importsRoutes = serviceList({
  path: urls.referrals.imports,
  permission: 'referral.inbox',
  audit: 'view',
  caption: 'Lists, the newest first',
  file: 'lists',
  subject: () => null,
  empty: () => 'No list has come in yet. When police send one, import it here.',
  rows: ({ tx, actor }, _subject, page) => importStates(tx, actor.serviceId, page),
  columns: () => [
    {
      heading: 'File',
      text: ({ fileName }) => fileName,
      cell: ({ id, fileName }) => (
        <a class="govuk-link" href={urls.referrals.preview(id)}>
          {fileName}
        </a>
      ),
    },
    {
      heading: 'Came in',
      text: ({ createdAt, by }) => `${formatInstant(createdAt)}, ${by ?? 'at the command line'}`,
    },
    {
      heading: 'State',
      text: ({ status }) => statusText(status),
      cell: ({ status }) => <StatusBadge status={status} />,
    },
    { heading: 'Rows', text: ({ total }) => total, numeric: true },
  ],
  view: ({ context: { shell }, list }) => (
    <Page title="Lists" shell={shell} back={{ href: urls.referrals.inbox, text: 'Referrals' }}>
      <h1 class="govuk-heading-l">Lists</h1>
      {can(shell.actor, 'referral.import') ? (
        <div class="fh-actions">
          <Button text="Import a list" href={urls.referrals.upload} />
        </div>
      ) : null}
      {list}
    </Page>
  ),
});
