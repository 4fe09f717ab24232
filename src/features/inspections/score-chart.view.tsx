import { BarChart } from '../../ui/charts/bar-chart.tsx';
import type { Html } from '../../ui/html.ts';
import { urls } from '../../urls.ts';
import { Grid } from './grid.view.tsx';
import type { ResultsModel } from './results.view.tsx';

type Props = Pick<ResultsModel, 'ranges' | 'ours' | 'counts'>;

/** How the scores of all services spread, with our own newest inspection among them. */
export function ScoreChart({ ranges, ours, counts }: Props): Html {
  const max = ranges.at(-1)?.to;
  const isOurs = ({ from, to }: Props['ranges'][number]) =>
    ours !== null &&
    ours.rating !== null &&
    ours.max === max &&
    from <= ours.score &&
    ours.score <= to;
  const label = (range: Props['ranges'][number]) =>
    range.from === range.to ? String(range.to) : `${range.from} to ${range.to}`;
  const top = ranges.reduce((most, range) => Math.max(most, range.count), 0);
  const common = ranges.filter(({ count }) => count === top).map(label);
  return (
    <section aria-labelledby="spread">
      <h2 class="govuk-heading-m" id="spread">
        How scores spread
      </h2>
      <Ours ours={ours} />
      <Grid
        caption="Results by score"
        headings={['Score', 'Rating', 'Services', 'Our own']}
        rows={ranges.map((range) => ({
          head: label(range),
          cells: [range.rating, range.count, isOurs(range) ? 'Here' : 'No'],
        }))}
      />
      <BarChart
        title={`Scores of ${counts.scored} services, out of ${max}`}
        description={`Each bar is a range of scores. Most results, ${top}, are at ${common.join(' and at ')}. The table holds every number.`}
        unit="Services"
        bars={ranges.map((range) => ({
          label: `${label(range)}${isOurs(range) ? ', ours' : ''}`,
          value: range.count,
          printed: String(range.count),
          isHighlighted: isOurs(range),
        }))}
      />
      <p class="govuk-body">
        {counts.all - counts.scored} results are not in it, because no score is known.
      </p>
    </section>
  );
}

function Ours({ ours }: Pick<Props, 'ours'>): Html {
  if (!ours)
    return (
      <p class="govuk-body">
        No inspection of our own is shown beside them: there is none yet, or it is not open to you.
      </p>
    );
  return (
    <p class="govuk-body">
      Our own:{' '}
      <a class="govuk-link" href={urls.inspections.one(ours.id)}>
        {ours.title}
      </a>
      , {ours.kind.toLowerCase()}:{' '}
      {ours.rating === null
        ? `${ours.missing} standards are not rated yet, so it has no score to compare.`
        : `${ours.score} of ${ours.max}, ${ours.rating}.`}
    </p>
  );
}
