import { writeCsv } from '../platform/files/write-csv.ts';
import { writeXlsx } from '../platform/files/write-xlsx.ts';
import type { PageContext } from '../platform/http/context.ts';
import type { Children } from '../ui/html.ts';

/** A column of a list: what a row says under it, in words for the page and its files alike. */
export type ListColumn<R> = {
  readonly heading: string;
  readonly text: (row: R) => string | number | null;
  /** The same on the page, where words are not enough: a link, a badge. */
  readonly cell?: (row: R) => Children;
  readonly numeric?: boolean;
  /** Where alone it stands: a link to do something is for the page, what would crowd the page is for the file. */
  readonly only?: 'page' | 'file';
};

type File = {
  readonly name: string;
  readonly caption: string;
  readonly kind: 'csv' | 'xlsx';
};

/** A list as a file to keep: the same columns in the same order. */
export async function listFile<R>(
  { c }: PageContext,
  { name, caption, kind }: File,
  columns: readonly ListColumn<R>[],
  rows: readonly R[],
): Promise<Response> {
  const said = columns.filter(({ only }) => only !== 'page');
  const header = said.map(({ heading }) => heading);
  const cells = rows.map((row) => said.map(({ text }) => text(row) ?? ''));
  const named = { 'content-disposition': `attachment; filename="${name}.${kind}"` };
  if (kind === 'csv')
    return c.body(writeCsv(header, cells), 200, {
      ...named,
      'content-type': 'text/csv; charset=utf-8',
    });
  const sheet = cells.map((row) =>
    row.map((cell) => (typeof cell === 'number' ? { number: String(cell) } : cell)),
  );
  // Excel takes no longer name of a sheet.
  const book = await writeXlsx([{ name: caption.slice(0, 31), columns: header, rows: sheet }]);
  return c.body(book, 200, {
    ...named,
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
}
