import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { periodEnd } from '../../domain/statistics/period.ts';
import type { Tx } from './as-actor.ts';
import type { Database } from './connect.ts';

const folder = join(import.meta.dirname, '../../../db/reference/statistics');
type Row = Record<string, string>;

/** Loads the published statistics that ship, when their files have changed; vintages that a service imported stay. */
export async function loadStatistics(database: Database): Promise<void> {
  const texts = ['sources', 'measures', 'areas', 'neighbours'].map((name) => textOf(`${name}.csv`));
  const figures = readdirSync(join(folder, 'figures'))
    .filter((name) => name.endsWith('.csv'))
    .sort()
    .map((name) => textOf(join('figures', name)));
  const checksum = createHash('sha256')
    .update([...texts, ...figures].join('\u0000'))
    .digest('hex');
  const known = await sql<{
    checksum: string;
  }>`select checksum from repeatable_file where folder = 'statistics'`.execute(database.owner);
  if (known.rows[0]?.checksum === checksum) return;
  const [sources = [], measures = [], areas = [], neighbours = []] = texts.map(rowsOf);
  await database.owner.transaction().execute(async (tx) => {
    await fill(tx, 'published_source', ['id'], sources);
    await fill(
      tx,
      'published_measure',
      ['id'],
      measures.map((row, sort) => ({ ...row, sort: String(sort) })),
    );
    await fill(tx, 'published_area', ['code'], areas);
    await sql`delete from area_neighbour`.execute(tx);
    await fill(
      tx,
      'area_neighbour',
      ['area_code', 'list_year', 'rank'],
      neighbours.map(({ area = '', neighbour = '', ...row }) => ({
        ...row,
        area_code: area,
        neighbour_code: neighbour,
      })),
    );
    for (const text of figures) await addFigures(tx, rowsOf(text).map(figureOf));
    await sql`insert into repeatable_file values ('statistics', ${checksum}) on conflict (folder) do update set checksum = excluded.checksum`.execute(
      tx,
    );
  });
}

/** Adds rows of published_figure, replacing those of the same vintage. */
export async function addFigures(tx: Tx, rows: readonly Readonly<Row>[]): Promise<void> {
  const key = ['measure_id', 'area_code', 'period', 'ethnicity', 'sex', 'age', 'kind', 'vintage'];
  await fill(tx, 'published_figure', key, rows);
}

// The columns of a file in the words of the table; a group that a figure is not broken down by is all of it.
function figureOf({ measure = '', area = '', period = '', source = '', ...row }: Row): Row {
  const { ethnicity, sex, age, kind, ...rest } = row;
  return {
    ...rest,
    measure_id: measure,
    area_code: area,
    period,
    source_id: source,
    ethnicity: ethnicity || 'all',
    sex: sex || 'all',
    age: age || 'all',
    kind: kind || 'all',
    ends_on: periodEnd(period) ?? '',
  };
}

// One statement a table, however many rows: the database reads them from one JSON text.
async function fill(
  tx: Tx,
  table: string,
  key: readonly string[],
  rows: readonly Readonly<Row>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const others = columns.filter((column) => !key.includes(column));
  const names = sql.join(columns.map((name) => sql.ref(name)));
  const changes = sql.join(
    others.map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`),
  );
  const text = JSON.stringify(rows, (name, value) =>
    value === '' && nullable.has(name) ? null : value,
  );
  await sql`insert into ${sql.table(table)} (${names})
    select ${names} from jsonb_populate_recordset(null::${sql.table(table)}, ${text}::jsonb)
    on conflict (${sql.join(key.map((name) => sql.ref(name)))}) do update set ${changes}
    where (${sql.join(others.map((name) => sql.ref(`${table}.${name}`)))})
      is distinct from (${sql.join(others.map((name) => sql.ref(`excluded.${name}`)))})`.execute(
    tx,
  );
}

const nullable = new Set([
  'value',
  'numerator',
  'denominator',
  'mark',
  'per',
  'better',
  'lies_in',
  'gss_code',
  'ended_on',
]);
const textOf = (name: string) => readFileSync(join(folder, name), 'utf8');
const rowsOf = (text: string): Row[] => parse(text, { columns: true, skip_empty_lines: true });
