import { smallNumberRules } from '../../domain/figures/small-numbers.data.ts';
import { decisionPoints } from '../../domain/statistics/decision-points.data.ts';
import {
  type DownloadCell,
  type DownloadTable,
  fileName,
} from '../../domain/statistics/download-table.ts';
import { vintageWords } from '../../domain/statistics/period.ts';
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
  if (shown.kind === 'refused') return new Map();
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
  const columns = rateColumns(decisionPoints[shown.point].per);
  const name = (what: string) => fileName(what, title, area.name, shown.by, together.period);
  const tables: [string, DownloadTable][] = [
    [
      'disproportionality',
      {
        name: name('disproportionality'),
        title: `${title}, ${area.name}, ${together.period}${each.length > 0 ? ', years pooled' : ''}`,
        columns,
        rows: rateRows(together, columns.length),
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
        columns: ['Year', ...columns],
        rows: each.flatMap((one) =>
          rateRows(one, columns.length).map((cells) => [one.period, ...cells]),
        ),
        about,
      },
    ]);
  return new Map(tables);
}

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

function aboutRates({ point, reference }: Rates, sources: readonly SourceRow[]) {
  const { events, among, note } = decisionPoints[point];
  const { count, protecting, population } = smallNumberRules;
  return [
    ['Events', events],
    ['Among', among],
    ['Reference group', `${reference}: a relative rate of 1 is the same rate as theirs.`],
    [
      'Relative rate',
      'Rate of the group over rate of the reference group, with the exact conditional 95% interval. An interval that takes in 1 shows no clear difference.',
    ],
    [
      'Gap',
      `Share of the group among the events less its share of the comparator. The comparator is: ${among}. Both are shares of the groups whose two counts are printed.`,
    ],
    ['Years pooled', 'Events and children of the years are summed before they are divided.'],
    [
      'Small numbers',
      `${count.rule} It stands as ${count.mark}. ${protecting.rule} It stands as ${protecting.mark}, and so does what follows from it or was withheld by its publisher. ${population.rule}`,
    ],
    ['Note', note],
    ...aboutSources(sources),
  ] as const;
}

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
