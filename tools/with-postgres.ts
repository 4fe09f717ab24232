/**
 * Runs a command with TEST_DATABASE_URL and TEST_SUPERUSER_URL: the server of DATABASE_URL, or a throw-away cluster made from
 * the machine's own PostgreSQL. There the first is a login that may make databases and roles and is no superuser, since a
 * council's would not be either: a superuser is above every policy, and would hide a wrong one.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [command, ...rest] = process.argv.slice(2);
if (!command) throw new Error('Say what to run: tsx tools/with-postgres.ts vitest run');

const given = process.env.DATABASE_URL;
const cluster = given ? null : await startCluster();
const url = given ?? cluster?.url ?? '';
const { DATABASE_URL: _ours, ...environment } = process.env;
const child = spawn(command, rest, {
  stdio: 'inherit',
  env: { ...environment, TEST_DATABASE_URL: url, TEST_SUPERUSER_URL: given ?? cluster?.superuser },
});
const code = await new Promise<number>((resolve) =>
  child.on('exit', (status) => resolve(status ?? 1)),
);
cluster?.stop();
process.exit(code);

function binaries(): string {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const found = versions
    .map((version) => join(root, version, 'bin'))
    .find((folder) => existsSync(join(folder, 'initdb')));
  if (!found)
    throw new Error(
      'No PostgreSQL found: set DATABASE_URL, or install it (Debian: apt-get install postgresql)',
    );
  return found;
}

async function startCluster() {
  const bin = binaries();
  const folder = mkdtempSync(join(tmpdir(), 'foothold-postgres-'));
  const data = join(folder, 'data');
  // PostgreSQL refuses to run as root: borrow the account that its package made.
  const asOwner = process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--'] : [];
  if (asOwner.length > 0) execFileSync('chown', ['postgres', folder]);
  const run = (program: string, options: string[]) => {
    const [first = '', ...others] = [...asOwner, join(bin, program), ...options];
    const done = spawnSync(first, others, { encoding: 'utf8', cwd: folder });
    if (done.status !== 0) throw new Error(`${program} failed: ${done.stderr || done.stdout}`);
  };
  const port = await freePort();
  run('initdb', [
    '-D',
    data,
    '-U',
    'postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
  ]);
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c max_connections=200 -c shared_buffers=256MB`;
  run('pg_ctl', ['-D', data, '-l', join(folder, 'log'), '-w', '-o', options, 'start']);
  const superuser = `postgres://postgres@127.0.0.1:${port}/postgres`;
  run('psql', ['-q', '-d', superuser, '-c', 'create role plain_owner login createdb createrole']);
  return {
    superuser,
    url: `postgres://plain_owner@127.0.0.1:${port}/postgres`,
    stop: () => {
      run('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
