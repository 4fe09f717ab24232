import { smallNumberRules } from '../../../domain/figures/small-numbers.data.ts';
import { decisionPoints } from '../../../domain/statistics/decision-points.data.ts';
import {
  type DownloadCell,
  type DownloadTable,
  fileName,
} from '../../../domain/statistics/download-table.ts';
import { vintageWords } from '../../../domain/statistics/period.ts';
import type { SourceRow } from './disproportionality.queries.ts';
import type { DisproportionalityModel, RatesOf } from './disproportionality-page.ts';
import { planTable } from './plan-shares-table.ts';
import { countCell, rateCells, rateColumns } from './rate-columns.ts';

type Rates = Extract<DisproportionalityModel['shown'], { kind: 'rates' }>;
type Population = Extract<DisproportionalityModel['shown'], { kind: 'population' }>;

/** The tables of the page, by the name of their download; none where nothing may be printed. */
export function disproportionalityTables(
  model: DisproportionalityModel,
): ReadonlyMap<string, DownloadTable> {
  const { shown, area, sources } = model;
  if (shown.kind === 'refused' || shown.kind === 'nothing') return new Map();
  if (shown.kind === 'population')
    return new Map([
      ['residents', residentsTable(shown, area.name, aboutSources(sources))],
      ...(shown.plan.length > 0
        ? [['plan-shares', planTable(shown.plan, area.name, aboutSources(sources))] as const]
        : []),
    ]);
  const { title } = decisionPoints[shown.point];
  const { together, each } = shown;
  const about = aboutRates(shown, sources);
  const every = rateColumns(decisionPoints[shown.point].per);
  const kept = every.filter((column) => hasRates(shown) || needsEvents.includes(column));
  const rowsOf = (of: RatesOf) =>
    rateRows(of, every.length).map((cells) =>
      cells.filter((_, at) => kept.includes(every[at] ?? '')),
    );
  const name = (what: string) => fileName(what, title, area.name, shown.by, together.period);
  const tables: [string, DownloadTable][] = [
    [
      'disproportionality',
      {
        name: name('disproportionality'),
        title: `${title}, ${area.name}, ${together.period}${each.length > 0 ? ', years pooled' : ''}`,
        columns: kept,
        rows: rowsOf(together),
        about,
      },
    ],
  ];
  if (each.length > 0)
    tables.push([
      'disproportionality-years',
      {
        name: name('disproportionality by year'),
        title: `${title}, ${area.name}, each year on its own`,
        columns: ['Year', ...kept],
        rows: each.flatMap((one) => rowsOf(one).map((cells) => [one.period, ...cells])),
        about,
      },
    ]);
  return new Map(tables);
}

/** Whether any group's children are counted: without them no rate can be worked out, and there is no column for one. */
export const hasRates = ({ together, each }: Rates) =>
  [together, ...each].some(({ rows }) =>
    rows.some(({ among }) => among.value !== null || among.mark !== null),
  );

/** The groups; then those of whom it is not known, and everybody, where they are counted. */
export function rateRows({ rows, notKnown, all }: RatesOf, width: number): DownloadCell[][] {
  const counted = [
    { label: 'Not known', count: notKnown },
    { label: 'All', count: all },
  ].filter(({ count }) => count.value !== null || count.mark !== null);
  return [
    ...rows.map((row) => [...rateCells(row)]),
    ...counted.map(({ label, count }) => [
      label,
      countCell(count),
      // Nothing is worked out from them.
      ...Array.from({ length: width - 2 }, () => ''),
    ]),
  ];
}

function aboutRates(shown: Rates, sources: readonly SourceRow[]): DownloadTable['about'] {
  const { point, reference } = shown;
  const { events, among, note } = decisionPoints[point];
  const { count, protecting, population, base } = smallNumberRules;
  return [
    ['Events', events],
    ...(hasRates(shown) ? aboutComparison(reference, among) : []),
    [
      'Share of events',
      'Of all events of children whose group is known, where every group is in the data.',
    ],
    ['Years pooled', 'Events and children of the years are summed before they are divided.'],
    [
      'Small numbers',
      `${count.rule} It stands as ${count.mark}. ${protecting.rule} It stands as ${protecting.mark}, and so does what follows from it or was withheld by its publisher. ${decisionPoints[point].per === 100 ? base.rule : population.rule}`,
    ],
    ['Note', note],
    ...aboutSources(sources.map((source) => ({ ...source, ...definitionFor(source, reference) }))),
  ];
}

// What the carrier divides by its White children is divided here by those of the chosen group.
const definitionFor = ({ measure_id, definition_version }: SourceRow, reference: string) => ({
  definition_version:
    measure_id === 'relative-rate-index'
      ? `Events over children in the group divided by the same for ${reference} children, from the counts of the file`
      : definition_version,
});

const aboutComparison = (reference: string, among: string) =>
  [
    ['Among', among],
    ['Reference group', `${reference}: a relative rate of 1 is the same rate as theirs.`],
    [
      'Relative rate',
      'Rate of the group over rate of the reference group, with the exact conditional 95% interval. An interval that takes in 1 shows no clear difference.',
    ],
    [
      'Gap',
      `Share of the group among the events less its share of the comparator. The comparator is: ${among}. Both are shares of all children whose group is known; without every group in both there is no gap.`,
    ],
  ] as const;

/** The columns that need no count of children. */
const needsEvents: readonly string[] = ['Group', 'Events', 'Share of events, %'];

function residentsTable(
  { columns, rows }: Population,
  area: string,
  about: DownloadTable['about'],
): DownloadTable {
  return {
    name: fileName('residents 10 to 17', area),
    title: `Residents aged 10 to 17 by ethnic group, ${area}, Census 2021`,
    columns,
    rows: rows.map(([label = '', ...cells]) => [
      label,
      ...cells.map((cell) => (/^\d+$/.test(cell) ? { number: cell } : cell)),
    ]),
    about: [
      ['Counted', 'Residents on census day, 21 March 2021, three age bands together'],
      ...about,
    ],
  };
}

const aboutSources = (sources: readonly SourceRow[]) =>
  sources.flatMap(
    ({ source, publisher, licence, attribution, vintage, vintage_means, definition_version }) =>
      [
        ['Source', `${source}. Published by ${publisher}.`],
        ['Vintage', `${vintageWords(vintage)} (${vintage_means})`],
        ['Definition', definition_version],
        ['Licence', `${licence}. ${attribution}`],
      ] as const,
  );
