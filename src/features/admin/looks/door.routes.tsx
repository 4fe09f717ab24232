import type { Route } from '../../../platform/http/route.ts';
import { choice } from '../../../record/choice-fields.tsx';
import { doorColumns, doorLines } from '../../../record/door.tsx';
import { serviceList } from '../../../record/list-page.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';

/** Who came in, who could not, and what was done to somebody's sign-in, for those who watch over access. */
export const doorRoutes: readonly Route[] = serviceList({
  path: urls.admin.door(),
  tab: { section: 'account', text: 'Who came to the door', place: 4 },
  permission: 'access-log.read',
  audit: 'view',
  subject: () => null,
  caption: 'What happened at the door, latest first',
  empty: () => 'Nothing yet.',
  file: 'who-came-to-the-door',
  size: 50,
  filters: {
    only: choice([{ value: 'trouble', text: 'Only what went wrong' }], {
      label: 'Show',
      as: 'select',
    }),
  },
  rows: ({ tx }, _subject, { filters, offset, limit }) =>
    doorLines(tx, { onlyTrouble: filters.only === 'trouble', offset, limit }),
  columns: () => doorColumns(true),
  view: ({ context: { shell }, list }) => (
    <Page
      title="Who came to the door"
      shell={shell}
      back={{ href: urls.admin.access, text: 'Back to who looked' }}
    >
      <h1 class="govuk-heading-l">Who came to the door</h1>
      <p class="govuk-body">
        Sign-ins, wrong passwords and codes, locks, and what was done to somebody’s sign-in. Several
        wrong passwords in a row are a question to ask, not an answer.
      </p>
      {list}
    </Page>
  ),
});
