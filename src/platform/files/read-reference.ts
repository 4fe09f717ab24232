import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

const folder = join(import.meta.dirname, '../../../db/reference');

/** The rows of a CSV file of db/reference, for what is worked out from the files alone; a column that is absent is an empty text. */
export function readReference<Column extends string>(
  name: string,
  columns: readonly Column[],
): readonly Readonly<Record<Column, string>>[] {
  const rows: Record<string, string>[] = parse(readFileSync(join(folder, name), 'utf8'), {
    columns: true,
    skip_empty_lines: true,
  });
  return rows.map(
    (row) =>
      Object.fromEntries(columns.map((column) => [column, row[column] ?? ''])) as Record<
        Column,
        string
      >,
  );
}
