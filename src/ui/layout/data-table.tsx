import type { Children, Html } from '../html.ts';

/** One column of a table: its heading, and what a row says under it. */
export type Column<R> = {
  readonly heading: string;
  readonly cell: (row: R) => Children;
  /** Figures, set to the right. */
  readonly numeric?: boolean;
};

type Props<R> = {
  readonly caption: string;
  /** True where the caption is read as the table's heading; else only a screen reader hears it. */
  readonly captionShown?: boolean;
  /** The first column names its row. */
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  /** True where there is a column for each period or role: it scrolls in its own box instead of stacking. */
  readonly wide?: boolean;
};

/** A table whose rows stack on a narrow screen. */
export function DataTable<R>({ caption, captionShown, columns, rows, wide }: Props<R>): Html {
  const [head, ...others] = columns;
  const figure = (column: Column<R>, part: 'header' | 'cell') =>
    `govuk-table__${part}${column.numeric ? ` govuk-table__${part}--numeric` : ''}`;
  const table = (
    <table class={wide ? 'govuk-table' : 'govuk-table fh-stack-table'}>
      <caption
        class={
          captionShown ? 'govuk-table__caption govuk-table__caption--m' : 'govuk-visually-hidden'
        }
      >
        {caption}
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {columns.map((column) => (
            <th scope="col" class={figure(column, 'header')}>
              {column.heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {rows.map((row) => (
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
              {head?.cell(row)}
            </th>
            {others.map((column) => (
              <td class={figure(column, 'cell')} data-label={column.heading}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  if (!wide) return table;
  return (
    <section class="fh-scroll" tabindex={0} aria-label={caption}>
      {table}
    </section>
  );
}
