import { visibleText } from '../text/visible-text.ts';
import type { ReferralField } from './fields.data.ts';
import type { ColumnMapping, SourceRow } from './map-columns.ts';

const DATE_FIELDS: readonly ReferralField[] = ['dateOfBirth', 'offenceDate', 'referredOn'];
const TWO_NUMBERS = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(?:\d{4}|\d{2})(?!\d)/;
const YEAR_BEFORE = /^\d{4}\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})(?!\d)/;

type Proof = { readonly heading: string; readonly line: number; readonly text: string };

/**
 * Why no date of a list can be read, or null: a column in which a date can only be month first (09/23/2010), and none can only be
 * day first, was written by a computer set to another country, and so was every other column that does not prove the opposite.
 */
export function datesDoubt(rows: readonly SourceRow[], mapping: ColumnMapping): string | null {
  const proofs = DATE_FIELDS.flatMap((field) => mapping.columns[field] ?? []).map((index) =>
    proofsOf(rows, index, mapping.headings[index] ?? ''),
  );
  const suspect = proofs.find(
    ({ monthFirst, dayFirst }) => monthFirst.length > 0 && monthFirst.length >= dayFirst,
  );
  const [first] = suspect?.monthFirst ?? [];
  return first
    ? `${first.heading} is written with the month first (row ${first.line}: ${first.text}), so no date of the list can be trusted: ask the sender for the list with the day first, for example 23/09/2010`
    : null;
}

/** How many dates that can only be month first are no slip. */
const FEWEST_OF_ANOTHER_ORDER = 2;

/**
 * The columns in which some dates can only be day first and some only month first, as where two lists were put together, with what
 * is said of a date there that may be either.
 */
export function datesInTwoOrders(
  rows: readonly SourceRow[],
  mapping: ColumnMapping,
): ReadonlyMap<ReferralField, string> {
  return new Map(
    DATE_FIELDS.flatMap((field) => {
      const index = mapping.columns[field];
      if (index === undefined) return [];
      const { monthFirst } = proofsOf(rows, index, '');
      const [first] = monthFirst;
      if (!first || monthFirst.length < FEWEST_OF_ANOTHER_ORDER) return [];
      const says = `may have the day or the month first, for the column is written in both orders (row ${first.line}: ${first.text}): ask the sender which it is`;
      return [[field, says] as const];
    }),
  );
}

/** Whether a date is another one when the month is taken for the day. */
export function readsBothWays(text: string): boolean {
  const [, one = '', other = ''] = TWO_NUMBERS.exec(visibleText(text).trim()) ?? [];
  return isMonth(one) && isMonth(other) && Number(one) !== Number(other);
}

function proofsOf(rows: readonly SourceRow[], index: number, heading: string) {
  const monthFirst: Proof[] = [];
  let dayFirst = 0;
  for (const { line, cells } of rows) {
    const text = visibleText(cells[index] ?? '').trim();
    // After the year the month comes first: there, a day before it is the wrong way round.
    const [, before = '', after = ''] = YEAR_BEFORE.exec(text) ?? [];
    const [, first = after, second = before] = TWO_NUMBERS.exec(text) ?? [];
    if (isDate(first) && isMonth(second) && !isMonth(first)) dayFirst += 1;
    if (isMonth(first) && isDate(second) && !isMonth(second))
      monthFirst.push({ heading, line, text });
  }
  return { monthFirst, dayFirst };
}

const isMonth = (text: string) => Number(text) >= 1 && Number(text) <= 12;
const isDate = (text: string) => Number(text) >= 1 && Number(text) <= 31;
