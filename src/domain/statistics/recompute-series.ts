import { add, div, fromDecimal, mul, type Rational, rational } from '../figures/rational.ts';
import { compareText } from '../text/compare-text.ts';
import { besidePrinted, type Recomputed } from './recomputed.ts';

/** One row of a file of figures, as text. */
export type FigureRow = Readonly<
  Record<
    | 'measure'
    | 'period'
    | 'value'
    | 'numerator'
    | 'denominator'
    | 'ethnicity'
    | 'sex'
    | 'age'
    | 'kind',
    string
  >
>;

const MEANS = 'custody-remand-population-12-month-mean';
const COHORTS = {
  'reoffending-cohort': 'Children in the cohort',
  reoffenders: 'Children who reoffended',
  reoffences: 'Reoffences',
} as const;

/** The published means of twelve month-ends, each from its own twelve months. */
export function recomputeRemandMeans(rows: readonly FigureRow[]): Recomputed[] {
  const months = rows
    .filter(({ measure }) => measure === 'custody-remand-population')
    .sort((a, b) => compareText(a.period, b.period));
  return rows
    .filter(({ measure }) => measure === MEANS)
    .map(({ period, value }) => {
      const [from = '', to = ''] = period.split(' to ');
      const twelve = months.filter((month) => month.period >= from && month.period <= to);
      const sum = sumOf(twelve.map((month) => month.value));
      return besidePrinted(
        {
          document: 'Youth custody data',
          table: 'Children on remand in custody, mean of twelve months',
          row: 'England and Wales',
          figure: period,
          inputs: `(${twelve.map((month) => month.value).join('+')})/12`,
          printed: value,
        },
        sum && twelve.length === 12 ? div(sum, rational(12n)) : null,
        2,
      );
    });
}

/** The reoffending cohort of a year is the plain sum of its four quarters: children, reoffenders and reoffences. */
export function recomputeCohortYear(rows: readonly FigureRow[]): Recomputed[] {
  const quarters = [
    '2019-04 to 2019-06',
    '2019-07 to 2019-09',
    '2019-10 to 2019-12',
    '2020-01 to 2020-03',
  ];
  return rows
    .filter(({ measure, period }) => Object.hasOwn(COHORTS, measure) && period === '2019-20')
    .map((year) => {
      const parts = rows.filter(
        (row) =>
          row.measure === year.measure &&
          row.kind === year.kind &&
          row.sex === year.sex &&
          quarters.includes(row.period),
      );
      const values = parts.map(({ value }) => value);
      return besidePrinted(
        {
          document: 'Proven reoffending',
          table: 'Year to March 2020 from its four quarters',
          row: year.kind || (year.sex === 'female' ? 'Girls' : 'Boys'),
          figure: COHORTS[year.measure as keyof typeof COHORTS],
          inputs: values.join('+'),
          printed: year.value,
        },
        parts.length === 4 ? sumOf(values) : null,
        0,
      );
    });
}

/** Remand outcomes of 2024-25: the age groups add up to the published total. */
export function recomputeRemandTotals(rows: readonly FigureRow[]): Recomputed[] {
  const year = rows.filter(
    ({ measure, period }) => measure === 'remand-outcomes' && period === '2024-25',
  );
  return year
    .filter(({ age, sex, ethnicity }) => !age && !sex && !ethnicity)
    .map((total) => {
      const parts = year.filter(({ age, kind }) => age && kind === total.kind);
      const values = parts.map(({ value }) => value);
      return besidePrinted(
        {
          document: 'Remand outcomes',
          table: 'Year to March 2025, ages 10 to 14 and 15 to 17 together',
          row: total.kind,
          figure: 'Episodes',
          inputs: values.join('+'),
          printed: total.value,
        },
        sumOf(values),
        0,
      );
    });
}

/** Looked-after children convicted, from both counts. The source keeps the share unrounded, so six places are compared. */
export function recomputeLookedAfter(rows: readonly FigureRow[]): Recomputed[] {
  return rows
    .filter(({ measure }) => measure === 'looked-after-convicted')
    .map(({ period, value, numerator, denominator }) =>
      besidePrinted(
        {
          document: 'Children looked after',
          table: 'Looked-after children convicted or cautioned, %',
          row: 'Birmingham',
          figure: period,
          inputs: `${numerator}/${denominator}`,
          printed: value,
        },
        mul(rational(BigInt(numerator), BigInt(denominator)), rational(100n)),
        6,
      ),
    );
}

function sumOf(values: readonly string[]): Rational | null {
  const numbers = values.map(fromDecimal).filter((number) => number !== null);
  return numbers.length === values.length && numbers.length > 0 ? numbers.reduce(add) : null;
}
