import { can } from '../../../domain/access/can.ts';
import { serviceList } from '../../../record/list-page.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { type National, nationals } from './national.queries.ts';
import { periodWords, standsWords, theirWords, titleOf } from './national-words.ts';

/** What others say of the service, and how far each difference is explained. */
export const nationalsRoutes = serviceList({
  path: urls.figures.nationals,
  tab: { section: 'figures', text: 'Beside national figures', place: 7 },
  permission: 'figures.own',
  caption: 'National figures of this service',
  file: 'national-figures',
  empty: () => 'No national figure has been brought in yet.',
  subject: () => null,
  rows: ({ tx }, _subject, asked) => nationals(tx, asked),
  columns: () => [
    {
      heading: 'Measure',
      text: (row: National) => titleOf(row),
      cell: (row) => (
        <a class="govuk-link" href={urls.figures.national(row.id)}>
          {titleOf(row)}
          <span class="govuk-visually-hidden">
            , {periodWords(row)}, {row.source}, {row.vintage}
          </span>
        </a>
      ),
    },
    { heading: 'Period', text: periodWords },
    { heading: 'Theirs', text: theirWords, numeric: true },
    { heading: 'From', text: ({ source, vintage }) => `${source}; ${vintage}` },
    { heading: 'How it stands', text: standsWords },
  ],
  view: ({ context: { shell, actor }, list }) => (
    <Page title="Beside national figures" shell={shell}>
      <h1 class="govuk-heading-l">Beside national figures</h1>
      <p class="govuk-body">
        What others publish or hold of this service, beside what our own record says by the same
        definition. Each opens to what may lie behind the difference, child by child.
      </p>
      {can(actor, 'figures.freeze') ? (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.figures.addNational}>
            Bring in a national figure
          </a>
        </p>
      ) : null}
      {list}
    </Page>
  ),
});
