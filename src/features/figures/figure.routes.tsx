import { figureOfRows, type MeasureRow } from '../../domain/measures/figure-of-rows.ts';
import { measures } from '../../domain/measures/measures.data.ts';
import { type Quarter, quarterBefore, quarterWords } from '../../domain/measures/quarter.ts';
import { compareText } from '../../domain/text/compare-text.ts';
import type { PageContext } from '../../platform/http/context.ts';
import { measureText } from '../../platform/measures/measure-scripts.ts';
import { ownMeasures } from '../../platform/measures/own-measures.ts';
import { notKeptFor } from '../../platform/measures/record-bundle.ts';
import { choice } from '../../record/choice-fields.tsx';
import { serviceList } from '../../record/list-page.tsx';
import { urls } from '../../urls.ts';
import { askedFields, askedOf, quarterOptions, usualAsked } from './asked.ts';
import { childColumn } from './child-column.tsx';
import { type ShownRow, withChildren } from './figure.queries.ts';
import { FigurePage, type OfMeasure } from './figure.view.tsx';
import { groupWords } from './figure-words.ts';
import { frozenAs } from './frozen/frozen.queries.ts';

/** A quarter beside the four before it: the same one of last year is among them. */
const BESIDE = 5;

const parts = {
  hit: 'In the figure',
  counted: 'Counted, and not in the figure',
  out: 'Looked at, and not counted',
} as const;
type Part = keyof typeof parts;
const partOf = ({ hit, counted }: MeasureRow): Part => (hit ? 'hit' : counted ? 'counted' : 'out');

async function subject(context: PageContext): Promise<OfMeasure | undefined> {
  const { tx, param } = context;
  const measure = measures.find(({ id }) => id === param('measure'));
  if (!measure || notKeptFor(measure.id)) return undefined;
  const asked = askedOf(context);
  const definition = measure.definitions.includes(asked.definition) ? asked.definition : 'newer';
  const periods: readonly Quarter[] = Array.from({ length: BESIDE }, (_, at) =>
    quarterBefore(asked.quarter, BESIDE - 1 - at),
  );
  const trend = [];
  let rows: readonly MeasureRow[] = [];
  let population: number | null = null;
  for (const quarter of periods) {
    const found = await ownMeasures(tx, [measure.id], { ...quarter, definition });
    rows = (found.rows.get(measure.id) ?? []).toSorted((a, b) =>
      compareText(a.person ?? '', b.person ?? ''),
    );
    population = found.population;
    trend.push({ quarter, figure: figureOfRows(measure, rows, population) });
  }
  const frozen = await frozenAs(tx, measure.id, asked.quarter, definition);
  return { measure, asked, trend, rows, population, frozen };
}

/** One figure: its quarters and groups, every child in it and out of it with the reason, and how it is counted. */
export const figureRoutes = serviceList({
  path: urls.figures.one(':measure'),
  tab: { under: urls.figures.own },
  permission: 'figures.own',
  audit: 'view',
  caption: ({ asked }) => `Rows of the figure, ${quarterWords(asked.quarter)}`,
  file: 'figure-rows',
  empty: (isFiltered) =>
    isFiltered ? 'No row is of this kind.' : 'Nothing of this kind ended in this quarter.',
  subject,
  filters: {
    ...askedFields,
    part: choice(
      Object.entries(parts).map(([value, text]) => ({ value, text })),
      { label: 'Rows', as: 'select', empty: 'All that were looked at' },
    ),
  },
  usual: usualAsked,
  options: quarterOptions,
  rows: async ({ tx, actor }, { rows }, { filters, limit, offset }) => {
    const wanted = rows.filter((row) => !filters.part || partOf(row) === filters.part);
    return withChildren(tx, actor.serviceId, wanted.slice(offset, offset + limit), rows);
  },
  columns: ({ measure }) => [
    childColumn,
    { heading: 'Counted', text: (row) => parts[partOf(row)] },
    { heading: 'Why', text: ({ reason }) => reason },
    ...measure.breakdowns.map((by) => ({
      heading: by.charAt(0).toUpperCase() + by.slice(1),
      text: ({ breakdowns }: ShownRow) => groupWords(breakdowns[by] ?? 'not known'),
    })),
  ],
  view: ({ context: { shell, today }, subject: of, list }) => (
    <FigurePage
      today={today}
      shell={shell}
      of={of}
      list={list}
      query={measureText(of.measure.id)}
    />
  ),
});
