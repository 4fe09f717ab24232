/** Writes docs/methodology from the shipped data and rules; with --check, fails when a page is stale. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { calculatedMeasures } from '../src/domain/figures/measures.data.ts';
import { smallNumberRules } from '../src/domain/figures/small-numbers.data.ts';
import { measures } from '../src/domain/measures/measures.data.ts';
import { decisionPoints } from '../src/domain/statistics/decision-points.data.ts';
import { doubtfulOf } from '../src/domain/statistics/doubtful-periods.data.ts';
import { figureMethods } from '../src/domain/statistics/figure-methods.data.ts';
import { summaryOf } from '../src/domain/statistics/recomputed.ts';
import { reproducedFigures } from '../src/features/statistics/methods/reproduced-figures.ts';
import { readReference } from '../src/platform/files/read-reference.ts';
import { page, table } from './markdown.ts';
import { inspectionsPage } from './methodology-inspections.ts';

function measuresPage(): string {
  const measures = readReference('statistics/measures.csv', [
    'id',
    'title',
    'unit',
    'numerator',
    'denominator',
    'places',
    'definition_version',
    'status',
    'note',
  ]);
  const sources = readReference('statistics/sources.csv', [
    'id',
    'title',
    'publisher',
    'licence',
    'attribution',
    'carrier',
    'carrier_version',
    'vintage_means',
  ]);
  return page(
    'Measures and sources',
    'Every figure is an exact fraction until it is printed; it is then rounded once, half up (a half goes away from zero). A rank of 1 is the lowest; equal figures share a rank and the next is left out.',
    '## Published measures',
    table(
      ['measure', 'counted', 'among', 'unit', 'places', 'definition', 'note'],
      measures.map((row) => [
        `${row.title} (\`${row.id}\`)`,
        row.numerator,
        row.denominator || 'a count',
        row.unit,
        row.places,
        `${row.definition_version}; ${row.status}`,
        row.note,
      ]),
    ),
    '## Vintages whose periods are not sure',
    table(
      ['measure', 'vintage', 'what', 'why', 'source'],
      doubtfulOf().map((row) => [
        `\`${row.measure}\``,
        row.vintage,
        row.label,
        row.why,
        `${row.source}: ${row.confidence}`,
      ]),
    ),
    '## Measures that `foothold calc` works out',
    table(
      ['measure', 'counted', 'among', 'unit', 'places', 'source'],
      Object.entries(calculatedMeasures).map(([id, row]) => [
        `${row.title} (\`${id}\`)`,
        row.numerator,
        row.denominator,
        row.unit,
        row.places,
        `${row.source}: ${row.confidence}`,
      ]),
    ),
    '## Sources and licences',
    table(
      ['source', 'published by', 'licence', 'carried by', 'the vintage is'],
      sources.map((row) => [
        row.title,
        row.publisher,
        `${row.licence}. ${row.attribution}`,
        `${row.carrier}, ${row.carrier_version}`,
        row.vintage_means,
      ]),
    ),
  );
}

function ratesPage(): string {
  return page(
    'Relative rates and gaps',
    ...Object.values(figureMethods).flatMap((method) => [
      `## ${method.title}, version ${method.version}`,
      method.definition,
      `Numerator: ${method.numerator}. Denominator: ${method.denominator}. Printed at ${method.places} ${method.places === 1 ? 'place' : 'places'}, ${method.unit}. Source: ${method.source} (${method.confidence}).`,
      method.problems.map((problem) => `- ${problem}`).join('\n'),
    ]),
    '## Decision points',
    table(
      ['decision point', 'events', 'among', 'note'],
      Object.values(decisionPoints).map(({ title, events, among, note }) => [
        title,
        events,
        among,
        note,
      ]),
    ),
  );
}

function smallNumbersPage(): string {
  return page(
    'Small numbers',
    table(
      ['what', 'rule', 'printed as', 'source'],
      Object.entries(smallNumberRules).map(([what, row]) => [
        what,
        row.rule,
        `\`${row.mark}\``,
        `${row.source}: ${row.confidence}`,
      ]),
    ),
    'All that is printed together is protected together: rows, columns, totals, rates, shares, charts and downloads, by ethnicity and by sex, for single years and for years pooled in threes. Which count is hidden for another is chosen by what a reader loses with it: “not known” and the total of everybody before a group, the reference group last. A count is hidden for another until every hidden count has at least two possible values for a reader who knows all printed numbers, every sum and these rules. Rates, shares and indices are worked out from printed counts alone.',
  );
}

function reproductionPage(): string {
  const figures = reproducedFigures();
  const documents = Map.groupBy(figures, ({ document }) => document);
  const differing = figures.filter(({ agrees }) => !agrees);
  const { agree, explained, unexplained } = summaryOf(figures);
  return page(
    'Published figures worked out again',
    `Of ${figures.length} figures ${agree} agree with what was printed, ${explained} do not for a reason that is known, and ${unexplained} do not without one. \`npm run -s foothold -- reproduce\` lists them all.`,
    table(
      ['document', 'figures', 'agree'],
      [...documents].map(([document, rows]) => [document, rows.length, summaryOf(rows).agree]),
    ),
    '## Figures that do not agree, and why',
    table(
      ['document', 'figure', 'printed', 'worked out', 'why'],
      differing.map(({ document, table: name, row, figure, printed, recomputed, reason }) => [
        document,
        `${name}, ${row}: ${figure}`,
        printed,
        recomputed ?? 'not possible',
        reason ?? 'Not known',
      ]),
    ),
  );
}

function serviceMeasuresPage(): string {
  return page(
    'Measures of a service',
    'What `foothold measure` works out of a case-level bundle. The rows of each come from its own file in `db/measures`; every row says whether it counts and why. A child is counted once a quarter, so that a year is the sum of its quarters.',
    table(
      ['measure', 'counted', 'among', 'unit', 'places', 'definitions', 'broken down by', 'source'],
      measures.map((row) => [
        `${row.title} (\`${row.id}\`)`,
        row.numerator,
        row.denominator || 'a count',
        row.unit,
        row.places,
        row.definitions.join(', '),
        row.breakdowns.join(', '),
        `${row.source}: ${row.confidence}`,
      ]),
    ),
  );
}

const pages = {
  'measures.md': measuresPage(),
  'service-measures.md': serviceMeasuresPage(),
  'relative-rates.md': ratesPage(),
  'small-numbers.md': smallNumbersPage(),
  'inspection-ratings.md': inspectionsPage(),
  'reproduction.md': reproductionPage(),
};

const folder = new URL('../docs/methodology/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(pages)) {
  const file = new URL(name, folder);
  if (!process.argv.includes('--check')) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) {
    console.error(`docs/methodology/${name} is stale: run npm run generate`);
    process.exitCode = 1;
  }
}
