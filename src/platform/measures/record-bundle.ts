import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type BundleFile, bundleColumns, bundleFiles } from '../../domain/case-level/files.data.ts';
import type { Tx } from '../db/as-actor.ts';
import { writeCsv } from '../files/write-csv.ts';

const folder = join(import.meta.dirname, '../../../db/case-level');
const pathOf = (name: string) => join(folder, `${name}.sql`);
const textOf = (name: string) => readFileSync(pathOf(name), 'utf8');

/** What the record of a service has and a bundle cannot say, and of how many rows. */
export type LeftOut = { readonly what: string; readonly rows: number };
type Written = { readonly file: BundleFile; readonly rows: number };

/** What a bundle may say and the record does not keep, and the measures that would count nothing but its absence. */
const notKept: readonly { readonly what: string; readonly measures: RegExp }[] = [
  { what: 'health needs and what was offered for them', measures: /^kpi[45]/ },
  { what: 'who came to the management board', measures: /^kpi8/ },
  { what: 'a victim’s part in restorative justice', measures: /^kpi10/ },
];

/** Why a measure cannot be told from the record; null when it can. */
export function notToldOf(id: string): string | null {
  const lacking = notKept.find(({ measures }) => measures.test(id));
  return lacking
    ? `${id} cannot be told from the record, which does not keep ${lacking.what}`
    : null;
}

const filled = bundleFiles.filter((file) => existsSync(pathOf(file)));

/** Writes the record of one service to a folder as a case-level bundle, and says what went into each file and what into none. */
export async function writeBundle(
  tx: Tx,
  serviceId: string,
  directory: string,
): Promise<{ readonly files: readonly Written[]; readonly leftOut: readonly LeftOut[] }> {
  await sql`select set_config('app.service', ${serviceId}, true)`.execute(tx);
  const files: Written[] = [];
  for (const file of filled) {
    const rows = await asked<Record<string, unknown>>(tx, file);
    const columns = bundleColumns[file].map(({ name }) => name);
    const cells = rows.map((row) => columns.map((name) => cellOf(row[name])));
    writeFileSync(join(directory, `${file}.csv`), writeCsv(columns, cells));
    files.push({ file, rows: rows.length });
  }
  return { files, leftOut: await asked<LeftOut>(tx, '999_left_out') };
}

async function asked<Row>(tx: Tx, name: string): Promise<readonly Row[]> {
  return (await sql<Row>`${sql.raw(textOf('000_with') + textOf(name))}`.execute(tx)).rows;
}

const cellOf = (value: unknown): string | null => {
  if (value === null || value === undefined) return null;
  return value instanceof Date ? value.toISOString() : String(value);
};
