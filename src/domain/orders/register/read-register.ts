import type { Day } from '../../calendar/day.ts';
import { fullName } from '../../people/display-name.ts';
import { normaliseName } from '../../people/normalise-name.ts';
import { dataRows, inColumn } from '../../referrals/data-rows.ts';
import { LOOK_DOWN } from '../../referrals/find-header.ts';
import { headingKey, type SourceRow } from '../../referrals/map-columns.ts';
import { someOf } from '../../referrals/not-read.ts';
import { isForenameFirst } from '../../referrals/read-names.ts';
import type { Entry, EntryValues, ResultCode } from './entry.ts';
import { MOST_ENTRIES, REGISTER_FIELDS, type RegisterField } from './fields.data.ts';
import { readEntryRow } from './read-entry-row.ts';

/** A register whose entries are read and not yet judged, or why they cannot be read. */
export type ReadRegister =
  | {
      readonly kind: 'read';
      readonly entries: readonly Entry[];
      readonly notRead: readonly string[];
    }
  | { readonly kind: 'unreadable'; readonly reason: string };

type Columns = ReadonlyMap<RegisterField, number>;

const fieldOfHeading = new Map<string, RegisterField>(
  REGISTER_FIELDS.flatMap(({ field, headings }) =>
    headings.map((heading) => [headingKey(heading), field] as const),
  ),
);
const labelOf = (field: RegisterField) =>
  REGISTER_FIELDS.find((each) => each.field === field)?.label ?? field;

/** Whether a sheet has the headings of a register. */
export const isRegister = (rows: readonly SourceRow[]): boolean => headerOf(rows) !== null;

/** Reads a register: its rows about one child at one hearing are one entry, and a row that says the same again is the same row. */
export function readRegister(
  rows: readonly SourceRow[],
  { today, codes }: { readonly today: Day; readonly codes: readonly ResultCode[] },
): ReadRegister {
  const header = headerOf(rows);
  if (!header)
    return unreadable(
      'No row has the headings of a court register, such as Name, Date of birth, Hearing date and Result: add a heading row above the entries',
    );
  const { columns, doubled } = columnsOf(header);
  if (doubled.length > 0)
    return unreadable(
      `More than one column is the ${doubled.map(labelOf).join(', the ')}: leave one, for nobody can say which is meant`,
    );
  const above = toldAbove(rows, header, columns);
  const has = (field: RegisterField) => columns.has(field) || above.has(field);
  const missing = [
    ...(has('wholeName') || (has('surname') && has('forename')) ? [] : ['Name']),
    ...(has('heardOn') ? [] : [labelOf('heardOn')]),
    ...(has('code') || has('words') ? [] : ['Result']),
  ];
  if (missing.length > 0)
    return unreadable(
      `No column has the heading ${missing.join(', ')}: add it, and upload it again`,
    );
  const data = dataRows(rows, {
    headerLine: header.line,
    headings: header.cells.map((cell) => cell.trim()),
    columns: { dateOfBirth: columns.get('dateOfBirth') },
  });
  const forenameFirst = isForenameFirst(inColumn(data.rows, columns.get('wholeName')));
  const read = data.rows.map((row) =>
    readEntryRow(
      row.line,
      (field) => ({
        text: columns.has(field)
          ? (row.cells[columns.get(field) ?? 0] ?? '')
          : (above.get(field) ?? ''),
        heading: has(field) ? labelOf(field) : null,
      }),
      { today, codes, forenameFirst },
    ),
  );
  const entries = joined(read);
  if (entries.length === 0) return unreadable('There is no entry below the headings');
  if (entries.length > MOST_ENTRIES)
    return unreadable(
      `The file has ${entries.length} entries, more than a court’s register of a day: split it so that none has more than ${MOST_ENTRIES}`,
    );
  const unused = header.cells.flatMap((cell, index) =>
    cell.trim() === '' || [...columns.values()].includes(index) ? [] : [cell.trim()],
  );
  return {
    kind: 'read',
    entries,
    notRead: [
      ...(unused.length > 0 ? [`Columns not read: ${someOf(unused)}`] : []),
      ...(data.passedOver.length > 0
        ? [
            `Rows passed over: ${someOf(data.passedOver.map(({ line, text }) => `row ${line} (“${text}”)`))}`,
          ]
        : []),
    ],
  };
}

const unreadable = (reason: string): ReadRegister => ({ kind: 'unreadable', reason });

const FEWEST_HEADINGS = 4;

function headerOf(rows: readonly SourceRow[]): SourceRow | null {
  const known = ({ cells }: SourceRow) =>
    new Set(cells.flatMap((cell) => fieldOfHeading.get(headingKey(cell)) ?? [])).size;
  const [best] = rows
    .slice(0, LOOK_DOWN)
    .filter((row) => known(row) >= FEWEST_HEADINGS)
    .sort((a, b) => known(b) - known(a));
  return best ?? null;
}

function columnsOf({ cells }: SourceRow) {
  const columns = new Map<RegisterField, number>();
  const doubled = new Set<RegisterField>();
  for (const [index, cell] of cells.entries()) {
    const field = fieldOfHeading.get(headingKey(cell));
    if (!field) continue;
    if (columns.has(field)) doubled.add(field);
    else columns.set(field, index);
  }
  return { columns: columns as Columns, doubled: [...doubled] };
}

// The document itself names the court and the day once, above its entries.
function toldAbove(
  rows: readonly SourceRow[],
  header: SourceRow,
  columns: Columns,
): ReadonlyMap<RegisterField, string> {
  const told = new Map<RegisterField, string>();
  for (const { line, cells } of rows) {
    if (line >= header.line) break;
    const [name = '', value = ''] = cells.filter((cell) => cell.trim() !== '');
    const field = fieldOfHeading.get(headingKey(name));
    if ((field === 'court' || field === 'heardOn') && !columns.has(field)) told.set(field, value);
  }
  return told;
}

// Rows of one child at one hearing; one that does not name its child whole stands alone, so that nothing of it falls on another child.
function joined(rows: readonly Entry[]): readonly Entry[] {
  const entries = new Map<string, Entry>();
  for (const row of rows) {
    const { surname, forename, dateOfBirth, court, heardOn } = row.values;
    const isNamed =
      surname !== null && forename !== null && dateOfBirth !== null && heardOn !== null;
    const key = isNamed
      ? [
          normaliseName(surname),
          normaliseName(forename),
          dateOfBirth,
          heardOn,
          courtKey(court ?? ''),
        ].join('|')
      : JSON.stringify(row.values);
    const before = entries.get(key);
    entries.set(key, before ? together(before, row) : row);
  }
  return [...entries.values()];
}

/** The name of a court as it is compared: a crown court is never the youth court of the same town. */
export const courtKey = (court: string): string =>
  court
    .toLowerCase()
    .replace(
      /\b(?:the|court|courts|centre|house|youth|magistrates)\b|['’]s?\b|[^\p{L}\p{N}]/gu,
      ' ',
    )
    .replace(/\s+/g, ' ')
    .trim();

function together(one: Entry, other: Entry): Entry {
  const said = new Set(one.values.results.map((each) => JSON.stringify(each)));
  const more = other.values.results.filter((each) => !said.has(JSON.stringify(each)));
  const lines = [...one.lines, ...other.lines];
  const keys = Object.keys(one.values) as (keyof EntryValues)[];
  const filled = Object.fromEntries(
    keys.map((key) => [key, one.values[key] ?? other.values[key]]),
  ) as EntryValues;
  const differ = keys.filter(
    (key) =>
      (key === 'nextOn' || key === 'nextAt' || key === 'heardAt') &&
      one.values[key] !== null &&
      other.values[key] !== null &&
      one.values[key] !== other.values[key],
  );
  return {
    lines,
    values: { ...filled, results: [...one.values.results, ...more] },
    noticed: [
      ...one.noticed,
      ...other.noticed.filter(({ says }) => !one.noticed.some((each) => each.says === says)),
      ...(more.length === 0
        ? [
            {
              holds: false,
              says: `Row ${other.lines.join(', ')} says the same again: it is taken once`,
            },
          ]
        : []),
      ...differ.map((key) => ({
        holds: key === 'nextOn',
        says: `The ${labelOf(key as RegisterField).toLowerCase()} of ${fullName(one.values)} stands here twice, and differs: ask the court which is right`,
      })),
    ],
  };
}
