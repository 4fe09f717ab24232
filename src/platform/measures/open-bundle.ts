import { sql } from 'kysely';
import { type BundleFile, bundleFiles } from '../../domain/case-level/files.data.ts';
import type { BundleFault, BundleRow } from '../../domain/case-level/judge-file.ts';
import { type Database, openDatabase } from '../db/connect.ts';
import { readBundle } from '../files/read-bundle.ts';
import { readReference } from '../files/read-reference.ts';
import { bundleCodes } from './bundle-codes.ts';
import { bundleIndexes, columnsOf, measureFunctions } from './measure-scripts.ts';

/** A database in memory that holds a case-level bundle and every measure's function, or what is wrong with the bundle. */
export async function openBundle(
  directory: string,
): Promise<{ readonly faults: readonly BundleFault[] } | { readonly database: Database }> {
  // Read once to be judged, so that what is wrong is told at once, and once more to be kept.
  const faults = await readBundle(directory, bundleCodes(), async () => undefined);
  if (faults.length > 0) return { faults };
  const database = await emptyBundle();
  await readBundle(directory, bundleCodes(), (file, rows) => fillBundle(database, file, rows));
  await database.runScript('analyze');
  return { database };
}

/** A database in memory for a bundle's rows, with every measure's function; `fillBundle` adds the rows. */
export async function emptyBundle(): Promise<Database> {
  const database = await openDatabase({});
  await database.runScript([...bundleFiles.map(tableOf), codeTables, bundleIndexes].join('\n'));
  await fillCodes(database);
  await database.runScript(measureFunctions());
  return database;
}

const tableOf = (file: BundleFile) => `create table case_${file} (${columnsOf(file)});`;

const codeTables = `
  create table case_legal_outcomes (code text primary key, tier text, order_type integer);
  create table case_ethnicities (code text primary key, yjb_group text not null);`;

/** Adds rows that were judged to one file of the bundle. */
export async function fillBundle(
  { owner }: Database,
  file: BundleFile,
  rows: readonly BundleRow[],
): Promise<void> {
  await sql`insert into ${sql.table(`case_${file}`)}
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (${sql.raw(columnsOf(file))})`.execute(
    owner,
  );
}

async function fillCodes({ owner }: Database): Promise<void> {
  const outcomes = readReference('legal_outcome.csv', ['code', 'tier', 'order_type']);
  const ethnicities = readReference('ethnicity.csv', ['code', 'yjb_group']);
  await sql`insert into case_legal_outcomes
    select code, nullif(tier, ''), nullif(order_type, '')::integer
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as r (code text, tier text, order_type text)`.execute(
    owner,
  );
  await sql`insert into case_ethnicities
    select code, yjb_group from jsonb_to_recordset(${JSON.stringify(ethnicities)}::jsonb) as r (code text, yjb_group text)`.execute(
    owner,
  );
}
