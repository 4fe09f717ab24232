import { isOfCohort } from '../../../domain/statistics/cohort.ts';
import { figureWithUnit } from '../../../domain/statistics/figure-cell.ts';
import { publishedRankWords } from '../../../domain/statistics/published-rank.ts';
import { rankSentence } from '../../../domain/statistics/rank-words.ts';
import { SummaryList } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import type { Measure } from '../choices.queries.ts';
import type { BenchmarkModel } from './benchmark-page.ts';

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
        {isOfCohort(measure) ? 'Cohort of ' : ''}
        {periods[last]?.words}, the newest
      </h2>
      <SummaryList
        rows={[
          ...rows
            .filter(({ part }) => part !== 'member')
            .map(({ name, part, cells, note }) => {
              const cell = cells[last];
              return {
                key: { text: name },
                value: {
                  text: [
                    figureWithUnit(cell, measure.unit),
                    note ?? (part === 'average' ? cell?.warning : null),
                  ]
                    .filter(Boolean)
                    .join('. '),
                },
              };
            }),
          { key: { text: 'Rank' }, value: { text: rank ? rankSentence(rank) : 'Not ranked' } },
          ...chosen.publishedRanks.map((printed) => ({
            key: { text: 'Rank as published' },
            value: { text: publishedRankWords(printed) },
          })),
        ]}
      />
    </section>
  );
}
