import { sql } from 'kysely';
import { shareOf } from '../../../domain/audits/results.ts';
import type { Day } from '../../../domain/calendar/day.ts';
import { smallNumberRules } from '../../../domain/figures/small-numbers.data.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { serviceList } from '../../../record/list-page.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { monthName } from '../audit-table.view.tsx';
import { shareWords } from '../audit-words.ts';
import { questionText } from '../framework-of.ts';

type Found = {
  readonly title: string;
  readonly theme: string | null;
  readonly framework_id: string;
  readonly month: Day;
  readonly key_question: string;
  /** Each null where it is too small to tell, or would give away what is. */
  readonly yes: number | null;
  readonly cases: number | null;
};

/** What finished audits found, a question of an audit a row, the newest first. */
async function foundIn(tx: Tx, limit: number, offset: number): Promise<readonly Found[]> {
  const { rows } = await sql<Found>`
    select * from audit_found() order by month desc, title, framework_id, key_question limit ${limit} offset ${offset}`.execute(
    tx,
  );
  return rows;
}

/** What audits found, in counts, for those who see no case: the board, and whoever works with figures. */
export const foundRoutes = serviceList({
  path: urls.audits.found,
  tab: { section: 'figures', text: 'What audits found' },
  permission: 'audit.found',
  caption: 'What finished audits found',
  file: 'what-audits-found',
  empty: () => 'No audit is finished yet.',
  subject: () => ({}),
  rows: ({ tx }, _about, { limit, offset }) => foundIn(tx, limit, offset),
  columns: () => [
    {
      heading: 'Key question',
      text: ({ framework_id, key_question }) => questionText(framework_id, key_question),
    },
    { heading: 'Audit', text: ({ title }) => title },
    { heading: 'Theme', text: ({ theme }) => theme ?? 'All children' },
    { heading: 'Month', text: ({ month }) => monthName(month) },
    {
      heading: 'Yes, of all cases',
      text: ({ yes, cases }) =>
        cases === null
          ? 'Too few cases to tell'
          : yes === null
            ? `Not told, of ${cases}`
            : shareWords(shareOf(yes, cases)),
    },
  ],
  view: ({ context: { shell }, list }) => (
    <Page title="What audits found" shell={shell}>
      <h1 class="govuk-heading-l">What audits found</h1>
      <p class="govuk-body">
        Cases are drawn by chance and read by people who had no part in them. Each row is how many
        of all cases that were asked a question were judged good enough. A handful of cases moves a
        percentage far: look at the counts first. {smallNumberRules.count.rule} The same holds for
        those that were not good enough, and for a count from which either could be worked out.
      </p>
      {list}
    </Page>
  ),
});
