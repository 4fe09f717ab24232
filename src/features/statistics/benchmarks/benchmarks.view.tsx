import type { Area } from '../../../domain/statistics/benchmark.ts';
import { versionSlug } from '../../../domain/statistics/version-slug.ts';
import type { Html } from '../../../ui/html.ts';
import { Page, type PageShell } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { TableLinks } from '../table-links.view.tsx';
import { BenchmarkChart } from './benchmark-chart.view.tsx';
import { BenchmarkFilter } from './benchmark-filter.view.tsx';
import type { BenchmarkModel } from './benchmark-page.ts';
import { BenchmarkSummary } from './benchmark-summary.view.tsx';
import { AverageNote, BenchmarkTable } from './benchmark-table.view.tsx';
import { MeasureNotes } from './measure-notes.view.tsx';
import { VintageTable } from './vintage-table.view.tsx';

type Props = { readonly shell: PageShell; readonly model: BenchmarkModel };

/** Any English local authority beside its statistical neighbours or a service's own family, its region and England. */
export function BenchmarksPage({ shell, model }: Props): Html {
  const { chosen, measure } = model;
  const title = chosen ? `${measure.title}: ${chosen.area.name}` : 'Benchmarks';
  return (
    <Page title={title} shell={shell}>
      <h1 class="govuk-heading-l">{title}</h1>
      <BenchmarkFilter model={model} />
      {chosen ? <Chosen model={model} chosen={chosen} /> : <Nothing model={model} />}
    </Page>
  );
}

type Chosen = NonNullable<BenchmarkModel['chosen']>;

function Chosen({
  model,
  chosen,
}: {
  readonly model: BenchmarkModel;
  readonly chosen: Chosen;
}): Html {
  const { measure } = model;
  const { area, benchmark, vintages, lengths, length } = chosen;
  const asked = {
    measure: measure.id,
    area: area.code,
    beside: model.beside?.id,
    ...(lengths.length > 1 ? { length } : {}),
  };
  if (benchmark.periods.length === 0)
    return (
      <p class="govuk-body">
        There is no figure of this measure for {area.name} or the areas it is compared with. Choose
        another measure or area.
      </p>
    );
  return (
    <>
      <BenchmarkSummary measure={measure} chosen={chosen} />
      <section aria-labelledby="over-time">
        <h2 class="govuk-heading-m" id="over-time">
          Over time
        </h2>
        <BenchmarkTable measure={measure} benchmark={benchmark} area={area.name} />
        <BenchmarkChart measure={measure} benchmark={benchmark} area={area.name} />
        <TableLinks
          table="benchmarks"
          title={measure.title}
          chosen={asked}
          how={urls.statistics.figure(measure.id, versionSlug(measure.definition_version), {
            area: area.code,
          })}
        />
        <AverageNote benchmark={benchmark} />
        <p class="govuk-body">
          <a
            class="govuk-link"
            href={urls.statistics.ranking({
              measure: measure.id,
              period: benchmark.periods.at(-1)?.period ?? '',
            })}
          >
            See every local authority in order
          </a>
        </p>
      </section>
      <VintageTable vintages={vintages} area={area.name} measure={measure.id} />
      {vintages.vintages.length > 1 ? (
        <TableLinks table="vintages" title={`Vintages of ${measure.title}`} chosen={asked} />
      ) : null}
      <MeasureNotes measure={measure} />
    </>
  );
}

function Nothing({ model }: { readonly model: BenchmarkModel }): Html {
  const count = model.areas.filter(isAuthority).length;
  return (
    <>
      <p class="govuk-body">
        Choose one of {count} local authorities of England to see it beside similar areas, its
        region and England, over time.
      </p>
      <MeasureNotes measure={model.measure} />
    </>
  );
}

const isAuthority = ({ type }: Area) => type === 'local authority';
