import { periodWords } from '../../domain/statistics/period.ts';
import { rankWords } from '../../domain/statistics/rank-words.ts';
import type { RankedArea } from '../../domain/statistics/ranking.ts';
import { versionSlug } from '../../domain/statistics/version-slug.ts';
import { Button, Pagination } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type Choice, SelectField } from '../../ui/layout/fields.tsx';
import { Page, type PageShell } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import { Cell } from './benchmark-table.view.tsx';
import type { Measure } from './choices.queries.ts';
import { TableLinks } from './table-links.view.tsx';

type Props = {
  readonly shell: PageShell;
  readonly measures: readonly Measure[];
  readonly measure: Measure;
  readonly periods: readonly Choice[];
  readonly period: string;
  readonly ranked: readonly RankedArea[];
  /** How many have a figure. */
  readonly counted: number;
  readonly at: number;
  readonly pages: number;
};

/** Every local authority in order of one measure, lowest first. */
export function RankingPage(props: Props): Html {
  const { shell, measure, period, ranked, counted } = props;
  const title = `All local authorities: ${measure.title}, ${periodWords(period)}`;
  return (
    <Page title={title} shell={shell}>
      <h1 class="govuk-heading-l">{title}</h1>
      <Filter {...props} />
      <p class="govuk-body">
        {counted} local authorities have a figure. 1 is the lowest; equal figures share a rank, and
        the next rank is left out. A rank says nothing of how far apart two areas are.
      </p>
      <table class="govuk-table fh-stack-table">
        <caption class="govuk-visually-hidden">{title}</caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <th scope="col" class="govuk-table__header">
              Local authority
            </th>
            <th scope="col" class="govuk-table__header">
              Rank
            </th>
            <th scope="col" class="govuk-table__header">
              Region
            </th>
            <th scope="col" class="govuk-table__header govuk-table__header--numeric">
              {measure.unit}
            </th>
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {ranked.map((area) => (
            <tr class="govuk-table__row">
              <th scope="row" class="govuk-table__header">
                <a
                  class="govuk-link"
                  href={urls.statistics.benchmarks({ measure: measure.id, area: area.code })}
                >
                  {area.name}
                </a>
              </th>
              <td class="govuk-table__cell" data-label="Rank">
                {rankWords(area)}
              </td>
              <td class="govuk-table__cell" data-label="Region">
                {area.region}
              </td>
              <Cell cell={area.cell} label={measure.unit} />
            </tr>
          ))}
        </tbody>
      </table>
      <Pages {...props} />
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

function Pages({ measure, period, at, pages }: Props): Html | null {
  if (pages < 2) return null;
  const link = (page: number) =>
    urls.statistics.ranking({ measure: measure.id, period, page: String(page) });
  return (
    <Pagination
      landmarkLabel="Pages of local authorities"
      items={Array.from({ length: pages }, (_, index) => ({
        number: String(index + 1),
        href: link(index + 1),
        current: index + 1 === at,
      }))}
      {...(at > 1 ? { previous: { href: link(at - 1), text: 'Lower' } } : {})}
      {...(at < pages ? { next: { href: link(at + 1), text: 'Higher' } } : {})}
    />
  );
}
