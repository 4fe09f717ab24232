import type { DownloadCell } from '../../domain/statistics/download-table.ts';
import type { Html } from '../../ui/html.ts';

type Props = {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly DownloadCell[])[];
  /** How many columns from the left name the row. */
  readonly labels?: number;
};

/** A table of figures as a download has it; on a narrow screen each row becomes a short list. */
export function FigureTable({ title, columns, rows, labels = 1 }: Props): Html {
  return (
    <section class="fh-scroll" tabindex={0} aria-label={title}>
      <table class="govuk-table govuk-!-font-size-16 fh-stack-table">
        <caption class="govuk-table__caption govuk-table__caption--s">{title}</caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {columns.map((heading, at) => (
              <th
                scope="col"
                class={`govuk-table__header${isNumbers(rows, at) ? ' govuk-table__header--numeric' : ''}`}
              >
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {rows.map((cells) => (
            <tr class="govuk-table__row">
              {cells.map((cell, at) =>
                at < labels ? (
                  <th scope="row" class="govuk-table__header">
                    {figureText(cell)}
                  </th>
                ) : (
                  <td
                    class={`govuk-table__cell${isNumbers(rows, at) ? ' govuk-table__cell--numeric' : ''}`}
                    {...(cell === '' ? {} : { 'data-label': columns[at] })}
                  >
                    {figureText(cell)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** As it is read: 663,825 rather than 663825. */
export function figureText(cell: DownloadCell): string {
  if (typeof cell === 'string') return cell;
  const [whole = '', places] = cell.number.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return places === undefined ? grouped : `${grouped}.${places}`;
}

const isNumbers = (rows: Props['rows'], at: number) =>
  rows.some((cells) => typeof cells[at] === 'object');
