import {
  followsWords,
  type ResultLine,
  type ResultsAsked,
} from '../../domain/inspections/result-lines.ts';
import type { ScoreRange } from '../../domain/inspections/score-distribution.ts';
import { Pagination } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { Page, type PageShell } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import { Grid } from './grid.view.tsx';
import type { OurLatest } from './our-latest.ts';
import { dateWords } from './result-words.ts';
import { ResultsFilter } from './results-filter.view.tsx';
import { Spread } from './spread.view.tsx';

export type ResultsModel = {
  readonly asked: ResultsAsked;
  readonly lines: readonly ResultLine[];
  readonly counts: { readonly all: number; readonly chosen: number; readonly scored: number };
  readonly at: number;
  readonly pages: number;
  readonly frameworks: readonly string[];
  /** From the lowest, with how many results have it. */
  readonly ratings: readonly { readonly name: string; readonly count: number }[];
  readonly ranges: readonly ScoreRange[];
  readonly ours: OurLatest | null;
  readonly mayOpenInspections: boolean;
};

/** Published inspection results of all services, to search, order and compare with our own. */
export function ResultsPage({
  shell,
  ...model
}: { readonly shell: PageShell } & ResultsModel): Html {
  const { asked, lines, counts, mayOpenInspections } = model;
  return (
    <Page title="Inspection ratings of all services" shell={shell}>
      <h1 class="govuk-heading-l">Inspection ratings of all services</h1>
      <p class="govuk-body">
        {counts.all} published results, each with its sources and with what follows from it by the
        framework it was made under.
      </p>
      <p class="fh-actions fh-no-print">
        {mayOpenInspections ? (
          <a class="govuk-link" href={urls.inspections.list}>
            Our own inspections
          </a>
        ) : null}
        <a class="govuk-link" href={urls.inspectionResults.example}>
          One inspection entered whole
        </a>
        <a class="govuk-link" href={urls.inspectionResults.csv(asked)}>
          Download these results as CSV
        </a>
      </p>
      <ResultsFilter {...model} />
      <p class="govuk-body">
        {counts.chosen === counts.all
          ? `All ${counts.all} results.`
          : `${counts.chosen} of ${counts.all} results.`}
      </p>
      {lines.length > 0 ? (
        <Grid
          caption="Published inspection results"
          headings={['Service', 'Published', 'Framework', 'Overall', 'Score', 'What follows']}
          rows={lines.map((line) => ({
            head: (
              <a class="govuk-link" href={urls.inspectionResults.one(line.id)}>
                {line.published.service}
              </a>
            ),
            cells: [
              dateWords(line.published.published),
              line.published.framework,
              line.published.overallRating,
              line.published.overallScore === null
                ? 'Not known'
                : `${line.published.overallScore} of ${line.rated.max ?? line.published.overallMax}`,
              followsWords(line),
            ],
          }))}
        />
      ) : (
        <p class="govuk-body">No result is like this. Search for less, or show all of them.</p>
      )}
      <Pages {...model} />
      <Spread {...model} />
    </Page>
  );
}

function Pages({ asked, at, pages }: ResultsModel): Html | null {
  if (pages < 2) return null;
  const link = (page: number) => urls.inspectionResults.list({ ...asked, page: String(page) });
  return (
    <Pagination
      landmarkLabel="Pages of results"
      items={Array.from({ length: pages }, (_, index) => ({
        number: String(index + 1),
        href: link(index + 1),
        current: index + 1 === at,
      }))}
    />
  );
}
