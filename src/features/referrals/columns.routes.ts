import type { KeptMapping, SourceRow } from '../../domain/referrals/find-header.ts';
import { findHeader, keepMapping, mapColumns } from '../../domain/referrals/find-header.ts';
import { readTable } from '../../platform/files/read-table.ts';
import type { PageContext } from '../../platform/http/context.ts';
import { isId } from '../../platform/http/is-id.ts';
import { pageRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { ColumnsPage } from './columns.view.tsx';
import { columnName, readColumns } from './columns-form.ts';
import { readMapping } from './import.queries.ts';
import { importContent } from './imports.queries.ts';
import { judgeImport, keepColumns } from './take-file.ts';

/** What each column of a list means: shown as it was taken, put right once, kept for the sender's next file. */
export const columnsRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.referrals.mapping(':importId'),
    permission: 'referral.import',
    audit: 'view',
    handle: async (context) => {
      const opened = await openList(context);
      if (!opened) return context.notFound();
      const header = headerOf(opened.rows, context.query('header'), opened.mapping);
      const taken = header ? keepMapping(mapColumns(header, opened.mapping)) : {};
      return context.page(
        ColumnsPage({
          shell: context.shell,
          importId: context.param('importId'),
          fileName: opened.fileName,
          rows: opened.rows,
          header,
          meaning: header ? meaningOf(header, { ...taken, ...opened.mapping }) : [],
          errors: [],
        }),
      );
    },
  }),
  pageRoute({
    method: 'post',
    path: urls.referrals.mapping(':importId'),
    permission: 'referral.import',
    audit: 'change',
    handle: async (context) => {
      const { tx, actor, param, page, shell, redirect, now, today } = context;
      const opened = await openList(context);
      if (!opened) return context.notFound();
      const form = await context.form();
      const header = headerOf(opened.rows, form.text('header'), opened.mapping);
      if (!header) return context.notFound();
      const { mapping, errors } = readColumns(header.cells, form.text);
      const meaning = header.cells.map((_, index) => form.text(columnName(index)));
      const again = (faults: typeof errors) =>
        page(
          ColumnsPage({
            shell,
            importId: param('importId'),
            fileName: opened.fileName,
            rows: opened.rows,
            header,
            meaning,
            errors: faults,
          }),
          422,
        );
      if (errors.length > 0) return again(errors);
      await keepColumns(tx, actor, header.cells, mapping);
      const isJudged = await judgeImport(
        tx,
        actor,
        param('importId'),
        opened.rows,
        mapping,
        now,
        today,
      );
      if (!isJudged)
        return again([
          {
            field: columnName(0),
            message:
              'No row of the first 40 has these headings: choose another row as the headings',
          },
        ]);
      return redirect(urls.referrals.preview(param('importId')));
    },
  }),
];

async function openList({ tx, actor, param }: PageContext) {
  const id = param('importId');
  const kept = isId(id) ? await importContent(tx, actor.serviceId, id) : null;
  if (kept?.status !== 'previewed') return null;
  const table = await readTable(kept.content, kept.file_name);
  if (table.kind === 'unreadable') return null;
  return { fileName: kept.file_name, rows: table.rows, mapping: readMapping(kept.mapping) };
}

function headerOf(
  rows: readonly SourceRow[],
  asked: string,
  mapping: KeptMapping,
): SourceRow | null {
  if (asked === 'none') return null;
  const line = Number(asked);
  const chosen = rows.slice(0, 40).find((row) => row.line === line);
  if (chosen) return chosen;
  const found = findHeader(rows, mapping);
  const at = found.kind === 'found' ? found.mapping.headerLine : null;
  return rows.find((row) => row.line === at) ?? null;
}

function meaningOf(header: SourceRow, mapping: KeptMapping): readonly string[] {
  const { columns } = mapColumns(header, mapping);
  const byIndex = new Map(Object.entries(columns).map(([field, index]) => [index, field]));
  return header.cells.map((_, index) => byIndex.get(index) ?? 'leave-out');
}
