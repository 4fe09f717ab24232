import { decisionPoints } from '../../../domain/statistics/decision-points.data.ts';
import type { DownloadTable } from '../../../domain/statistics/download-table.ts';
import { figureMethods } from '../../../domain/statistics/figure-methods.data.ts';
import { versionSlug } from '../../../domain/statistics/version-slug.ts';
import { SummaryList } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { Page, type PageShell } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { FigureTable } from '../figure-table.view.tsx';
import { TableLinks } from '../table-links.view.tsx';
import { DisproportionalityFilter } from './disproportionality-filter.view.tsx';
import type { DisproportionalityModel } from './disproportionality-page.ts';
import { hasRates } from './disproportionality-tables.ts';
import { RatesChart } from './rates-chart.view.tsx';

const GAP = 'percentage-point-gap';

type Props = {
  readonly shell: PageShell;
  readonly model: DisproportionalityModel;
  readonly tables: ReadonlyMap<string, DownloadTable>;
};

/** How often decisions fall on children of each group, relative to another, and how sure that is. */
export function DisproportionalityPage({ shell, model, tables }: Props): Html {
  const { shown, area } = model;
  const about = [...tables.values()].at(-1)?.about ?? [];
  const heading =
    shown.kind === 'rates' || shown.kind === 'nothing'
      ? `Disproportionality: ${decisionPoints[shown.point].title}, ${area.name}`
      : `Disproportionality: ${area.name}`;
  return (
    <Page title={heading} shell={shell}>
      <h1 class="govuk-heading-l">{heading}</h1>
      <DisproportionalityFilter model={model} />
      <p class="govuk-body">
        A difference shows where to look and does not say why it is there.{' '}
        <a class="govuk-link" href={urls.statistics.ownCounts({ area: area.code })}>
          Work out the same from counts of your own
        </a>
      </p>
      {shown.kind === 'refused' ? <Refused problems={shown.problems} /> : null}
      {shown.kind === 'nothing' ? (
        <p class="govuk-body">
          Nothing about {decisionPoints[shown.point].title.toLowerCase()} is published by group for{' '}
          {area.name}. Choose another area, or another decision: for {area.name} there is{' '}
          {shown.points.map((id) => decisionPoints[id].title.toLowerCase()).join(', ')}.
        </p>
      ) : null}
      {shown.kind === 'rates' && !hasRates(shown) ? (
        <p class="govuk-body">
          Among how many children of {area.name} is not in the data by{' '}
          {shown.by === 'sex' ? 'sex' : 'ethnicity'}: there are events and their shares, and no
          rates.
        </p>
      ) : null}
      {shown.kind === 'population' ? (
        <p class="govuk-body">
          No decisions about children of {area.name} are public by ethnicity. Who lives there is.
        </p>
      ) : null}
      {[...tables].map(([name, table]) => (
        <>
          <FigureTable
            title={table.title}
            columns={table.columns}
            rows={table.rows}
            labels={name === 'disproportionality-years' ? 2 : 1}
          />
          <TableLinks
            table={name}
            title={table.title}
            chosen={chosenIn(model)}
            how={howOf(model)}
          />
        </>
      ))}
      {shown.kind === 'rates' ? <RatesChart shown={shown} area={area.name} /> : null}
      {about.length > 0 ? (
        <section aria-labelledby="about">
          <h2 class="govuk-heading-m" id="about">
            About these figures
          </h2>
          <SummaryList
            rows={about.map(([label, words]) => ({ key: { text: label }, value: { text: words } }))}
          />
          <p class="govuk-body fh-no-print">
            <a class="govuk-link" href={urls.statistics.figure(GAP, figureMethods[GAP].version)}>
              How a percentage-point gap is made
            </a>
          </p>
        </section>
      ) : null}
    </Page>
  );
}

/** The choice as it stands in the address, so that a download holds what the page shows. */
function chosenIn({ shown, area }: DisproportionalityModel) {
  if (shown.kind !== 'rates') return { area: area.code };
  const { point, by, period: years, reference } = shown;
  return { area: area.code, point, by, years, reference };
}

function howOf({ sources, shown, area }: DisproportionalityModel): string {
  const [source] = sources;
  if (shown.kind === 'rates') return urls.statistics.figure('relative-rate', '1');
  return urls.statistics.figure(
    source?.measure_id ?? '',
    versionSlug(source?.definition_version ?? ''),
    { area: area.code },
  );
}

function Refused({ problems }: { readonly problems: readonly string[] }): Html {
  return (
    <p class="govuk-body">
      These counts cannot be printed safely, and so none of them is: {problems.join('; ')}.
    </p>
  );
}
