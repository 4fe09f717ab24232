import type { Children, Html } from '../../ui/html.ts';

type Row = { readonly head: Children; readonly cells: readonly Children[] };

/** A table whose rows stack on a narrow screen; the first column names the row. */
export function Grid({
  caption,
  headings,
  rows,
}: {
  readonly caption: string;
  readonly headings: readonly string[];
  readonly rows: readonly Row[];
}): Html {
  return (
    <table class="govuk-table fh-stack-table">
      <caption class="govuk-visually-hidden">{caption}</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {headings.map((text) => (
            <th scope="col" class="govuk-table__header">
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {rows.map(({ head, cells }) => (
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
              {head}
            </th>
            {cells.map((cell, index) => (
              <td class="govuk-table__cell" data-label={headings[index + 1]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
