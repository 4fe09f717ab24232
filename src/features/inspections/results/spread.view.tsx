import type { ScoreRange } from '../../../domain/inspections/score-distribution.ts';
import { BarChart } from '../../../ui/charts/bar-chart.tsx';
import type { Html } from '../../../ui/html.ts';
import { DataTable } from '../../../ui/layout/data-table.tsx';
import { urls } from '../../../urls.ts';
import type { OurLatest } from './our-latest.ts';

type Props = {
  readonly ranges: readonly ScoreRange[];
  /** From the lowest, with how many results have it. */
  readonly ratings: readonly { readonly name: string; readonly count: number }[];
  readonly ours: OurLatest | null;
  readonly counts: { readonly all: number; readonly scored: number };
};

/** How the ratings and scores of all services spread, with our own inspection among them. */
export function Spread({ ranges, ratings, ours, counts }: Props): Html {
  const max = ranges.at(-1)?.to ?? 0;
  const score = ours?.rating != null && ours.max === max ? ours.score : null;
  return (
    <section aria-labelledby="spread">
      <h2 class="govuk-heading-m" id="spread">
        How results spread
      </h2>
      <Ours ours={ours} max={max} />
      <Bars
        title={`Overall ratings of all ${counts.all} results`}
        head="Overall rating"
        bars={ratings.map(({ name, count }) => ({
          label: name,
          count,
          isOurs: name === ours?.rating,
        }))}
      />
      <Bars
        title={`Scores of ${counts.scored} results, out of ${max}`}
        head="Score and rating"
        bars={ranges.map(({ from, to, rating, count }) => ({
          label: `${from === to ? to : `${from} to ${to}`}, ${rating}`,
          count,
          isOurs: score !== null && from <= score && score <= to,
        }))}
      />
      <p class="govuk-body">
        {counts.all - counts.scored} results have no known score out of {max}, so the second chart
        leaves them out.
      </p>
    </section>
  );
}

type BarsProps = {
  readonly title: string;
  readonly head: string;
  readonly bars: readonly {
    readonly label: string;
    readonly count: number;
    readonly isOurs: boolean;
  }[];
};

function Bars({ title, head, bars }: BarsProps): Html {
  const top = Math.max(0, ...bars.map(({ count }) => count));
  const common = bars.filter(({ count }) => count === top).map(({ label }) => label);
  const ours = bars.find(({ isOurs }) => isOurs);
  return (
    <>
      <DataTable
        caption={title}
        rows={bars}
        columns={[
          { heading: head, cell: ({ label }) => label },
          { heading: 'Results', cell: ({ count }) => count },
          { heading: 'Our own', cell: ({ isOurs }) => (isOurs ? 'Here' : 'No') },
        ]}
      />
      <BarChart
        title={title}
        description={`Most results, ${top}, are at ${common.join(' and at ')}.${ours ? ` Our own is at ${ours.label}.` : ''} The table before it holds every number.`}
        unit="Results"
        bars={bars.map(({ label, count, isOurs }) => ({
          label,
          value: count,
          printed: `${count}${isOurs ? ', ours here' : ''}`,
          isHighlighted: isOurs,
        }))}
      />
    </>
  );
}

function Ours({ ours, max }: Pick<Props, 'ours'> & { readonly max: number }): Html {
  if (!ours)
    return (
      <p class="govuk-body">
        No inspection of our own is shown beside them: there is none yet, or it is not open to you.
      </p>
    );
  return (
    <p class="govuk-body">
      Our own:{' '}
      <a class="govuk-link" href={urls.inspections.report(ours.id)}>
        {ours.title}
      </a>
      , {ours.kind.toLowerCase()}:{' '}
      {ours.rating === null
        ? `${ours.missing} standards are not rated yet, so it has no rating to compare.`
        : `${ours.score} of ${ours.max}, ${ours.rating}.`}
      {ours.rating !== null && ours.max !== max
        ? ` Its score is out of ${ours.max}, so it is compared by its rating only.`
        : ''}
    </p>
  );
}
