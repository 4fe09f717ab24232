import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type BundleColumn,
  type BundleFile,
  bundleColumns,
  bundleFiles,
} from '../../domain/case-level/files.data.ts';

const db = join(import.meta.dirname, '../../../db');

/** The query by which the record answers as a file of the bundle, or undefined where it keeps nothing of its kind. */
export function recordQuery(name: BundleFile | '999_left_out'): string | undefined {
  const path = join(db, 'case-level', `${name}.sql`);
  if (!existsSync(path)) return undefined;
  return readFileSync(join(db, 'case-level', '000_with.sql'), 'utf8') + readFileSync(path, 'utf8');
}

/** Every function of db/measures: the steps that they share first. */
export const measureFunctions = (): string =>
  [...sqlIn('measures/steps'), ...sqlIn('measures')].join('\n');

/**
 * The measures over the record itself, in a schema of their own. Each file of the bundle is a table there for as long as one
 * transaction reads figures: a view would be worked out anew for every row that a measure looks at.
 */
export const recordMeasures = (): string => {
  const functions = measureFunctions();
  const files = bundleFiles.filter((file) => new RegExp(`\\bcase_${file}\\b`).test(functions));
  return [
    'drop schema if exists measures cascade; create schema measures; set local search_path = measures, public, pg_temp;',
    // What the measures read is there only while they are read.
    'set local check_function_bodies = off;',
    `create view left_out as ${recordQuery('999_left_out')};`,
    `create function bundle_of_record() returns void language plpgsql volatile set search_path = measures, public, pg_temp as $$ begin
      if to_regclass('pg_temp.case_people') is not null then return; end if;
      ${files.map(tableOfRecord).join('\n')}
      create temporary table case_legal_outcomes on commit drop as
        select code, nullif(attributes ->> 'tier', '') as tier, nullif(attributes ->> 'order_type', '')::integer as order_type
        from reference_code where list = 'legal_outcome';
      create temporary table case_ethnicities on commit drop as
        select code, attributes ->> 'yjb_group' as yjb_group from reference_code where list = 'ethnicity';
      ${bundleIndexes}
      analyze ${files.map((file) => `case_${file}`).join(', ')}, case_legal_outcomes, case_ethnicities;
    end $$;`,
    functions,
    ...sqlIn('measures/record'),
    'revoke all on all functions in schema measures from public;',
    'grant usage on schema measures to foothold_staff;',
    'grant execute on function own_measures, own_left_out, own_population to foothold_staff;',
    'set local search_path = public; set local check_function_bodies = on;',
  ].join('\n');
};

/** How the measures find the rows of a bundle. */
export const bundleIndexes = `
  create unique index on case_people (person);
  create index on case_residences (person);
  create index on case_education (person);
  create index on case_send (person);
  create index on case_care (person);
  create index on case_health (person);
  create unique index on case_offences (offence);
  create index on case_offences (person);
  create unique index on case_outcomes (outcome);
  create index on case_outcomes (offence);
  create unique index on case_involvements (involvement);
  create index on case_outcome_involvements (outcome);
  create index on case_outcome_involvements (involvement);
  create index on case_victims (offence);`;

const sqlIn = (folder: string): string[] => {
  const path = join(db, folder);
  return readdirSync(path)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => readFileSync(join(path, name), 'utf8'));
};

/** A file's columns with their types in the database. */
export const columnsOf = (file: BundleFile): string =>
  bundleColumns[file].map((column) => `"${column.name}" ${sqlType(column)}`).join(', ');

const tableOfRecord = (file: BundleFile): string => {
  const query = recordQuery(file);
  return query
    ? `create temporary table case_${file} on commit drop as select r.* from (${query}) q, jsonb_to_record(to_jsonb(q)) as r (${columnsOf(file)});`
    : `create temporary table case_${file} (${columnsOf(file)}) on commit drop;`;
};

const sqlType = ({ kind }: BundleColumn): string => {
  switch (kind) {
    case 'day':
      return 'date';
    case 'instant':
      return 'timestamptz';
    case 'number':
      return 'numeric';
    case 'whole':
    case 'score':
      return 'integer';
    case 'yes-no':
      return 'boolean';
    default:
      return 'text';
  }
};

/** What a measure's own function says, with the steps that every measure stands on. */
export const measureText = (id: string): string =>
  readFileSync(join(db, 'measures', `${id}.sql`), 'utf8');

/** Tells one state of a measure's rule from another: the beginning of the sum of all that it stands on. */
export const ruleMark = (id: string): string =>
  createHash('sha256')
    .update([...sqlIn('measures/steps'), measureText(id)].join('\n'))
    .digest('hex')
    .slice(0, 12);
