/**
 * Measures the pages of the performance budget over HTTP, on a server process of its own and PostgreSQL, and writes
 * docs/performance.md. Usage: npm run bench -- [--sizes 1000,10000,100000] [--people 50] [--connections 16] [--seconds 5]
 * [--pages TEXT] [--directus no] [--keep] [--out FILE]
 * With --keep (and DATABASE_URL, a superuser's) the filled databases stay, and those that are there are measured again.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { gatherCast } from './cast.ts';
import { addressOf, askOnce } from './copies.ts';
import { directusHome } from './directus.ts';
import { fillDatabase } from './fill-database.ts';
import { perSecond } from './load.ts';
import { measureDirectus } from './measure-directus.ts';
import { type Measured, measurePage } from './measure-page.ts';
import { pagesOf } from './pages.ts';
import { performancePage, type Run } from './performance-page.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000' },
    people: { type: 'string', default: '50' },
    connections: { type: 'string', default: '16' },
    seconds: { type: 'string', default: '5' },
    pages: { type: 'string', default: '' },
    directus: { type: 'string', default: 'yes' },
    keep: { type: 'boolean', default: false },
    out: { type: 'string', default: 'docs/performance.md' },
  },
});
// Tables are filled with their triggers and keys at rest, which only a superuser may ask for.
const server = process.env.TEST_SUPERUSER_URL;
if (!server) throw new Error('Run through npm run bench, which starts PostgreSQL');

const cores = cpus().length;
const shape = {
  people: Number(values.people),
  connections: Number(values.connections),
  seconds: Number(values.seconds),
};
const directus = values.directus === 'no' ? { missing: 'not asked for' } : directusHome();
const [{ server_version = '' } = {}] = await askOnce<{ server_version: string }>(
  server,
  'show server_version',
);
const runs: Run[] = [];
for (const size of values.sizes.split(',').map(Number)) {
  const template = `foothold_bench_${size}`;
  await filled(template, size);
  const cast = await gatherCast(addressOf(server, template));
  const measured: Measured[] = [];
  const failures: string[] = [];
  // What fails is told, and the others are measured: a long run is not lost by one page.
  const told = (name: string) => (error: unknown) => {
    failures.push(`${name}: ${error instanceof Error ? error.message.slice(0, 300) : 'unknown'}`);
    console.error(`${size} ${failures.at(-1)}`);
    process.exitCode = 1;
    return null;
  };
  for (const page of pagesOf(cast).filter(({ name }) => name.includes(values.pages))) {
    const one = await measurePage(server, template, page, { ...shape, cores }).catch(
      told(page.name),
    );
    if (!one) continue;
    measured.push(one);
    const { thinking, full, app, database, owner } = one;
    console.log(
      `${size} ${page.name}: p95 ${thinking.p95.toFixed(1)} ms; ${perSecond(full).toFixed(0)} a second; app ${app.toFixed(2)} ms, PostgreSQL ${database?.toFixed(2)} ms, as the owner ${owner?.toFixed(2)} ms`,
    );
  }
  const rivals =
    'home' in directus
      ? ((await measureDirectus(server, template, directus.home, { cast, shape }).catch(
          told('Directus'),
        )) ?? [])
      : [];
  for (const { name, full } of rivals)
    console.log(`${size} Directus, ${name}: ${perSecond(full).toFixed(0)} a second`);
  runs.push({ size, contacts: cast.contacts, measured, rivals, failures });
  if (!values.keep) await askOnce(server, `drop database ${template} with (force)`);
  // After each size: a run that is ended early leaves what it measured.
  const machine = `${cores} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), PostgreSQL ${server_version}, Node ${process.versions.node}`;
  const without = 'missing' in directus ? directus.missing : null;
  writeFileSync(values.out, performancePage(runs, { ...shape, machine, without }));
}

async function filled(template: string, size: number): Promise<void> {
  if (!server) return;
  const [there] = await askOnce(server, 'select 1 from pg_database where datname = $1', [template]);
  if (there && values.keep) return;
  await askOnce(server, `drop database if exists ${template} with (force)`);
  await askOnce(server, `create database ${template} template template0 encoding 'UTF8'`);
  const began = performance.now();
  await fillDatabase(addressOf(server, template), size);
  console.log(`${size} children made in ${Math.round((performance.now() - began) / 1000)} s`);
}
