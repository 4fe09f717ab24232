import { can } from '../../../domain/access/can.ts';
import { formatInstant } from '../../../domain/calendar/british-time.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { serviceList } from '../../../record/list-page.tsx';
import { Button } from '../../../ui/govuk/components.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { panelList } from './panels.queries.ts';
import { windowWords } from './window-words.ts';

const headings = { coming: 'Panels to come', past: 'Past panels' };

/** Panels to come, or past. */
export const panelListRoutes = serviceList({
  path: urls.panels.list,
  tab: { section: 'intake', text: 'Panels', place: 2 },
  permission: 'panel.view',
  subject: ({ query, now, actor }: PageContext) => {
    const when: keyof typeof headings = query('when') === 'past' ? 'past' : 'coming';
    return { when, now, mayManage: can(actor, 'panel.manage') };
  },
  caption: ({ when }) => headings[when],
  file: 'panels',
  empty: (_filtered, { when, mayManage }) => {
    if (when === 'past') return 'No panel has been held yet.';
    return mayManage
      ? 'There is no panel to come: set one up, then put children on it from their records.'
      : 'There is no panel to come that you are asked to.';
  },
  rows: ({ tx }, { when, now }, part) => panelList(tx, when, now, part),
  columns: ({ now }) => [
    {
      heading: 'When',
      text: ({ starts_at }) => formatInstant(starts_at),
      cell: (row) => (
        <a class="govuk-link" href={urls.panels.one(row.id)}>
          {formatInstant(row.starts_at)}
        </a>
      ),
    },
    {
      heading: 'Panel',
      text: ({ name, status }) => (status === 'cancelled' ? `${name} (cancelled)` : name),
    },
    { heading: 'Place', text: ({ place }) => place },
    { heading: 'Children you may see', text: ({ children }) => children ?? 0 },
    { heading: 'Papers', text: (row) => windowWords(row, now) },
  ],
  view: ({ context: { shell }, subject: { when, mayManage }, list }) => (
    <Page title={when === 'coming' ? 'Panels' : headings.past} shell={shell}>
      <h1 class="govuk-heading-l">{headings[when]}</h1>
      <p class="govuk-body">
        Where police, the youth justice service and partners decide together what should follow, and
        where the members of a referral order panel meet the child. Members read papers only in the
        days a panel gives them.
      </p>
      <div class="fh-actions">
        {mayManage ? <Button text="Set up a panel" href={urls.panels.create} /> : null}
        {mayManage ? (
          <a class="govuk-link" href={urls.panels.createOf('referral-order')}>
            Set up a referral order panel
          </a>
        ) : null}
        <a
          class="govuk-link"
          href={when === 'coming' ? urls.panels.listOf({ when: 'past' }) : urls.panels.list}
        >
          {when === 'coming' ? headings.past : headings.coming}
        </a>
      </div>
      {list}
    </Page>
  ),
});
