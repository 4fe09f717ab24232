import { periodWords } from '../../../domain/statistics/period.ts';
import { isCovered } from '../../../domain/statistics/rank-coverage.data.ts';
import { rankWords } from '../../../domain/statistics/rank-words.ts';
import type { RankedArea } from '../../../domain/statistics/ranking.ts';
import { versionSlug } from '../../../domain/statistics/version-slug.ts';
import { Button } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { DataTable } from '../../../ui/layout/data-table.tsx';
import { type Choice, SelectField } from '../../../ui/layout/fields.tsx';
import { Page, type PageShell } from '../../../ui/layout/page.tsx';
import { Pager, type Pages } from '../../../ui/layout/pager.tsx';
import { urls } from '../../../urls.ts';
import type { Measure } from '../choices.queries.ts';
import { TableLinks } from '../table-links.view.tsx';
import { Cell } from './benchmark-table.view.tsx';

type Props = {
  readonly shell: PageShell;
  readonly measures: readonly Measure[];
  readonly measure: Measure;
  readonly periods: readonly Choice[];
  readonly period: string;
  /** The page of the list that is asked for. */
  readonly part: { readonly rows: readonly RankedArea[] } & Omit<Pages, 'href'>;
  /** How many have a figure, and how many there are. */
  readonly counted: number;
  readonly among: number;
};

/** Every local authority in order of one measure, lowest first. */
export function RankingPage(props: Props): Html {
  const { shell, measure, period, part, counted, among } = props;
  const title = `All local authorities: ${measure.title}, ${periodWords(period)}`;
  return (
    <Page title={title} shell={shell}>
      <h1 class="govuk-heading-l">{title}</h1>
      <Filter {...props} />
      <p class="govuk-body">
        {counted} local authorities have a figure, of {among} in all.{' '}
        {isCovered(counted, among)
          ? '1 is the lowest; equal figures share a rank, and the next rank is left out. A rank says nothing of how far apart two areas are.'
          : 'These are too few for a rank to say where an area stands, so that none is given.'}
      </p>
      <DataTable
        caption={title}
        columns={[
          {
            heading: 'Local authority',
            cell: ({ code, name }) => (
              <a
                class="govuk-link"
                href={urls.statistics.benchmarks({ measure: measure.id, area: code })}
              >
                {name}
              </a>
            ),
          },
          { heading: 'Rank', cell: rankWords },
          { heading: 'Region', cell: ({ region }) => region },
          { heading: measure.unit, numeric: true, cell: ({ cell }) => <Cell cell={cell} /> },
        ]}
        rows={part.rows}
      />
      <Pager
        pages={{
          ...part,
          href: (to) => urls.statistics.ranking({ measure: measure.id, period, page: String(to) }),
        }}
      />
      <TableLinks
        table="ranking"
        title={title}
        chosen={{ measure: measure.id, period }}
        how={urls.statistics.figure(measure.id, versionSlug(measure.definition_version))}
      />
    </Page>
  );
}

function Filter({ measures, measure, periods, period }: Props): Html {
  const field = { errors: [], typed: {} };
  return (
    <form method="get" action={urls.statistics.ranking()} class="fh-filter fh-no-print">
      <SelectField
        {...field}
        name="measure"
        label="Measure"
        stored={measure.id}
        choices={measures.map(({ id, title, unit }) => ({ value: id, text: `${title}, ${unit}` }))}
      />
      <SelectField {...field} name="period" label="Period" stored={period} choices={periods} />
      <Button text="Show" classes="govuk-button--secondary" />
    </form>
  );
}
