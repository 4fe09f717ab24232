/**
 * Directus, what a council would pick instead: the same tables served by a product from npm. It is installed outside this
 * repository, in the folder that DIRECTUS_HOME names or one of the system's temporary folders, and never depended on.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectionsTo } from './ask.ts';
import { askOnce } from './copies.ts';

export const directusVersion = '10.13.4';
const token = 'a-token-for-measuring';
const patience = 60_000;

// A part that is built for extensions in a sandbox, of which there are none here: it is stood in for, as what it would need to be
// built is not asked for, whoever installed it.
function standIn(home: string): void {
  const sandbox = join(home, 'node_modules/isolated-vm');
  if (!existsSync(join(sandbox, 'out')))
    writeFileSync(join(sandbox, 'isolated-vm.js'), 'module.exports = {};\n');
}

function install(home: string): void {
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'package.json'), '{ "private": true }');
  execFileSync(
    'npm',
    [
      'install',
      `directus@${directusVersion}`,
      '--ignore-scripts',
      '--omit=dev',
      '--no-audit',
      '--no-fund',
    ],
    { cwd: home, timeout: 600_000, stdio: 'ignore' },
  );
}

/** Installs it, when it is not there; gives its folder, or why there is none. */
export function directusHome(): { readonly home: string } | { readonly missing: string } {
  const home = process.env.DIRECTUS_HOME ?? join(tmpdir(), `foothold-directus-${directusVersion}`);
  const started = join(home, 'node_modules/directus/cli.js');
  try {
    if (!existsSync(started)) install(home);
    standIn(home);
    return { home };
  } catch (error) {
    return { missing: error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'unknown' };
  }
}

/** The tables that its pages are made of; `child` has the others under their own names. */
const ofChild = [
  'warning',
  'involvement',
  'relationship',
  'network_person',
  'child_address',
  'contact',
  'assessment',
  'plan',
];

// It knows keys of one column only, and looks a child's rows up by the child alone: it gets a key and an index for that.
async function makeFit(url: string): Promise<void> {
  for (const table of ['child', 'staff', ...ofChild])
    await askOnce(
      url,
      `alter table ${table} drop constraint ${table}_pkey cascade, add primary key (id)`,
    );
  await askOnce(url, 'create index directus_surname on child (service_id, surname)');
  await askOnce(
    url,
    `insert into directus_collections (collection) select unnest($1::text[])
     on conflict do nothing`,
    [['child', 'staff', ...ofChild]],
  );
  for (const table of ofChild) {
    await askOnce(url, `create index directus_${table} on ${table} (child_id)`);
    await askOnce(
      url,
      `insert into directus_relations (many_collection, many_field, one_collection, one_field) values ($1, 'child_id', 'child', $1)`,
      [table],
    );
    await askOnce(
      url,
      `insert into directus_fields (collection, field, special) values ('child', $1, 'o2m')`,
      [table],
    );
  }
  await askOnce(
    url,
    `insert into directus_relations (many_collection, many_field, one_collection) values ('relationship', 'staff_id', 'staff')`,
  );
  await askOnce(url, 'analyze');
}

/** Serves a database by it, works with it, and stops it. It connects as the owner: no policy is asked, and nothing is cached. */
export async function withDirectus<T>(
  home: string,
  url: string,
  work: (
    ask: ReturnType<typeof connectionsTo>['ask'],
    headers: Readonly<Record<string, string>>,
  ) => Promise<T>,
): Promise<T> {
  const port = await freePort();
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: String(port),
    DB_CLIENT: 'pg',
    DB_CONNECTION_STRING: url,
    DB_POOL__MAX: '20',
    KEY: 'a key for measuring',
    SECRET: 'a secret for measuring with, long enough',
    ADMIN_EMAIL: 'admin@example.com',
    ADMIN_PASSWORD: 'only for measuring',
    ADMIN_TOKEN: token,
    CACHE_ENABLED: 'false',
    RATE_LIMITER_ENABLED: 'false',
    PRESSURE_LIMITER_ENABLED: 'false',
    WEBSOCKETS_ENABLED: 'false',
    SERVE_APP: 'false',
    TELEMETRY: 'false',
    LOG_LEVEL: 'error',
  };
  const cli = join(home, 'node_modules/directus/cli.js');
  execFileSync(process.execPath, [cli, 'bootstrap'], { cwd: home, env, stdio: 'ignore' });
  await makeFit(url);
  const child = spawn(process.execPath, [cli, 'start'], { cwd: home, env, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const { ask, close } = connectionsTo(`http://127.0.0.1:${port}`);
  try {
    const until = performance.now() + patience;
    while (!(await ask({ path: '/server/ping' }).catch(() => null))) {
      if (performance.now() > until) throw new Error('Directus did not start');
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    return await work(ask, {
      authorization: `Bearer ${token}`,
      'accept-encoding': 'gzip, deflate, br',
    });
  } finally {
    close();
    child.kill();
    await ended;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
