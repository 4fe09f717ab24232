import { REFERRAL_FIELDS, type ReferralField } from './fields.data.ts';

/** A row of the file: the physical line on which it begins, from 1, and its cells as text. */
export type SourceRow = { readonly line: number; readonly cells: readonly string[] };

/** What a service said of each column, by its place: two columns may have one heading. */
export type KeptMapping = readonly (ReferralField | 'leave-out')[];

/** What a service said of the columns under each header, by the header's key. */
export type KeptMappings = ReadonlyMap<string, KeptMapping>;

/** Which column tells what. */
export type ColumnMapping = {
  readonly headerLine: number;
  readonly headings: readonly string[];
  /** Index of the column for each field that was found. */
  readonly columns: Readonly<Partial<Record<ReferralField, number>>>;
  /** Columns with a heading that nothing uses; shown so that a person can map them. */
  readonly unmapped: readonly { readonly index: number; readonly heading: string }[];
  readonly missing: readonly { readonly field: ReferralField; readonly label: string }[];
  /** Fields that more than one column claims, or one that may be the victim's: nobody but a person can say which is meant. */
  readonly doubled: readonly {
    readonly field: ReferralField;
    readonly heading: string;
    readonly indexes: readonly number[];
  }[];
};

// Whom a list names: here even two headings that only mean the same, such as Surname and Suspect surname, are two people.
const WHO: readonly ReferralField[] = ['surname', 'forename', 'wholeName', 'dateOfBirth'];
const FIELD_BY_HEADING = new Map<string, ReferralField>(
  REFERRAL_FIELDS.flatMap(({ field, headings }) =>
    headings.map((heading) => [headingKey(heading), field] as const),
  ),
);

/** A heading as it is compared and kept: small letters and digits only (D.O.B becomes dob). */
export function headingKey(heading: string): string {
  return heading
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+]/gu, '');
}

/** The headings of a row as one key, by which a sender's files are known again. */
export function headerKey(cells: readonly string[]): string {
  return cells.map(headingKey).join('|').replace(/\|+$/, '');
}

const SUSPECT =
  '(?:suspect|offender|accused|defendant|perpetrator|subject|nominal|child|youngperson|yp|juvenile|youth|detainee|arrestedperson|person)';
const OF_SUSPECT = new RegExp(`^${SUSPECT}\\d{0,2}(.+)$`);
const THAT_OF_SUSPECT = new RegExp(`^(.+?)(?:of)?(?:the)?${SUSPECT}\\d{0,2}$`);
const NUMBERED = /^(.+?)\d{1,2}$/;
// Forename 2 is a second forename of the same person; a second surname, birth date or whole name is another person's.
const ONE_EACH: readonly ReferralField[] = ['surname', 'wholeName', 'dateOfBirth'];

/** What a heading is known to mean: as it stands, with whose it is said before or after it, or with a number. */
export function fieldOfHeading(heading: string): ReferralField | null {
  const key = headingKey(heading);
  const whole = FIELD_BY_HEADING.get(key);
  if (whole) return whole;
  const own = (pattern: RegExp) => {
    const [, rest = ''] = pattern.exec(key) ?? [];
    return FIELD_BY_HEADING.get(rest) ?? FIELD_BY_HEADING.get(rest.replace(/^s/, ''));
  };
  const ofSuspect = own(OF_SUSPECT) ?? own(THAT_OF_SUSPECT);
  if (ofSuspect && WHO.includes(ofSuspect)) return ofSuspect;
  const again = fieldWithoutNumber(key);
  return again && ONE_EACH.includes(again) ? again : null;
}

function fieldWithoutNumber(key: string): ReferralField | null {
  const [, base = ''] = NUMBERED.exec(key) ?? [];
  return base === '' ? null : fieldOfHeading(base);
}

/** Reads the columns under a header as we know its headings; what two columns claim is said, never settled. */
export function columnsByHeading(header: SourceRow): ColumnMapping {
  const claims = new Map<ReferralField, number[]>();
  for (const [index, heading] of header.cells.entries()) {
    const field = fieldOfHeading(heading);
    if (field) claims.set(field, [...(claims.get(field) ?? []), index]);
  }
  // A column called Name is somebody else's, or the same again, where surname and forename have their own.
  if (claims.has('surname') && claims.has('forename')) claims.delete('wholeName');
  const columns: Partial<Record<ReferralField, number>> = {};
  for (const [field, [first]] of claims) if (first !== undefined) columns[field] = first;
  const doubled = [...claims].flatMap(([field, indexes]) => {
    const keys = indexes.map((index) => headingKey(header.cells[index] ?? ''));
    const isSame = new Set(keys).size < keys.length;
    const heading = (header.cells[indexes[0] ?? 0] ?? '').trim();
    const isUnsure =
      indexes.length > 1
        ? isSame || WHO.includes(field)
        : isVictims(header, field, indexes[0] ?? 0);
    return isUnsure ? [{ field, heading, indexes }] : [];
  });
  return mappingOf(header, columns, doubled);
}

// A date of birth or an address that says nobody's name belongs to whoever the columns before it are about.
const PERSONAL: readonly ReferralField[] = [
  'dateOfBirth',
  'sex',
  'ethnicity',
  'address',
  'postcode',
];
const OF_VICTIM = /victim|aggrieved|complainant|injuredp|witness/;
const ABOUT_SOMEBODY =
  /name|^aggrieved$|^complainant$|dob|birth|born|sex|gender|ethnic|address|postcode|phone|tel/;

function isVictims({ cells }: SourceRow, field: ReferralField, index: number): boolean {
  if (!PERSONAL.includes(field)) return false;
  const keys = cells.map(headingKey);
  const own = keys[index] ?? '';
  if (new RegExp(SUSPECT).test(own)) return false;
  for (let at = index - 1; at >= 0; at -= 1) {
    const before = keys[at] ?? '';
    const means = fieldOfHeading(cells[at] ?? '');
    if (means === null && OF_VICTIM.test(before)) return ABOUT_SOMEBODY.test(before);
    if (means === null || !PERSONAL.includes(means) || new RegExp(SUSPECT).test(before))
      return false;
  }
  return false;
}

/** Reads the columns under a header by what a person said of each place. */
export function columnsByPlace(header: SourceRow, said: KeptMapping): ColumnMapping {
  const columns: Partial<Record<ReferralField, number>> = {};
  for (const [index, field] of said.entries()) if (field !== 'leave-out') columns[field] ??= index;
  return mappingOf(header, columns, []);
}

/** A mapping in the form in which a service keeps it for the next file. */
export function keepMapping({ headings, columns }: ColumnMapping): KeptMapping {
  const byIndex = new Map(REFERRAL_FIELDS.map(({ field }) => [columns[field], field] as const));
  return headings.map((_, index) => byIndex.get(index) ?? 'leave-out');
}

/** Whether a field must be told by some column: either both names have their own, or one column has the whole name. */
export const isNeeded = (field: ReferralField, has: (field: ReferralField) => boolean): boolean => {
  if (field === 'surname' || field === 'forename') return !has('wholeName');
  return REFERRAL_FIELDS.some((each) => each.field === field && each.required);
};

function mappingOf(
  header: SourceRow,
  columns: ColumnMapping['columns'],
  doubled: ColumnMapping['doubled'],
): ColumnMapping {
  const used = new Set(Object.values(columns));
  const headings = header.cells.map((cell) => cell.trim());
  return {
    headerLine: header.line,
    headings,
    columns,
    unmapped: headings.flatMap((heading, index) =>
      heading === '' || used.has(index) ? [] : [{ index, heading }],
    ),
    missing: REFERRAL_FIELDS.filter(
      ({ field }) =>
        columns[field] === undefined && isNeeded(field, (each) => columns[each] !== undefined),
    ).map(({ field, label }) => ({ field, label })),
    doubled,
  };
}
