import { addDays, addMonths, formatDay } from '../../../domain/calendar/day.ts';
import {
  type CountedOf,
  countedOf,
  type GroupPrinted,
  printedCounts,
} from '../../../domain/orders/enforcement-counts.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import type { Route } from '../../../platform/http/route.ts';
import { choice } from '../../../record/choice-fields.tsx';
import { serviceList } from '../../../record/list-page.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { choicesOf } from '../charge-words.ts';
import { countedBy, enforcementCounts } from './counts.queries.ts';

const months = { '12': 'The last 12 months', '3': 'The last 3 months' } as const;
const time = ({ today }: PageContext, chosen: string | null | undefined) => ({
  from: addDays(addMonths(today, -Number(chosen ?? 12)), 1),
  to: today,
});
const counted = (name: CountedOf) => ({
  heading: countedOf[name],
  text: (row: GroupPrinted) => row[name],
});

/** Who is warned and of whom it goes to a court or panel, by group: with small numbers hidden. */
export const countRoutes: readonly Route[] = serviceList({
  path: urls.compliance.counts,
  tab: { section: 'oversight', text: 'Warned and breached' },
  permission: 'breach.approve',
  caption: 'Children under an order, by group',
  file: 'warned-and-breached',
  empty: () => 'No child was under an order in this time.',
  subject: () => null,
  filters: {
    by: choice(choicesOf(countedBy), { label: 'By', as: 'select' }),
    months: choice(choicesOf(months), { label: 'When', as: 'select' }),
  },
  usual: () => ({ by: 'ethnicity', months: '12' }),
  size: 100,
  rows: async (context, _subject, { filters, limit, offset }) => {
    const { tx, actor } = context;
    const by = filters.by ?? 'ethnicity';
    const counts = await enforcementCounts(tx, actor.serviceId, {
      by,
      ...time(context, filters.months),
    });
    return printedCounts(counts).slice(offset, offset + limit);
  },
  columns: () => [
    { heading: 'Group', text: ({ group }: GroupPrinted) => group },
    counted('under_order'),
    counted('not_kept'),
    counted('warned'),
    counted('put'),
  ],
  view: ({ context: { shell, today }, list }) => (
    <Page title="Warned and breached" shell={shell}>
      <h1 class="govuk-heading-l">Warned and breached</h1>
      <p class="govuk-body">
        Children whose order was in force, until {formatDay(today)}: of how many it was not kept
        without a good reason, how many were warned, and of how many it was sent to a court or
        panel. Look where a group is warned more often than others for the same.
      </p>
      <p class="govuk-body fh-quiet">
        Each child counts once. Counts of 1 to 5 are shown as &lt;6, and x stands where a count
        would give another away.
      </p>
      {list}
    </Page>
  ),
});
