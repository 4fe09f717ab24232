import { pageAsked } from '../../../platform/http/page-asked.ts';
import { childRoute, type Route } from '../../../platform/http/route.ts';
import { MergesTold, mergesOf } from '../../../record/merges-told.tsx';
import { tableWords } from '../../../record/table-words.data.ts';
import { Button } from '../../../ui/govuk/components.tsx';
import { ChildPage } from '../../../ui/layout/child-page.tsx';
import { SelectField } from '../../../ui/layout/fields.tsx';
import { Pager } from '../../../ui/layout/pager.tsx';
import { urls } from '../../../urls.ts';
import { changes, changesOnAPage } from './history.queries.ts';
import { HistoryList } from './history.view.tsx';
import { historyLines } from './history-lines.ts';

const parts = Object.entries(tableWords)
  .map(([value, text]) => ({ value, text }))
  .sort((a, b) => a.text.localeCompare(b.text));

/** Every change to the record that the reader's role may see, before beside after. */
export const historyRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.child.history(':childId'),
    tab: { room: 'papers', text: 'What was changed', place: 2 },
    permission: 'history.read',
    audit: 'view',
    handle: async (context) => {
      const { c, tx, child, query, page } = context;
      const table = Object.hasOwn(tableWords, query('part')) ? query('part') : null;
      const number = pageAsked(query('page'));
      const rows = await changes(tx, { childId: child.id, table, pageNumber: number });
      const lines = await historyLines(tx, rows.slice(0, changesOnAPage));
      return page(
        <ChildPage {...context} title="What was changed">
          <h1 class="govuk-heading-l">What was changed</h1>
          <p class="govuk-body">
            Nothing in a record is written over without a trace. You see the changes to the parts of
            the record that your role may read.
          </p>
          <MergesTold context={context} merges={await mergesOf(tx, child.id)} />
          <form method="get" action={urls.child.history(child.id)} class="fh-no-print">
            <SelectField
              name="part"
              label="Part of the record"
              empty="All"
              choices={parts}
              errors={[]}
              typed={{}}
              stored={table}
            />
            <Button text="Show" classes="govuk-button--secondary" />
          </form>
          {lines.length === 0 ? (
            <p class="govuk-body">No changes to this part of the record that your role may read.</p>
          ) : (
            <HistoryList lines={lines} />
          )}
          <Pager
            pages={{
              number,
              hasNext: rows.length > changesOnAPage,
              href: (to) => urls.onPage(c.req.url, to),
            }}
          />
        </ChildPage>,
      );
    },
  }),
];
