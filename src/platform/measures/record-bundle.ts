import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type BundleFile, bundleColumns, bundleFiles } from '../../domain/case-level/files.data.ts';
import type { Tx } from '../db/as-actor.ts';
import { writeCsv } from '../files/write-csv.ts';
import { recordQuery } from './measure-scripts.ts';

/** What the record of a service has and a bundle cannot say, and of how many rows. */
export type LeftOut = { readonly what: string; readonly rows: number };
type Written = { readonly file: BundleFile; readonly rows: number };

/** What a bundle may say and the record does not keep, and the measures that would count nothing but its absence. */
const notKept: readonly { readonly what: string; readonly measures: RegExp }[] = [
  { what: 'health needs and what was offered for them', measures: /^kpi[45]/ },
  { what: 'who came to the management board', measures: /^kpi8/ },
  { what: 'a victim’s part in restorative justice', measures: /^kpi10/ },
];

/** What the record does not keep that a measure counts; null where it keeps it. */
export const notKeptFor = (id: string): string | null =>
  notKept.find(({ measures }) => measures.test(id))?.what ?? null;

/** Why a measure cannot be told from the record; null when it can. */
export function notToldOf(id: string): string | null {
  const what = notKeptFor(id);
  return what && `${id} cannot be told from the record, which does not keep ${what}`;
}

const filled = bundleFiles.filter((file) => recordQuery(file));

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

async function asked<Row>(tx: Tx, name: BundleFile | '999_left_out'): Promise<readonly Row[]> {
  return (await sql<Row>`${sql.raw(recordQuery(name) ?? '')}`.execute(tx)).rows;
}

const cellOf = (value: unknown): string | null => {
  if (value === null || value === undefined) return null;
  return value instanceof Date ? value.toISOString() : String(value);
};
