import { type GroupBy, groupName } from '../../../domain/statistics/group-names.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { pageRoute, type Route } from '../../../platform/http/route.ts';
import type { Typed } from '../../../ui/layout/fields.tsx';
import { urls } from '../../../urls.ts';
import { allAreas } from '../choices.queries.ts';
import { asCsv, asXlsx, fileHeaders } from '../download-file.ts';
import { censusResidents } from './disproportionality.queries.ts';
import { workOut } from './own-counts.ts';
import { OwnCountsPage } from './own-counts.view.tsx';
import { ownCountsTable } from './own-counts-download.ts';

/** What the form begins with: groups by, and the residents of an area by census where they are known. */
async function begin({ tx, query }: PageContext) {
  const by: GroupBy = query('by') === 'sex' ? 'sex' : 'ethnicity';
  const residents = await censusResidents(tx, query('area'));
  const sums = new Map<string, number>();
  for (const { ethnicity, sex, residents: count } of residents) {
    const group = groupName(by === 'sex' ? sex : ethnicity);
    sums.set(group, (sums.get(group) ?? 0) + count);
  }
  const area =
    residents.length > 0
      ? ((await allAreas(tx)).find(({ code }) => code === query('area')) ?? null)
      : null;
  const typed: Typed = Object.fromEntries(
    [...sums].map(([group, count]) => [`among-${group}`, String(count)]),
  );
  return { by, area, typed };
}

export const ownCountsRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.statistics.ownCounts(),
    tab: { under: urls.statistics.disproportionality() },
    permission: 'statistics.view',
    audit: 'none',
    handle: async (context) =>
      context.page(
        OwnCountsPage({
          shell: context.shell,
          ...(await begin(context)),
          errors: [],
          result: null,
        }),
      ),
  }),
  pageRoute({
    method: 'post',
    path: urls.statistics.ownCounts(),
    permission: 'statistics.view',
    audit: 'none',
    keepsNothing: true,
    handle: async (context) => {
      const { by, area } = await begin(context);
      const form = await context.form();
      const found = workOut(form, by);
      const view = { shell: context.shell, by, area, typed: form.values };
      if ('errors' in found)
        return context.page(OwnCountsPage({ ...view, errors: found.errors, result: null }), 422);
      const format = form.text('format');
      const table = ownCountsTable(found.result);
      // The form answers with the file itself: what was typed stands nowhere else.
      if (table && (format === 'csv' || format === 'xlsx'))
        return context.c.body(
          format === 'csv' ? asCsv(table) : await asXlsx(table),
          200,
          fileHeaders(table, format),
        );
      return context.page(OwnCountsPage({ ...view, errors: [], result: found.result }));
    },
  }),
];
