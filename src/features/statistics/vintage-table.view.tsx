import { doubtfulOf } from '../../domain/statistics/doubtful-periods.data.ts';
import { restatedWords, type Vintages } from '../../domain/statistics/vintages.ts';
import type { Html } from '../../ui/html.ts';
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
  const title = `Vintages of the figures of ${area}`;
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
        <section class="fh-scroll" tabindex={0} aria-label={title}>
          <table class="govuk-table">
            <caption class="govuk-visually-hidden">{title}</caption>
            <thead class="govuk-table__head">
              <tr class="govuk-table__row">
                <th scope="col" class="govuk-table__header">
                  Period
                </th>
                {vintages.vintages.map((words) => (
                  <th scope="col" class="govuk-table__header govuk-table__header--numeric">
                    {words}
                    {vintages.doubtful.includes(words) ? (
                      <>
                        <br />
                        <span class="fh-badge fh-badge-soon">Periods: check locally</span>
                      </>
                    ) : null}
                  </th>
                ))}
                <th scope="col" class="govuk-table__header">
                  Restated
                </th>
              </tr>
            </thead>
            <tbody class="govuk-table__body">
              {vintages.rows.map(({ words, cells, isRestated }) => (
                <tr class="govuk-table__row">
                  <th scope="row" class="govuk-table__header govuk-!-font-weight-regular">
                    {words}
                  </th>
                  {cells.map((cell) =>
                    cell ? (
                      <Cell cell={cell} />
                    ) : (
                      <td class="govuk-table__cell govuk-table__cell--numeric">
                        <span class="fh-quiet">Not in it</span>
                      </td>
                    ),
                  )}
                  <td class="govuk-table__cell">
                    {isRestated ? (
                      <span class="fh-badge fh-badge-soon">Restated</span>
                    ) : (
                      restatedWords(isRestated)
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
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
