import type { Benchmark } from '../../domain/statistics/benchmark.ts';
import type { FigureCell } from '../../domain/statistics/figure-cell.ts';
import { rankWords } from '../../domain/statistics/rank-words.ts';
import { Details } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import type { Measure } from './choices.queries.ts';

type Props = {
  readonly measure: Measure;
  readonly benchmark: Benchmark;
  readonly area: string;
};

/** Areas down, periods across; the rank among all local authorities stands below. */
export function BenchmarkTable({ measure, benchmark, area }: Props): Html {
  const { periods, rows, ranks } = benchmark;
  const title = `${measure.title}, ${measure.unit}: ${area} and others`;
  return (
    <>
      <p class="govuk-body govuk-!-font-weight-bold">{title}</p>
      <section class="fh-scroll" tabindex={0} aria-label={title}>
        <table class="govuk-table">
          <caption class="govuk-visually-hidden">{title}</caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              <th scope="col" class="govuk-table__header">
                Area
              </th>
              {periods.map(({ words }) => (
                <th scope="col" class="govuk-table__header govuk-table__header--numeric">
                  {words}
                </th>
              ))}
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {rows.map(({ name, part, cells, note }) => (
              <tr class="govuk-table__row">
                <th
                  scope="row"
                  class={`govuk-table__header${part === 'member' ? ' govuk-!-font-weight-regular' : ''}`}
                >
                  {name}
                  {note ? (
                    <>
                      <br />
                      <span class="fh-quiet govuk-!-font-weight-regular">{note}</span>
                    </>
                  ) : null}
                </th>
                {cells.map((cell) => (
                  <Cell cell={cell} />
                ))}
              </tr>
            ))}
            <tr class="govuk-table__row">
              <th scope="row" class="govuk-table__header">
                Rank of {area}, 1 is the lowest
              </th>
              {ranks.map((rank) => (
                <td class="govuk-table__cell govuk-table__cell--numeric">
                  {rank.rank === null ? 'Not ranked' : `${rankWords(rank)} of ${rank.of}`}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </section>
    </>
  );
}

/** A figure, or the quiet word for why there is none; a small count says so. */
export function Cell({
  cell,
  label,
}: {
  readonly cell: FigureCell;
  readonly label?: string;
}): Html {
  return (
    <td
      class="govuk-table__cell govuk-table__cell--numeric"
      {...(label ? { 'data-label': label } : {})}
    >
      {cell.number === null ? <span class="fh-quiet">{cell.text}</span> : cell.text}
      {cell.warning ? (
        <>
          <br />
          <span class="fh-quiet">{cell.warning}</span>
        </>
      ) : null}
    </td>
  );
}

/** How the average was made and of how many areas, with the reason where only a mean of rates can be given. */
export function AverageNote({ benchmark }: { readonly benchmark: Benchmark }): Html | null {
  const { method, averaged, periods, members, without } = benchmark;
  if (members === 0) return null;
  if (without.length === members)
    return (
      <p class="govuk-body">
        None of the areas it is compared with has a figure of this measure: {without.join(', ')}.
      </p>
    );
  const isPartly = averaged.some((words) => words !== averaged[0]) || without.length > 0;
  const how =
    method === 'ratio of sums'
      ? 'The average is the sum of the areas’ counts over the sum of what they are counted among, not rounded before it is divided.'
      : 'The average is a plain mean of the areas’ figures, in which a small area weighs as much as a large one. The counts behind the figures are not all public, so that a sum over a sum cannot be made.';
  const which = isPartly
    ? ` Not every one of the ${members} areas has a figure for every period: ${periods.map(({ words }, at) => `${words}: ${averaged[at]}`).join('; ')}.`
    : ` All ${members} areas have a figure for every period.`;
  const none = without.length > 0 ? ` No figure at all: ${without.join(', ')}.` : '';
  return <Details summaryText="How the average is made" text={how + which + none} />;
}
