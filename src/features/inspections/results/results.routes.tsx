import { can } from '../../../domain/access/can.ts';
import { isSameName } from '../../../domain/inspections/in-framework.ts';
import { coverageWords } from '../../../domain/inspections/result-coverage.ts';
import { chosenResults, followsWords } from '../../../domain/inspections/result-lines.ts';
import { scoreDistribution } from '../../../domain/inspections/score-distribution.ts';
import { readFrameworks } from '../../../platform/files/read-frameworks.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { pageRoute, type Route } from '../../../platform/http/route.ts';
import { code } from '../../../record/choice-fields.tsx';
import { serviceList } from '../../../record/list-page.tsx';
import { text } from '../../../record/text-fields.tsx';
import { Button } from '../../../ui/govuk/components.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { ourLatest } from './our-latest.ts';
import { ResultPage } from './result.view.tsx';
import { dateWords } from './result-words.ts';
import {
  addedResults,
  historyOf,
  linesOf,
  publishedLines,
  tookThePlaceOf,
} from './results-list.ts';
import { Spread } from './spread.view.tsx';

/** Scores are drawn on the scale that nearly all results have. */
const SCALE = { framework: '2021', max: 36 } as const;

async function subject({ tx, actor, query }: PageContext) {
  const all = await publishedLines(tx, actor.serviceId);
  const scores = all.flatMap(({ rated: { score, max } }) =>
    score !== null && max === SCALE.max ? [score] : [],
  );
  const framework = readFrameworks().find(({ id }) => id === SCALE.framework);
  const mayOpen = can(actor, 'inspection.progress');
  const chosen = chosenResults(all, {
    q: query('q'),
    framework: query('framework'),
    rating: query('rating'),
    sort: query('sort'),
  });
  return {
    mayOpen,
    mayAdd: can(actor, 'statistics.results'),
    coverage: coverageWords(all.map(({ published }) => published)),
    chosen,
    counts: { all: all.length, scored: scores.length },
    frameworks: [...new Set(all.map(({ published }) => published.framework))].sort(),
    ratings: (framework?.ratings ?? []).map(({ name }) => ({
      name,
      count: all.filter(({ published }) => isSameName(published.overallRating, name)).length,
    })),
    ranges: framework ? scoreDistribution(framework, SCALE.max, scores) : [],
    ours: mayOpen ? await ourLatest(tx) : null,
  };
}

/** Published results of services: the list, to search, order and compare with our own, and each result opened. */
export const resultsRoutes: readonly Route[] = [
  ...serviceList({
    path: urls.inspectionResults.list(),
    tab: { section: 'inspection', text: 'Published results' },
    permission: 'statistics.view',
    caption: 'Published inspection results',
    file: 'inspection-results',
    empty: () => 'No result is like this. Search for less, or show all of them.',
    subject,
    filters: {
      q: text({ label: 'Service' }),
      framework: code('frameworks', { label: 'Framework' }),
      rating: code('ratings', { label: 'Overall rating' }),
    },
    sorts: [
      { value: '', text: 'Newest first' },
      { value: 'service', text: 'Service, A to Z' },
      { value: 'score', text: 'Highest score first' },
    ],
    options: (_context, { frameworks, ratings }) => ({
      frameworks: frameworks.map((id) => ({ value: id, text: id })),
      ratings: ratings.map(({ name }) => ({ value: name, text: name })),
    }),
    rows: async (_context, { chosen }, { offset, limit }) => chosen.slice(offset, offset + limit),
    columns: () => [
      {
        heading: 'Service',
        text: ({ published }) => published.service,
        cell: ({ id, published }) => (
          <a class="govuk-link" href={urls.inspectionResults.one(id)}>
            {published.service}
          </a>
        ),
      },
      {
        heading: 'Published',
        text: ({ published }) => published.published,
        cell: ({ published }) => dateWords(published.published),
      },
      { heading: 'Framework', text: ({ published }) => published.framework },
      { heading: 'Overall', text: ({ published }) => published.overallRating },
      {
        heading: 'Score',
        text: ({ published }) => published.overallScore,
        cell: ({ published, rated }) =>
          published.overallScore === null
            ? 'Not known'
            : `${published.overallScore} of ${rated.max ?? published.overallMax}`,
      },
      { heading: 'Out of', text: ({ published }) => published.overallMax, only: 'file' },
      { heading: 'What follows', text: followsWords },
      {
        heading: 'Resettlement',
        text: ({ published }) => published.resettlement,
        only: 'file',
      },
      {
        heading: 'Sources',
        text: ({ published }) => published.sources.join(' '),
        only: 'file',
      },
    ],
    view: ({
      context: { shell },
      subject: { mayOpen, mayAdd, coverage, chosen, counts, ...spread },
      list,
    }) => (
      <Page title="Published inspection results" shell={shell}>
        <h1 class="govuk-heading-l">Published inspection results</h1>
        <p class="govuk-body">{coverage}</p>
        <p class="govuk-body">
          Each has its sources and what follows from it by the framework it was made under.
        </p>
        {mayAdd ? <Button text="Add a result" href={urls.inspectionResults.create} /> : null}
        <p class="fh-actions fh-no-print">
          {mayOpen ? (
            <a class="govuk-link" href={urls.inspections.list}>
              Our own inspections
            </a>
          ) : null}
          <a class="govuk-link" href={urls.inspectionResults.example}>
            One inspection entered whole
          </a>
          <a class="govuk-link" href={urls.pressNotices.list}>
            Press notices
          </a>
        </p>
        <p class="govuk-body">
          {chosen.length === counts.all
            ? `All ${counts.all} results.`
            : `${chosen.length} of ${counts.all} results.`}
        </p>
        {list}
        <Spread {...spread} counts={counts} />
      </Page>
    ),
  }),
  pageRoute({
    method: 'get',
    path: urls.inspectionResults.one(':resultId'),
    permission: 'statistics.view',
    audit: 'none',
    handle: async ({ tx, actor, shell, param, page, notFound }) => {
      const added = await addedResults(tx, actor.serviceId);
      const asked = param('resultId');
      const stands = tookThePlaceOf(added, asked)?.id ?? asked;
      const line = linesOf(added).find(({ id }) => id === stands);
      if (!line) return notFound();
      const mayCorrect = can(actor, 'statistics.results');
      return page(ResultPage({ shell, line, history: historyOf(added, line.id), mayCorrect }));
    },
  }),
];
