import { formatInstant } from '../../domain/calendar/british-time.ts';
import { serviceList } from '../../record/list-page.tsx';
import { mergesOf } from '../../record/merges-told.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';

/** Every merge of the service that this person may know of, and which were taken back. */
export const mergedRoutes = serviceList({
  path: urls.children.merged,
  tab: { section: 'children', text: 'Merged records' },
  permission: 'child.unmerge',
  audit: 'view',
  caption: 'Records that were merged',
  empty: () => 'No two records were merged. Nothing to do.',
  subject: () => null,
  rows: ({ tx }, _subject, part) => mergesOf(tx, null, part),
  columns: () => [
    {
      heading: 'Record that is kept',
      text: ({ kept_number }) => kept_number,
      cell: ({ child_id, kept_number }) => (
        <a class="govuk-link" href={urls.child.details(child_id)}>
          {kept_number}
        </a>
      ),
    },
    { heading: 'Record that went', text: ({ other_number }) => other_number },
    {
      heading: 'Merged',
      text: ({ created_at, merged_by }) =>
        `${formatInstant(created_at)}, ${merged_by ?? 'a person who has left'}`,
    },
    { heading: 'Why', text: ({ reason }) => reason },
    {
      heading: 'Now',
      text: ({ taken_back_at }) =>
        taken_back_at ? `Taken back on ${formatInstant(taken_back_at)}` : 'One record',
      cell: ({ taken_back_at, child_id, id, other_number }) =>
        taken_back_at ? (
          `Taken back on ${formatInstant(taken_back_at)}`
        ) : (
          <a class="govuk-link" href={urls.child.unmerge(child_id, id)}>
            These are two children
            <span class="govuk-visually-hidden">: {other_number}</span>
          </a>
        ),
    },
  ],
  view: ({ context: { shell }, list }) => (
    <Page
      title="Merged records"
      shell={shell}
      back={{ href: urls.children.search, text: 'Back to children' }}
    >
      <h1 class="govuk-heading-l">Merged records</h1>
      <p class="govuk-body">
        Two records of one child that became one. When they prove to be two children after all, the
        merge is taken back here, and each has its own record again.
      </p>
      {list}
    </Page>
  ),
});
