import type { Rank } from '../../domain/statistics/benchmark.ts';
import { SummaryList } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import type { BenchmarkModel } from './benchmark-page.ts';
import type { Measure } from './choices.queries.ts';

type Props = {
  readonly measure: Measure;
  readonly chosen: NonNullable<BenchmarkModel['chosen']>;
};

/** The newest period in a few lines, for who reads no further. */
export function BenchmarkSummary({ measure, chosen }: Props): Html {
  const { periods, rows, ranks } = chosen.benchmark;
  const last = periods.length - 1;
  const rank = ranks[last];
  return (
    <section aria-labelledby="newest">
      <h2 class="govuk-heading-m" id="newest">
        {periods[last]?.words}, the newest
      </h2>
      <SummaryList
        rows={[
          ...rows
            .filter(({ part }) => part !== 'member')
            .map(({ name, cells }) => {
              const cell = cells[last];
              return {
                key: { text: name },
                value: {
                  text:
                    cell?.number === null || !cell
                      ? (cell?.text ?? 'No figure')
                      : `${cell.text} ${measure.unit}`,
                },
              };
            }),
          { key: { text: 'Rank' }, value: { text: rank ? rankSentence(rank) : 'Not ranked' } },
        ]}
      />
    </section>
  );
}

/** "Joint 45th lowest of 150 local authorities". */
const rankSentence = (rank: Rank) =>
  rank.rank === null
    ? `Not ranked: no figure; ${rank.of} local authorities have one`
    : `${rankWords(rank)} lowest of the ${rank.of} local authorities with a figure`;

/** "45th", or "joint 45th" where others have the same figure. */
export function rankWords({ rank, isShared }: Rank): string {
  if (rank === null) return 'Not ranked';
  return `${isShared ? 'Joint ' : ''}${ordinal(rank)}`;
}

function ordinal(number: number): string {
  const teen = number % 100 >= 11 && number % 100 <= 13;
  const end = teen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${end}`;
}
