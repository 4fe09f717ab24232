import { doubtfulOf } from '../../../domain/statistics/doubtful-periods.data.ts';
import { restatedWords, type Vintages } from '../../../domain/statistics/vintages.ts';
import type { Html } from '../../../ui/html.ts';
import { DataTable } from '../../../ui/layout/data-table.tsx';
import { Cell } from './benchmark-table.view.tsx';

/** Every vintage of the chosen area's figures side by side, and which periods were restated. */
export function VintageTable({
  vintages,
  area,
  measure,
}: {
  readonly vintages: Vintages;
  readonly area: string;
  readonly measure: string;
}): Html {
  return (
    <section aria-labelledby="vintages">
      <h2 class="govuk-heading-m" id="vintages">
        Vintages and restatements
      </h2>
      <p class="govuk-body">{sentence(vintages)}</p>
      {vintages.doubtful.length > 0
        ? doubtfulOf(measure).map(({ label, why }) => (
            <p class="govuk-body">
              {label}. {why}
            </p>
          ))
        : null}
      {vintages.vintages.length > 1 ? (
        <DataTable
          wide
          caption={`Vintages of the figures of ${area}`}
          columns={[
            { heading: 'Period', cell: ({ words }) => words },
            ...vintages.vintages.map((words, at) => ({
              heading: vintages.doubtful.includes(words)
                ? `${words} (periods: check locally)`
                : words,
              numeric: true,
              cell: ({ cells }: Vintages['rows'][number]) => {
                const cell = cells[at];
                return cell ? <Cell cell={cell} /> : <span class="fh-quiet">Not in it</span>;
              },
            })),
            {
              heading: 'Restated',
              cell: ({ isRestated }) =>
                isRestated ? (
                  <span class="fh-badge fh-badge-soon">Restated</span>
                ) : (
                  restatedWords(isRestated)
                ),
            },
          ]}
          rows={vintages.rows}
        />
      ) : null}
    </section>
  );
}

function sentence({ vintages, doubtful, rows }: Vintages): string {
  if (vintages.length === 0) return 'No vintage has a figure of this measure for this area.';
  if (vintages.length === 1)
    return `One vintage is held, of ${vintages[0]}. A later one is loaded with “foothold import statistics”; this one is then kept beside it.`;
  const kept = 'The newest vintage is shown above and the older ones are kept.';
  if (vintages.length - doubtful.length < 2)
    return `${kept} No two of them can be compared, so that nothing is said of restatements.`;
  const restated = rows.filter(({ isRestated }) => isRestated).length;
  const compared = rows.filter(({ isRestated }) => isRestated !== null).length;
  return `${kept} ${restated} of ${compared} periods that can be compared were restated.`;
}
