import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { runCommand } from '../../src/cli/run-command.ts';
import { openDatabase } from '../../src/platform/db/connect.ts';
import { layCopy } from '../support/database.ts';

const list = join(import.meta.dirname, '../fixtures/police-list-windows-1252.csv');
const directories: string[] = [];
const emptyDirectory = () => {
  const directory = mkdtempSync(join(tmpdir(), 'foothold-test-'));
  directories.push(directory);
  return directory;
};
afterAll(() => {
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
});

/** Runs a command as it would be typed, and gives its status, answer and notes. */
async function foothold(data: string, ...typed: string[]) {
  const answer: string[] = [];
  const notes: string[] = [];
  const status = await runCommand(commands, typed, {
    out: (text) => answer.push(text),
    note: (text) => notes.push(text),
    env: { FOOTHOLD_DATA: data },
    now: () => new Date('2026-01-31T12:00:00Z'),
    readLine: async () => 'four quiet otters by the weir',
    readAll: async () => new Uint8Array(),
  });
  return { status, answer: answer.join('\n'), notes: notes.join('\n') };
}
const rowsIn = (
  answer: string,
): { row: number; verdict: string; reasons: string[]; child: unknown }[] => JSON.parse(answer).rows;

describe('saying what a list would do, with nothing but the files', () => {
  it('gives each row’s line, verdict, reasons and child as JSON, and makes no data directory', async () => {
    const data = join(emptyDirectory(), 'data');
    const { status, answer, notes } = await foothold(
      data,
      'import',
      'referrals',
      list,
      '--dry-run',
      '--json',
    );
    expect(status).toBe(0);
    expect(notes).toBe('');
    expect(rowsIn(answer).map(({ row, verdict }) => `${row} ${verdict}`)).toEqual([
      '6 create',
      '7 match',
      '8 match',
      '10 create',
      '12 create',
      '13 refuse',
      '14 refuse',
      '15 refuse',
      '16 hold',
      '17 hold',
      '18 match',
      '19 refuse',
    ]);
    for (const row of rowsIn(answer)) {
      expect(Object.keys(row)).toEqual(['row', 'verdict', 'reasons', 'child']);
      expect(row.reasons.length).toBeGreaterThan(0);
    }
    expect(rowsIn(answer)[0]?.child).toMatchObject({
      kind: 'new',
      surname: 'Beaumônt',
      forename: 'Zoë',
      dateOfBirth: '2012-05-14',
      postcode: 'EM4 2AB',
    });
    expect(existsSync(data)).toBe(false);
  });

  it('says in words what is wrong with the file, as JSON too, with status 1', async () => {
    const data = emptyDirectory();
    const missing = await foothold(
      data,
      'import',
      'referrals',
      'nowhere.csv',
      '--dry-run',
      '--json',
    );
    expect(missing.status).toBe(1);
    expect(JSON.parse(missing.answer)).toEqual({ error: 'There is no file nowhere.csv' });
    expect((await foothold(data, 'import', 'referrals', '--dry-run')).notes).toContain(
      'Name one file',
    );
    expect((await foothold(data, 'import', 'referrals', list, '--dry')).status).toBe(2);
  });

  it('every command has help, and an unknown one is answered with the list', async () => {
    for (const { name } of commands) {
      const { status, answer } = await foothold('data', ...name.split(' '), '--help');
      expect(status).toBe(0);
      expect(answer).toContain(`foothold ${name}`);
    }
    expect((await foothold('data', 'fly')).status).toBe(2);
    expect((await foothold('data')).answer).toContain('import referrals');
  });
});

describe('with a record in an embedded data directory', { timeout: 120_000 }, () => {
  const data = emptyDirectory();
  const eastmarsh = ['--service', 'eastmarsh'];

  beforeAll(() => layCopy(data));

  it('imports nothing as somebody who may not', async () => {
    const { status, notes } = await foothold(
      data,
      'import',
      'referrals',
      list,
      ...eastmarsh,
      '--as',
      'ama.lovelock@eastmarsh.example',
    );
    expect(status).toBe(1);
    expect(notes).toContain('may not import');
  });

  it('imports as a member of staff, says what it made, and then finds nothing new', async () => {
    const typed = [
      'import',
      'referrals',
      list,
      ...eastmarsh,
      '--json',
      '--as',
      'annie.twelvetrees@eastmarsh.example',
    ];
    const first = await foothold(data, ...typed);
    expect(first.status).toBe(0);
    expect(JSON.parse(first.answer).counts).toMatchObject({
      newChildren: 3,
      newReferrals: 4,
      newHolds: 2,
    });
    const second = await foothold(data, ...typed);
    expect(second.notes).toContain('the same file');
    expect(JSON.parse(second.answer).counts).toMatchObject({
      newChildren: 0,
      newReferrals: 0,
      newHolds: 0,
    });
    const dry = await foothold(
      data,
      'import',
      'referrals',
      list,
      ...eastmarsh,
      '--dry-run',
      '--json',
    );
    expect(rowsIn(dry.answer).filter(({ verdict }) => verdict === 'create')).toEqual([]);
  });

  it('while a server has the directory, judges by a copy and does not import', async () => {
    const server = await openDatabase({ directory: data });
    try {
      const dry = await foothold(
        data,
        'import',
        'referrals',
        list,
        ...eastmarsh,
        '--dry-run',
        '--json',
      );
      expect(dry.status).toBe(0);
      expect(dry.notes).toContain('by a copy');
      expect(rowsIn(dry.answer).filter(({ verdict }) => verdict === 'create')).toEqual([]);
      const real = await foothold(data, 'import', 'referrals', list, ...eastmarsh);
      expect(real.status).toBe(1);
      expect(real.notes).toContain('Another Foothold');
    } finally {
      await server.close();
    }
    expect(readdirSync(data)).toEqual(['database']);
  });

  it('enters a member of staff, once, and says what is wrong otherwise', async () => {
    const typed = [
      'user',
      'add',
      ...eastmarsh,
      '--name',
      'Wren Tideway',
      '--email',
      'wren@example.org',
      '--role',
    ];
    const wrong = await foothold(data, ...typed, 'captain');
    expect(wrong.notes).toContain('must be one of');
    expect((await foothold(data, ...typed, 'administrator')).answer).toContain('can sign in now');
    expect((await foothold(data, ...typed, 'administrator')).notes).toContain('already signs in');
  });

  it('the doctor finds everything in order', async () => {
    const { status, answer } = await foothold(data, 'doctor', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(answer).checks.map(({ what }: { what: string }) => what)).toContain(
      'Migrations',
    );
  });

  it('asks nothing of a database of another release: it says to bring it up to date first', async () => {
    const older = await openDatabase({ directory: data });
    await sql`delete from kysely_migration where name = (select max(name) from kysely_migration)`
      .execute(older.owner)
      .finally(() => older.close());
    const dry = await foothold(data, 'import', 'referrals', list, ...eastmarsh, '--dry-run');
    expect(dry.status).toBe(1);
    expect(dry.notes).toContain('run foothold migrate, then try again');
  });
});
