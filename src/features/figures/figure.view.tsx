import { formatInstant } from '../../domain/calendar/british-time.ts';
import { addDays, type Day, formatDay } from '../../domain/calendar/day.ts';
import {
  figuresByGroup,
  type MeasuredFigure,
  type MeasureRow,
} from '../../domain/measures/figure-of-rows.ts';
import type { Breakdown, Measure } from '../../domain/measures/measures.data.ts';
import { type Quarter, quarterWords } from '../../domain/measures/quarter.ts';
import { LineChart } from '../../ui/charts/line-chart.tsx';
import { Details, SummaryList } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { DataTable } from '../../ui/layout/data-table.tsx';
import { Page, type PageShell } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import { type Asked, asAsked } from './asked.ts';
import { groupWords, isOpen, outOf, settledOn, valueWords } from './figure-words.ts';

export type OfMeasure = {
  readonly measure: Measure;
  readonly asked: Asked;
  /** The quarter that was asked is the last. */
  readonly trend: readonly { readonly quarter: Quarter; readonly figure: MeasuredFigure }[];
  readonly rows: readonly MeasureRow[];
  readonly population: number | null;
  /** What it was each time that this quarter was frozen, the latest first. */
  readonly frozen: readonly (MeasuredFigure & {
    readonly id: string;
    readonly frozen_at: Date;
  })[];
};

type Props = {
  readonly shell: PageShell;
  readonly today: Day;
  readonly of: OfMeasure;
  readonly list: Html;
  readonly query: string;
};

/** A figure with what it is made of. */
export function FigurePage({ shell, today, of, list, query }: Props): Html {
  const { measure, asked, trend } = of;
  const figure = trend.at(-1)?.figure;
  return (
    <Page
      title={measure.title}
      shell={shell}
      back={{ href: urls.figures.ownOf(asAsked(asked)), text: 'Our own figures' }}
    >
      <span class="govuk-caption-l">{quarterWords(asked.quarter)}</span>
      <h1 class="govuk-heading-l">{measure.title}</h1>
      {figure ? (
        <SummaryList
          rows={factsOf(of, figure, today).map(([key, text]) => ({
            key: { text: key },
            value: { text },
          }))}
        />
      ) : null}
      <Frozen of={of} />
      <Quarters of={of} today={today} />
      {measure.breakdowns.map((by) => (
        <Groups of={of} by={by} />
      ))}
      <section aria-labelledby="rows">
        <h2 class="govuk-heading-m" id="rows">
          Who is in it, who is not, and why
        </h2>
        {list}
        <p class="govuk-body fh-quiet">
          A child whose record you may not open has a number here in place of their name.
        </p>
      </section>
      <Details summaryText="The rule as the database reads it">
        <section class="fh-scroll" tabindex={0} aria-label="The rule as the database reads it">
          <pre class="fh-query">
            <code>{query}</code>
          </pre>
        </section>
      </Details>
    </Page>
  );
}

const factsOf = (
  { measure, asked: { quarter } }: OfMeasure,
  figure: MeasuredFigure,
  today: Day,
): readonly (readonly [name: string, words: string])[] => [
  ['Figure', valueWords(measure, figure, isOpen(measure, quarter, today))],
  ...(isOpen(measure, quarter, today)
    ? [['Whole from', formatDay(addDays(settledOn(measure, quarter), 1))] as const]
    : []),
  ['Counted', `${figure.numerator} ${measure.numerator}`],
  ...(measure.over === 'nothing'
    ? []
    : [
        [
          'Out of',
          figure.denominator === null
            ? `${measure.denominator}: none are recorded for this year, so there is no rate`
            : `${figure.denominator.toLocaleString('en-GB')} ${measure.denominator}`,
        ] as const,
      ]),
  ['Source of the definition', `${measure.source} (${measure.confidence})`],
];

/** What it was when the quarter was frozen, beside what it is now. */
function Frozen({ of: { measure, trend, frozen } }: { readonly of: OfMeasure }): Html | null {
  const now = trend.at(-1)?.figure;
  if (!now || frozen.length === 0) return null;
  const said = (figure: MeasuredFigure) =>
    `${valueWords(measure, figure, false)} (${outOf(measure, figure)})`;
  return (
    <ul class="govuk-list">
      {frozen.map(({ id, frozen_at, ...was }) => (
        <li>
          <a class="govuk-link" href={urls.figures.frozen(id, measure.id)}>
            Frozen on {formatInstant(frozen_at)}
          </a>
          : was {said(was)}, {said(was) === said(now) ? 'and still is' : `now ${said(now)}`}
        </li>
      ))}
    </ul>
  );
}

function Quarters({
  of: { measure, trend },
  today,
}: {
  readonly of: OfMeasure;
  readonly today: Day;
}): Html {
  const periods = trend.map(({ quarter }) => quarterWords(quarter));
  const values = trend.map(({ figure }) => (figure.value === null ? null : Number(figure.value)));
  return (
    <section aria-labelledby="quarters">
      <h2 class="govuk-heading-m" id="quarters">
        This quarter and the four before it
      </h2>
      {values.some((value) => value !== null) ? (
        <LineChart
          title={measure.title}
          description={`Each quarter’s figure stands in the table below.`}
          unit={measure.unit}
          periods={periods}
          series={[{ name: 'Our service', values, isHighlighted: true }]}
        />
      ) : null}
      <DataTable
        caption="This quarter and the four before it"
        columns={[
          { heading: 'Quarter', cell: ({ quarter }) => quarterWords(quarter) },
          {
            heading: 'Figure',
            cell: ({ quarter, figure }) =>
              valueWords(measure, figure, isOpen(measure, quarter, today)),
            numeric: true,
          },
          { heading: 'From', cell: ({ figure }) => outOf(measure, figure), numeric: true },
        ]}
        rows={trend}
      />
    </section>
  );
}

function Groups({
  of: { measure, rows, population },
  by,
}: {
  readonly of: OfMeasure;
  readonly by: Breakdown;
}): Html | null {
  const groups = figuresByGroup(measure, rows, population, by).filter(
    ({ numerator, denominator }) => numerator > 0 || (denominator ?? 0) > 0,
  );
  return groups.length === 0 ? null : (
    <DataTable
      caption={`By ${by}`}
      captionShown
      columns={[
        { heading: 'Group', cell: ({ group }) => groupWords(group) },
        { heading: 'Figure', cell: (figure) => valueWords(measure, figure, false), numeric: true },
        { heading: 'From', cell: (figure) => outOf(measure, figure), numeric: true },
      ]}
      rows={groups}
    />
  );
}
