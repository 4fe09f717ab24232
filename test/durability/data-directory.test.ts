import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { doctor } from '../../src/cli/doctor.ts';
import { openDatabase } from '../../src/platform/db/connect.ts';
import { durability } from '../../src/platform/db/durability.ts';
import { borrowCopy, lendCopies } from '../../src/platform/db/lend-copies.ts';
import { privateDirectory } from '../../src/platform/db/private-files.ts';
import { readiness } from '../../src/platform/db/ready.ts';
import { layCopy } from '../support/database.ts';

let directory = '';
beforeEach(() => {
  directory = join(mkdtempSync(join(tmpdir(), 'foothold-data-')), 'data');
});
afterEach(() => rmSync(join(directory, '..'), { recursive: true, force: true }));

describe.skipIf(process.env.TEST_DATABASE_URL)('the data directory of an embedded service', () => {
  it('is closed to every other account, written through to the disk, and not ready once it cannot be written', async () => {
    await layCopy(directory);
    const database = await openDatabase({ directory });
    const open = readdirSync(directory, { recursive: true, withFileTypes: true })
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => (statSync(path).mode & 0o077) !== 0);
    expect([statSync(directory).mode & 0o777, open]).toEqual([0o700, []]);

    expect((await durability(database)).mend).toBeNull();
    expect(await wordsOfDoctor()).toContain('written through to the disk');
    chmodSync(directory, 0o755);
    chmodSync(join(directory, 'database'), 0o755);
    expect(await wordsOfDoctor()).toContain('mend  Data directory closed to other accounts');

    await sql`set role foothold_app`.execute(database.app);
    expect(await readiness(database.app, directory, new Date(0))).toEqual({ ready: true });
    await sql`reset role`.execute(database.app);
    await sql`revoke update (beat_at) on heartbeat from foothold_app`.execute(database.app);
    await sql`set role foothold_app`.execute(database.app);
    // Asked again at once, the answer of a moment ago is given: strangers may ask as often as they like.
    expect(await readiness(database.app, directory, new Date(1_000))).toEqual({ ready: true });
    expect(await readiness(database.app, directory, new Date(9_000))).toEqual({
      ready: false,
      why: 'the database cannot be written',
    });

    // Another process of this account, such as a backup, has a copy for as long as it holds the line.
    const left = join(directory, 'copy-of-a-server-that-was-killed');
    mkdirSync(left);
    const stop = await lendCopies(database, directory);
    expect(existsSync(left)).toBe(false);
    const copy = await borrowCopy(directory);
    expect(existsSync(join(copy.directory, 'database', 'PG_VERSION'))).toBe(true);
    copy.giveBack();
    await stop();
    await vi.waitFor(() => expect(existsSync(copy.directory)).toBe(false));
    await database.close();
  }, 120_000);

  it('is told by doctor when the settings would let people in without a key, or over an open line', async () => {
    const words = await wordsOfDoctor({ HOST: '0.0.0.0', FOOTHOLD_DEMO: '1' });
    expect(words).toContain('mend  The demonstration’s door is closed');
    expect(words).toContain('mend  People come in over an encrypted line');
    const safe = await wordsOfDoctor({ HOST: '0.0.0.0', FOOTHOLD_URL: 'https://yjs.example' });
    expect(safe).not.toContain('mend  The demonstration');
    expect(safe).not.toContain('mend  People come in');
  });

  it('is closed when it stood open before, unless all accounts share the place', () => {
    mkdirSync(directory, { mode: 0o755 });
    privateDirectory(directory);
    expect(statSync(directory).mode & 0o7777).toBe(0o700);
    chmodSync(directory, 0o1777);
    privateDirectory(directory);
    expect(statSync(directory).mode & 0o7777).toBe(0o1777);
  });

  it('is refused at once, with its name and what to do, where it cannot hold a record; missing parents are made', () => {
    const parent = join(directory, '..');
    const file = join(parent, 'a-file');
    writeFileSync(file, '');
    const said = (folder: string) => {
      try {
        privateDirectory(folder);
        return 'made';
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(said(file)).toBe(
      `${file} cannot be the data directory: ${file} is a file and no folder. Move the file away, or set FOOTHOLD_DATA to another folder`,
    );
    expect(said(join(file, 'below'))).toContain(`${file} is a file and no folder`);
    expect(said(join(parent, 'new', 'and', 'deep'))).toBe('made');
    expect(statSync(join(parent, 'new')).mode & 0o777).toBe(0o700);
  });

  it.skipIf(!existsSync('/proc/self'))(
    'is refused where the system lets nobody make or write anything',
    async () => {
      for (const folder of ['/proc/x', '/proc/self/fd/x', '/proc']) {
        await expect(openDatabase({ directory: folder })).rejects.toThrow(
          new RegExp(
            `^${folder} cannot be the data directory: .*set FOOTHOLD_DATA to another folder$`,
          ),
        );
      }
    },
  );
});

async function wordsOfDoctor(settings: NodeJS.ProcessEnv = {}): Promise<string> {
  const said: string[] = [];
  const silent = async () => '';
  await doctor.run([], {
    out: (text) => void said.push(text),
    note: () => undefined,
    env: { FOOTHOLD_DATA: directory, ...settings },
    now: () => new Date(),
    readLine: silent,
    readAll: async () => new Uint8Array(),
  });
  return said.join('\n');
}
