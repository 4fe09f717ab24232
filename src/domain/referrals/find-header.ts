import { REFERRAL_FIELDS, type ReferralField } from './fields.data.ts';

/** A row of the file: the physical line on which it begins, from 1, and its cells as text. */
export type SourceRow = { readonly line: number; readonly cells: readonly string[] };

/** What a service decided about headings, kept for the next file; keys are `headingKey`s. */
export type KeptMapping = Readonly<Record<string, ReferralField | 'leave-out'>>;

/** Which column tells what. */
export type ColumnMapping = {
  readonly headerLine: number;
  readonly headings: readonly string[];
  /** Index of the column for each field that was found. */
  readonly columns: Readonly<Partial<Record<ReferralField, number>>>;
  /** Columns with a heading that nothing uses; shown so that a person can map them. */
  readonly unmapped: readonly { readonly index: number; readonly heading: string }[];
  readonly missing: readonly { readonly field: ReferralField; readonly label: string }[];
};

/** The header of a list, or why none could be found. */
export type FoundHeader =
  | { readonly kind: 'found'; readonly mapping: ColumnMapping }
  | { readonly kind: 'not-found'; readonly reason: string };

const LOOK_DOWN = 40;
const FEWEST_HEADINGS = 3;
const FIELD_BY_HEADING = fieldByHeading();

/** A heading as it is compared and kept: small letters and digits only (D.O.B becomes dob). */
export function headingKey(heading: string): string {
  return heading
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+]/gu, '');
}

/**
 * Finds the header below marking and title rows: the row of the first forty with most headings we
 * know. What the service decided about a heading goes before what we think.
 */
export function findHeader(rows: readonly SourceRow[], kept: KeptMapping = {}): FoundHeader {
  let best: { row: SourceRow; known: number } | null = null;
  for (const row of rows.slice(0, LOOK_DOWN)) {
    const known = new Set(row.cells.map((cell) => fieldFor(cell, kept)).filter(isField)).size;
    if (known >= FEWEST_HEADINGS && known > (best?.known ?? 0)) best = { row, known };
  }
  if (best) return { kind: 'found', mapping: mapColumns(best.row, kept) };
  return {
    kind: 'not-found',
    reason: `No row of the first ${LOOK_DOWN} has headings such as URN, Surname, Date of birth: add a heading row, or map the columns by hand`,
  };
}

/** Makes the mapping of one header row. */
export function mapColumns(header: SourceRow, kept: KeptMapping = {}): ColumnMapping {
  const columns: Partial<Record<ReferralField, number>> = {};
  const unmapped: { index: number; heading: string }[] = [];
  // A heading that a person mapped takes its field before any heading that we only recognise.
  const order = header.cells
    .map((heading, index) => ({
      heading: heading.trim(),
      index,
      isKept: headingKey(heading) in kept,
    }))
    .sort((a, b) => Number(b.isKept) - Number(a.isKept) || a.index - b.index);
  for (const { heading, index } of order) {
    const field = fieldFor(heading, kept);
    if (isField(field) && columns[field] === undefined) columns[field] = index;
    else if (heading !== '' && field !== 'leave-out') unmapped.push({ index, heading });
  }
  return {
    headerLine: header.line,
    headings: header.cells.map((cell) => cell.trim()),
    columns,
    unmapped: unmapped.sort((a, b) => a.index - b.index),
    missing: REFERRAL_FIELDS.filter(
      ({ field, required }) => required && columns[field] === undefined,
    ).map(({ field, label }) => ({ field, label })),
  };
}

/** The mapping in the form in which a service keeps it for the next file. */
export function keepMapping(mapping: ColumnMapping): KeptMapping {
  const kept: Record<string, ReferralField> = {};
  for (const { field } of REFERRAL_FIELDS) {
    const index = mapping.columns[field];
    if (index !== undefined) kept[headingKey(mapping.headings[index] ?? '')] = field;
  }
  return kept;
}

/** Rows below the header that tell of a child: not blank, not a title, not the header once more. */
export function dataRows(rows: readonly SourceRow[], mapping: ColumnMapping): readonly SourceRow[] {
  return rows.filter(
    (row) =>
      row.line > mapping.headerLine &&
      !isBlank(row) &&
      !isTitle(row) &&
      !isHeaderAgain(row, mapping),
  );
}

function isBlank({ cells }: SourceRow): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** One filled cell with words in it ("OFFICIAL-SENSITIVE", "Page 2 of 3"); a lone URN is no title. */
function isTitle({ cells }: SourceRow): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return filled.length === 1 && (/\s/.test(filled[0] ?? '') || !/\d/.test(filled[0] ?? ''));
}

function isHeaderAgain({ cells }: SourceRow, mapping: ColumnMapping): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.every((cell) =>
    mapping.headings.some((heading) => headingKey(heading) === headingKey(cell)),
  );
}

function fieldFor(heading: string, kept: KeptMapping): ReferralField | 'leave-out' | null {
  const key = headingKey(heading);
  return key === '' ? null : (kept[key] ?? FIELD_BY_HEADING.get(key) ?? null);
}

function isField(field: ReferralField | 'leave-out' | null): field is ReferralField {
  return field !== null && field !== 'leave-out';
}

function fieldByHeading(): ReadonlyMap<string, ReferralField> {
  return new Map(
    REFERRAL_FIELDS.flatMap(({ field, headings }) =>
      headings.map((heading) => [headingKey(heading), field] as const),
    ),
  );
}
