import { fromDecimal } from '../figures/rational.ts';
import type { SourceRow } from '../referrals/map-columns.ts';
import { visibleText } from '../text/visible-text.ts';
import { figureFaults, lastDayOfVintage, type MeasureRule } from './figure-checks.ts';
import {
  GROUP_COLUMNS,
  MARKS,
  OPTIONAL_COLUMNS,
  REQUIRED_COLUMNS,
  SIGNS,
} from './figure-columns.data.ts';
import { type Areas, findArea } from './find-area.ts';
import { PERIOD_FORMS, periodEnd } from './period.ts';

type Column = (typeof REQUIRED_COLUMNS)[number] | (typeof OPTIONAL_COLUMNS)[number];
const COLUMNS: readonly string[] = [...REQUIRED_COLUMNS, ...OPTIONAL_COLUMNS];

/** What there is to name: measures and sources by id; areas by every `areaKey` they have. */
export type Known = {
  readonly measures: ReadonlyMap<string, MeasureRule>;
  readonly sources: ReadonlySet<string>;
  readonly areas: Areas;
};

/** One figure of a file, ready for the table published_figure; an empty text is no value. */
export type FigureLine = Readonly<
  Record<
    | 'measure_id'
    | 'area_code'
    | 'period'
    | 'ends_on'
    | 'vintage'
    | 'value'
    | 'numerator'
    | 'denominator'
    | 'mark'
    | 'source_id'
    | (typeof GROUP_COLUMNS)[number],
    string
  >
>;

export type JudgedFigures = {
  readonly figures: readonly { readonly line: number; readonly figure: FigureLine }[];
  /** Whole sentences that name line, column and mend. */
  readonly problems: readonly string[];
};

/** Reads the rows of a file of published figures; a bad one is told by line, column and mend, and no row is guessed. */
export function judgeFigures(file: readonly SourceRow[], known: Known): JudgedFigures {
  const rows = file.map(({ line, cells }) => ({
    line,
    cells: cells.map((cell) => visibleText(cell).trim()),
  }));
  const [header, ...body] = rows;
  const headings = (header?.cells ?? []).map((cell) => cell.toLowerCase());
  const wrongHeader = headerProblem(headings);
  if (wrongHeader) return { figures: [], problems: [`Line ${header?.line ?? 1}: ${wrongHeader}`] };
  const seen = new Map<string, number>();
  const judged = body
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
    .map(({ line, cells }) => {
      const cell = (column: Column) => cells[headings.indexOf(column)] ?? '';
      const problems = cells.some((text, at) => text !== '' && !headings[at])
        ? ['there are more cells than headings: put a value with a comma in quotation marks']
        : [];
      const figure = figureOf(cell, known, problems);
      const key = keyOf(figure) + figure.vintage;
      const before = seen.get(key);
      if (before !== undefined && problems.length === 0)
        problems.push(`the same figure stands on line ${before}: take one of them out`);
      seen.set(key, line);
      return { line, figure, problems: problems.map((text) => `Line ${line}, ${text}`) };
    });
  if (judged.length === 0) return { figures: [], problems: ['There is no row below the header'] };
  return { figures: judged, problems: judged.flatMap(({ problems }) => problems) };
}

const nameWords = (key: string) => key.replace(/(^| )\p{L}/gu, (letter) => letter.toUpperCase());

/** What a figure is about, whatever its vintage. */
export const keyOf = (
  row: Pick<FigureLine, 'measure_id' | 'area_code' | 'period' | (typeof GROUP_COLUMNS)[number]>,
) =>
  [row.measure_id, row.area_code, row.period, ...GROUP_COLUMNS.map((name) => row[name])].join('|');

function headerProblem(headings: readonly string[]): string | null {
  const missing = REQUIRED_COLUMNS.filter((column) => !headings.includes(column));
  if (missing.length > 0) return `the header has no ${missing.join(', ')}: add the column`;
  const odd = headings.find((heading) => heading !== '' && !COLUMNS.includes(heading));
  if (odd !== undefined) return `there is no column “${odd}”: there are ${COLUMNS.join(', ')}`;
  const twice = headings.find(
    (heading, index) => heading !== '' && headings.indexOf(heading) !== index,
  );
  return twice === undefined ? null : `the column ${twice} stands there twice: take one out`;
}

function figureOf(cell: (column: Column) => string, known: Known, problems: string[]): FigureLine {
  const wrong = (column: Column, mend: string) =>
    problems.push(`column ${column}: “${cell(column)}” ${mend}`);
  const measure = known.measures.get(cell('measure'));
  if (!measure)
    wrong('measure', `is not a measure; there are ${[...known.measures.keys()].join(', ')}`);
  if (!known.sources.has(cell('source')))
    wrong('source', `is not a source; there are ${[...known.sources].join(', ')}`);
  const area = findArea(cell('area'), known.areas);
  if (area.kind === 'not-found')
    wrong(
      'area',
      `is not an area: give its number, its government code or its whole name${area.near.length > 0 ? `. Did you mean ${area.near.map(nameWords).join(' or ')}?` : ''}`,
    );
  const end = periodEnd(cell('period'));
  if (end === null) wrong('period', `is not a period: write ${PERIOD_FORMS}`);
  const published = lastDayOfVintage(cell('vintage'));
  if (published === null)
    wrong('vintage', 'is not a day of publication: write 2026-05-13, 2026-05 or 2026');
  if (end !== null && published !== null && end > published)
    wrong(
      'period',
      `ends after the figure was published (${cell('vintage')}): one of the two is wrong`,
    );
  const sign = SIGNS[cell('value').toLowerCase()];
  const mark = cell('mark') || sign || '';
  if (mark && !(MARKS as readonly string[]).includes(mark))
    wrong('mark', `is not a mark; there are ${MARKS.join(', ')}`);
  const value = sign ? '' : cell('value');
  if (value === '' && mark === '')
    wrong('value', 'is no number: a withheld figure needs a mark, such as suppressed');
  for (const column of ['value', 'numerator', 'denominator'] as const) {
    const text = column === 'value' ? value : cell(column);
    if (text !== '' && (fromDecimal(text) === null || /^[+-]/.test(text)))
      wrong(column, 'is not a number of 0 or more: write 1234.5, without commas or signs');
  }
  const isReadable = problems.length === 0;
  if (measure && isReadable)
    for (const [column, mend] of figureFaults(
      { value, numerator: cell('numerator'), denominator: cell('denominator') },
      measure,
    ))
      wrong(column, mend);
  return {
    measure_id: cell('measure'),
    area_code: area.kind === 'found' ? area.code : '',
    period: cell('period'),
    ends_on: end ?? '',
    vintage: cell('vintage'),
    value,
    numerator: cell('numerator'),
    denominator: cell('denominator'),
    mark,
    source_id: cell('source'),
    ethnicity: cell('ethnicity') || 'all',
    sex: cell('sex') || 'all',
    age: cell('age') || 'all',
    kind: cell('kind') || 'all',
  };
}
