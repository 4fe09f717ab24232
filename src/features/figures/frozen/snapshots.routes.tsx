import { can } from '../../../domain/access/can.ts';
import { quarterWords } from '../../../domain/measures/quarter.ts';
import { serviceList } from '../../../record/list-page.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { quarterFrozen, type Snapshot, snapshots } from './frozen.queries.ts';
import { answeredWords, definitionWords, frozenWords, snapshotName } from './frozen-words.ts';

/** Every quarter that was frozen. */
export const snapshotsRoutes = serviceList({
  path: urls.figures.snapshots,
  tab: { section: 'figures', text: 'Frozen figures', place: 5 },
  permission: 'figures.own',
  caption: 'Frozen figures',
  empty: () => 'No quarter is frozen yet.',
  subject: () => null,
  rows: ({ tx }, _subject, asked) => snapshots(tx, asked),
  columns: () => [
    {
      heading: 'Quarter',
      text: (row: Snapshot) => quarterWords(quarterFrozen(row)),
      cell: (row) => (
        <a class="govuk-link" href={urls.figures.snapshot(row.id)}>
          {quarterWords(quarterFrozen(row))}
          <span class="govuk-visually-hidden">: {snapshotName(row)}</span>
        </a>
      ),
    },
    { heading: 'Definition', text: ({ definition }) => definitionWords[definition] },
    { heading: 'Number', text: ({ number }) => String(number), numeric: true },
    { heading: 'Frozen', text: frozenWords },
    { heading: 'How it stands', text: answeredWords },
  ],
  view: ({ context: { shell, actor }, list }) => (
    <Page title="Frozen figures" shell={shell}>
      <h1 class="govuk-heading-l">Frozen figures</h1>
      <p class="govuk-body">
        A quarter’s figures as they were signed. What is entered, corrected or merged later changes
        our own figures and never these. A document quotes them by the address of their page.
      </p>
      {can(actor, 'figures.freeze') ? (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.figures.freeze}>
            Freeze a quarter
          </a>
        </p>
      ) : null}
      {list}
    </Page>
  ),
});
