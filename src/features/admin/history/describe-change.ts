import { formatInstant } from '../../../domain/calendar/british-time.ts';
import { formatDay, isDay } from '../../../domain/calendar/day.ts';
import { capitalised } from '../../../domain/text/capitalised.ts';
import type { JsonValue } from '../../../platform/db/tables.generated.ts';
import { isId } from '../../../platform/http/is-id.ts';
import { tableWords } from '../../../record/table-words.data.ts';
import { codeListsOfColumns, plainColumns } from './history-codes.data.ts';
import { columnWords, silentColumns } from './history-words.data.ts';

const instant = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/;
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export type ChangedField = {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** The names of ids, and the label of each code as `list/code`. */
type HistoryWords = {
  readonly names: ReadonlyMap<string, string>;
  readonly labels: ReadonlyMap<string, string>;
};

/** What a table is called in plain words. */
export const tableName = (table: string): string => tableWords[table] ?? plain(table);

/** Every id among a change's values, so that people can be named. */
export function idsIn(...rows: readonly JsonValue[]): string[] {
  return rows.flatMap((row) =>
    Object.values(objectOf(row)).filter(
      (value): value is string => typeof value === 'string' && isId(value),
    ),
  );
}

/** The code lists that the columns of some tables draw on. */
export function listsOf(tables: readonly string[]): string[] {
  const lists = Object.entries(codeListsOfColumns).flatMap(([key, own]) => {
    const [table = '', column] = key.split('.');
    return column === undefined || tables.includes(table) ? own : [];
  });
  return [...new Set(lists)];
}

/** A change field by field, before and after, in words; columns kept for the machine are left out. */
export function describeChange(
  table: string,
  before: JsonValue,
  after: JsonValue,
  words: HistoryWords,
): ChangedField[] {
  const [old, fresh] = [objectOf(before), objectOf(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(fresh)])]
    .filter((column) => !silentColumns.has(column))
    .map((column) => ({
      label: columnWords[column] ?? plain(column.replace(/_(id|on|at)$/, '')),
      before: wordsOf(old[column] ?? null, { table, column }, words),
      after: wordsOf(fresh[column] ?? null, { table, column }, words),
    }))
    .filter(({ before: was, after: is }) => (was ?? is) !== null && !isBareLink(was, is));
}

const link = 'Another entry of the record';
// That an entry hangs on another says nothing to a reader, unless it was moved from one to another.
const isBareLink = (was: string | null, is: string | null) =>
  (was === null && is === link) || (is === null && was === link);

function wordsOf(
  value: JsonValue,
  at: { readonly table: string; readonly column: string },
  words: HistoryWords,
): string | null {
  if (value === null || value === '') return null;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value))
    return value.flatMap((item) => wordsOf(item, at, words) ?? []).join(', ') || null;
  if (typeof value === 'object') return Object.keys(value).length > 0 ? 'Several answers' : null;
  if (isId(value)) return words.names.get(value) ?? link;
  if (isDay(value)) return formatDay(value);
  if (instant.test(value)) return formatInstant(value);
  return labelOf(value, at, words) ?? (isPlain(value, at.column) ? plain(value) : value);
}

function labelOf(
  value: string,
  { table, column }: { readonly table: string; readonly column: string },
  { labels }: HistoryWords,
): string | undefined {
  const lists = codeListsOfColumns[`${table}.${column}`] ?? codeListsOfColumns[column] ?? [];
  return lists.map((list) => labels.get(`${list}/${value}`)).find((label) => label !== undefined);
}

const isPlain = (value: string, column: string) => plainColumns.has(column) && kebab.test(value);

function plain(name: string): string {
  const words = name.replace(/[-_]+/g, ' ');
  return capitalised(words);
}

const objectOf = (row: JsonValue): { readonly [key: string]: JsonValue } =>
  typeof row === 'object' && row !== null && !Array.isArray(row) ? row : {};
