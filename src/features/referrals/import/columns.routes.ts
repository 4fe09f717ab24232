import { columnFaults, findHeader, LOOK_DOWN } from '../../../domain/referrals/find-header.ts';
import {
  type ColumnMapping,
  columnsByHeading,
  columnsByPlace,
  headerKey,
  type KeptMapping,
  type KeptMappings,
  keepMapping,
  type SourceRow,
} from '../../../domain/referrals/map-columns.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { isId } from '../../../platform/http/is-id.ts';
import { pageRoute, type Route } from '../../../platform/http/route.ts';
import { urls } from '../../../urls.ts';
import { ColumnsPage } from './columns.view.tsx';
import { columnName, readColumns } from './columns-form.ts';
import { readMapping } from './import.queries.ts';
import { importContent } from './imports.queries.ts';
import { readFile } from './read-file.ts';
import { askToJudge, keepColumns } from './take-file.ts';

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
      const header = headerOf(opened.file.rows, context.query('header'), opened.mapping);
      const taken = header ? takenFor(header, opened.mapping) : null;
      return draw(
        context,
        opened,
        {
          header,
          meaning: taken ? meaningOf(taken) : [],
          errors: taken ? doubtsOf(taken) : [],
        },
        200,
      );
    },
  }),
  pageRoute({
    method: 'post',
    path: urls.referrals.mapping(':importId'),
    permission: 'referral.import',
    audit: 'change',
    handle: async (context) => {
      const { tx, actor, server, param, redirect } = context;
      const opened = await openList(context);
      if (!opened) return context.notFound();
      const form = await context.form();
      const header = headerOf(opened.file.rows, form.text('header'), opened.mapping);
      if (!header) return context.notFound();
      const { mapping, errors } = readColumns(header.cells, form.text);
      const meaning = header.cells.map((_, index) => form.text(columnName(index)));
      const again = (faults: typeof errors) =>
        draw(context, opened, { header, meaning, errors: faults }, 422);
      if (errors.length > 0) return again(errors);
      const said = new Map([[headerKey(header.cells), mapping]]);
      if (!saysEnough(opened.file.rows, said))
        return again([
          {
            field: columnName(0),
            message: `No row of the first ${LOOK_DOWN} has these headings: choose another row as the headings`,
          },
        ]);
      await keepColumns(tx, actor, header.cells, mapping);
      await askToJudge(tx, server.jobs, actor, param('importId'), opened.file.rows, said);
      return redirect(urls.referrals.progress(param('importId')));
    },
  }),
];

function saysEnough(rows: readonly SourceRow[], said: KeptMappings): boolean {
  const found = findHeader(rows, said);
  return (
    found.kind === 'found' &&
    found.mapping.missing.length === 0 &&
    found.mapping.doubled.length === 0
  );
}

async function openList({ tx, actor, param }: PageContext) {
  const id = param('importId');
  const kept = isId(id) ? await importContent(tx, actor.serviceId, id) : null;
  if (kept?.status !== 'previewed') return null;
  const mapping = readMapping(kept.mapping);
  const file = await readFile(kept.content, kept.file_name, mapping);
  return file.kind === 'unreadable' ? null : { fileName: kept.file_name, file, mapping };
}

type Opened = NonNullable<Awaited<ReturnType<typeof openList>>>;
type Shown = Pick<Parameters<typeof ColumnsPage>[0], 'header' | 'meaning' | 'errors'>;

function draw(
  { shell, param, page }: PageContext,
  opened: Opened,
  shown: Shown,
  status: 200 | 422,
) {
  const { fileName, file } = opened;
  const drawn = { shell, importId: param('importId'), fileName, rows: file.rows, ...shown };
  return page(ColumnsPage(drawn), status);
}

function headerOf(
  rows: readonly SourceRow[],
  asked: string,
  mapping: KeptMappings,
): SourceRow | null {
  if (asked === 'none') return null;
  const line = Number(asked);
  const chosen = rows.slice(0, LOOK_DOWN).find((row) => row.line === line);
  if (chosen) return chosen;
  const found = findHeader(rows, mapping);
  const at = found.kind === 'found' ? found.mapping.headerLine : null;
  return rows.find((row) => row.line === at) ?? null;
}

const takenFor = (header: SourceRow, kept: KeptMappings): ColumnMapping => {
  const said = kept.get(headerKey(header.cells));
  return said ? columnsByPlace(header, said) : columnsByHeading(header);
};

// Where two columns claim one meaning neither is chosen beforehand: the person chooses.
function meaningOf(taken: ColumnMapping): KeptMapping {
  const unsure = new Set(taken.doubled.flatMap(({ indexes }) => indexes));
  return keepMapping(taken).map((field, index) => (unsure.has(index) ? 'leave-out' : field));
}

const doubtsOf = (taken: ColumnMapping) =>
  columnFaults({ ...taken, missing: [] }).map((message, at) => ({
    field: columnName(taken.doubled[at]?.indexes[0] ?? 0),
    message,
  }));
