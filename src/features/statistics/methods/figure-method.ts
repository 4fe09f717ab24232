import { formatDay } from '../../../domain/calendar/day.ts';
import { isCalculatedMeasure } from '../../../domain/figures/calculate.ts';
import { calculatedMeasures } from '../../../domain/figures/measures.data.ts';
import { smallNumberRules } from '../../../domain/figures/small-numbers.data.ts';
import {
  decisionPoints,
  isDecisionPoint,
} from '../../../domain/statistics/decision-points.data.ts';
import { doubtfulOf } from '../../../domain/statistics/doubtful-periods.data.ts';
import { figureMethods, isFigureMethod } from '../../../domain/statistics/figure-methods.data.ts';
import { vintageWords } from '../../../domain/statistics/period.ts';
import { recomputePlanFigure } from '../../../domain/statistics/recompute-plan.ts';
import { versionSlug } from '../../../domain/statistics/version-slug.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { type QueryText, queriesOf } from '../../../platform/db/queries-of.ts';
import { allVintages, newestFigures } from '../figures.queries.ts';
import { censusResidents, groupCounts } from '../groups/disproportionality.queries.ts';
import { type MeasureSource, measureSources, restatedFigures } from './figure-method.queries.ts';
import { planFigureRows } from './reproduced-figures.ts';

/** Measures of the plan have one definition so far. */
export const PLAN_VERSION = '1';

type Fact = readonly [label: string, words: string];

/** How a kind of figure is made: what it is, where from, what is wrong with it, and the query that reads it. */
export type Method = {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly problems: readonly string[];
  readonly queries: readonly { readonly about: string; readonly query: QueryText }[];
  /** The base and places of a published measure, for single figures. */
  readonly measure: {
    readonly per: number | null;
    readonly places: number;
    readonly unit: string;
  } | null;
};

/** The method of a measure in one version, or null where there is none. */
export async function methodOf(tx: Tx, id: string, version: string): Promise<Method | null> {
  const method = isFigureMethod(id)
    ? await workedOutMethod(id)
    : isCalculatedMeasure(id) && version === PLAN_VERSION
      ? planMethod(id)
      : await publishedMethod(tx, id);
  return method?.version === version ? method : null;
}

const rounding = (places: number) =>
  `Half up at ${places === 1 ? '1 place' : `${places} places`}, once, from the exact fraction. Nothing is rounded before.`;
const { count, protecting, population, base } = smallNumberRules;
const smallNumbers: Fact = [
  'Small numbers',
  `${count.rule} ${protecting.rule} ${population.rule} ${base.rule} (${count.source}: ${count.confidence}.)`,
];

async function workedOutMethod(id: keyof typeof figureMethods): Promise<Method> {
  const {
    title,
    version,
    validFrom,
    definition,
    numerator,
    denominator,
    unit,
    places,
    problems,
    source,
    confidence,
  } = figureMethods[id];
  const queries = await Promise.all(
    Object.keys(decisionPoints)
      .filter(isDecisionPoint)
      .map(async (point) =>
        (await queriesOf((tx) => groupCounts(tx, point, 'K04000001'))).map((query) => ({
          about: `${decisionPoints[point].title}: the counts of one area`,
          query,
        })),
      ),
  );
  return {
    id,
    version,
    title,
    facts: [
      ['Definition', definition],
      ['Numerator', numerator],
      ['Denominator', denominator],
      ['Unit', unit],
      ['Rounding', rounding(places)],
      ['Version', `${version}, valid for ${validFrom}`],
      ['Source of the method', `${source} (${confidence})`],
      smallNumbers,
    ],
    problems,
    queries: queries.flat(),
    measure: null,
  };
}

function planMethod(id: keyof typeof calculatedMeasures): Method {
  const { title, unit, places, numerator, denominator, source, confidence } =
    calculatedMeasures[id];
  const differing = planFigureRows()
    .filter(({ method }) => method === id)
    .map(recomputePlanFigure)
    .filter(({ agrees }) => !agrees);
  return {
    id,
    version: PLAN_VERSION,
    title: `${title}, worked out again`,
    facts: [
      ['Definition', `${title}: ${numerator}, over ${denominator}`],
      ['Numerator', numerator],
      ['Denominator', denominator],
      ['Unit', unit],
      ['Rounding', rounding(places)],
      ['Version', '1, valid for all periods'],
      ['Source of the method', `${source} (${confidence})`],
      [
        'Where the numbers are',
        'In the document itself, beside the figure; they ship as a file and no query reads them.',
      ],
    ],
    problems: differing.map(
      ({ table, row, printed, recomputed, reason }) =>
        `${table}, ${row}: printed ${printed}, worked out ${recomputed ?? 'not possible'}. ${reason ?? ''}`,
    ),
    queries: [],
    measure: null,
  };
}

async function publishedMethod(tx: Tx, id: string): Promise<Method | null> {
  const sources = await measureSources(tx, id);
  const [measure] = sources;
  if (!measure) return null;
  const restated = await restatedFigures(tx, id);
  const { title, unit, per, places, numerator, denominator, definition_version, status, note } =
    measure;
  return {
    id,
    version: versionSlug(definition_version),
    title,
    facts: [
      ['Definition', denominator ? `${numerator}, over ${lower(denominator)}` : numerator],
      ['Numerator', numerator],
      ['Denominator', denominator ?? 'None: it is a count'],
      ['Unit', unit],
      [
        'Rounding',
        `${rounding(places)} Where the counts are not public the figure stands as it was published.`,
      ],
      ['Version', `${definition_version} (${status})`],
      ...sources.flatMap(sourceFacts),
      [
        'Small numbers',
        'A figure stands as its publisher gave it, small counts included. What is hidden here is only what is worked out here.',
      ],
    ],
    problems: [
      ...(note ? [note] : []),
      ...doubtfulOf(id).map(({ label, why, source: from }) => `${label}. ${why} (${from}.)`),
      restatedSentence(restated, doubtfulOf(id).length > 0),
    ],
    queries: await publishedQueries(id),
    measure: { per, places, unit },
  };
}

function restatedSentence(restated: number, isPart: boolean): string {
  if (restated > 0)
    return `${restated.toLocaleString('en-GB')} figures were restated: a later vintage has another value than an earlier one. Both are kept.`;
  return isPart
    ? 'No restatement can be shown between the vintages that can be compared.'
    : 'No figure was restated between the vintages that are held.';
}

async function publishedQueries(id: string) {
  if (id === 'population-census-2021') {
    const read = await queriesOf((tx) => censusResidents(tx, 'K04000001'));
    return read.map((query) => ({ about: 'Residents of one area', query }));
  }
  const [newest, vintages] = await Promise.all([
    queriesOf((tx) => newestFigures(tx, id, null)),
    queriesOf((tx) => allVintages(tx, id, '970')),
  ]);
  return [
    ...newest.map((query) => ({ about: 'The newest vintage, all areas', query })),
    ...vintages.map((query) => ({ about: 'Every vintage, one area', query })),
  ];
}

function sourceFacts(row: MeasureSource): Fact[] {
  const vintages = row.vintages.map(vintageWords).join(', ');
  return [
    ['Source', `${row.source}. Published by ${row.publisher}.`],
    ['Carried by', `${row.carrier}, ${row.carrier_version}`],
    ['Vintages held', `${vintages} (${row.vintage_means})`],
    [
      'Valid for',
      `Periods that end from ${formatDay(row.first_day)} to ${formatDay(row.last_day)}: ${row.figures.toLocaleString('en-GB')} figures`,
    ],
    ['Licence', `${row.licence}. ${row.attribution}`],
  ];
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
