import { formatInstant } from '../../domain/calendar/british-time.ts';
import { formatDay, isDay } from '../../domain/calendar/day.ts';
import type { JsonValue } from '../../platform/db/tables.generated.ts';
import { columnWords, silentColumns, tableWords } from './history-words.data.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const instant = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/;
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export type ChangedField = {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** What a table is called in plain words. */
export const tableName = (table: string): string => tableWords[table] ?? plain(table);

/** Every id among a change's values, so that people can be named. */
export function idsIn(...rows: readonly JsonValue[]): string[] {
  return rows.flatMap((row) =>
    Object.values(objectOf(row)).filter(
      (value): value is string => typeof value === 'string' && uuid.test(value),
    ),
  );
}

/** A change field by field, before and after, in words; columns kept for the machine are left out. */
export function describeChange(
  before: JsonValue,
  after: JsonValue,
  names: ReadonlyMap<string, string>,
): ChangedField[] {
  const [old, fresh] = [objectOf(before), objectOf(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(fresh)])]
    .filter((column) => !silentColumns.has(column))
    .map((column) => ({
      label: columnWords[column] ?? plain(column.replace(/_(id|on|at)$/, '')),
      before: wordsOf(old[column] ?? null, names),
      after: wordsOf(fresh[column] ?? null, names),
    }))
    .filter((field) => field.before !== null || field.after !== null);
}

function wordsOf(value: JsonValue, names: ReadonlyMap<string, string>): string | null {
  if (value === null || value === '') return null;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value))
    return value.flatMap((item) => wordsOf(item, names) ?? []).join(', ') || null;
  if (typeof value === 'object') return Object.keys(value).length > 0 ? 'Several answers' : null;
  if (uuid.test(value)) return names.get(value) ?? 'Another entry of the record';
  if (isDay(value)) return formatDay(value);
  if (instant.test(value)) return formatInstant(value);
  return kebab.test(value) ? plain(value) : value;
}

function plain(name: string): string {
  const words = name.replace(/[-_]+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const objectOf = (row: JsonValue): { readonly [key: string]: JsonValue } =>
  typeof row === 'object' && row !== null && !Array.isArray(row) ? row : {};
