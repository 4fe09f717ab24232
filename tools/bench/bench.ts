/**
 * Measures the pages of the performance budget on PostgreSQL, beside the same SQL sent raw through `pg` in the same run,
 * and writes the table in docs/performance.md. Usage: npm run bench [-- --sizes 1000,10000,100000] [--keep]
 * With --keep (and DATABASE_URL, a superuser's) the filled databases stay, and those that are there are measured again.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { fillDatabase } from './fill-database.ts';
import { type Measured, measurePages } from './measure-pages.ts';
import { performancePage } from './performance-page.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000' },
    people: { type: 'string', default: '50' },
    keep: { type: 'boolean', default: false },
  },
});
// Tables are filled with their triggers and keys at rest, which only a superuser may ask for.
const url = process.env.TEST_SUPERUSER_URL;
if (!url) throw new Error('Run through npm run bench, which starts PostgreSQL');

const results: Measured[] = [];
for (const size of values.sizes.split(',').map(Number)) {
  const name = `foothold_bench_${size}`;
  const address = new URL(url);
  address.pathname = `/${name}`;
  if (!(values.keep && (await isThere(url, name)))) {
    await admin(url, `drop database if exists ${name} with (force)`);
    await admin(url, `create database ${name} template template0 encoding 'UTF8'`);
    const began = performance.now();
    await fillDatabase(address.href, size);
    console.log(`${size} children made in ${Math.round((performance.now() - began) / 1000)} s`);
  }
  results.push(
    ...(await measurePages(address.href, {
      size,
      people: Number(values.people),
    })),
  );
  if (!values.keep) await admin(url, `drop database ${name} with (force)`);
}
const machine = `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), PostgreSQL ${await version(url)}, Node ${process.versions.node}`;
writeFileSync(
  new URL('../../docs/performance.md', import.meta.url),
  performancePage(results, machine, Number(values.people)),
);
console.table(
  results.map(({ page, size, p50, p95, p99, rawP95, statements, bytes }) => ({
    page,
    size,
    p50,
    p95,
    p99,
    rawP95,
    statements,
    bytes,
  })),
);

async function admin(address: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  await client.query(text);
  await client.end();
}

async function isThere(address: string, name: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
  await client.end();
  return rowCount === 1;
}

async function version(address: string): Promise<string> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  const { rows } = await client.query<{ server_version: string }>('show server_version');
  await client.end();
  return rows[0]?.server_version ?? '';
}
