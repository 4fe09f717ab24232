import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkBackup } from '../../src/platform/backup/read-backup.ts';
import { restoreBackup } from '../../src/platform/backup/restore-backup.ts';
import { writeBackup } from '../../src/platform/backup/write-backup.ts';
import { type Database, openDatabase } from '../../src/platform/db/connect.ts';
import { makeChild } from '../support/children.ts';
import { emptyPostgres, testDatabase, trial } from '../support/database.ts';

const database = testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'foothold-backup-'));
const file = join(folder, 'backup');
const key = 'a key that only the service and this test know';
let place: { readonly database: Database; readonly remove: () => Promise<void> };

beforeAll(async () => {
  const url = process.env.TEST_DATABASE_URL;
  place = url
    ? await emptyPostgres(url)
    : { database: await openDatabase({}), remove: async () => undefined };
  await database()
    .owner.transaction()
    .execute((tx) => makeChild(tx, { worker: 'ama-lovelock', forename: 'Zoë "Bracket" \\ {,}' }));
});
afterAll(async () => {
  await place.database.close();
  await place.remove();
  rmSync(folder, { recursive: true, force: true });
});

describe('a backup', () => {
  it('is restored into an empty place, and everything in it is as it was: rows, history, sign-in, reference and who sees what', async () => {
    const what = { file, key, madeAt: new Date(), secret: 'the secret' };
    const made = await writeBackup(database(), what);
    const restored = await restoreBackup(place.database, file, key);
    expect(restored).toEqual(made);
    expect(restored.head.secret).toBe('the secret');
    expect(made.sums.child?.rows).toBe(1);
    expect(made.sums.change_log?.rows).toBeGreaterThan(0);
    expect(made.sums.auth_user?.rows).toBeGreaterThan(10);

    const again = await writeBackup(place.database, { ...what, file: `${file}-again` });
    expect(again.sums).toEqual(made.sums);
    expect(await shapeOf(place.database)).toEqual(await shapeOf(database()));
    await trial(place.database, async ({ tx, become }) => {
      await become('ama-lovelock');
      expect(await tx.selectFrom('child').select('forename').execute()).toEqual([
        { forename: 'Zoë "Bracket" \\ {,}' },
      ]);
    });
  }, 240_000);

  it('is not restored over a record that is there', async () => {
    await expect(restoreBackup(place.database, file, key)).rejects.toThrow('a record here already');
  });

  it('shows nothing of the record to who has not its key, and refuses another key', async () => {
    const bytes = await readFile(file);
    expect(bytes.includes(Buffer.from('child'))).toBe(false);
    await expect(checkBackup(file, null)).rejects.toThrow('The file is encrypted');
    await expect(checkBackup(file, `${key}.`)).rejects.toThrow('not its key');
  });

  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 1), 'ends too soon'],
    ['cut in half', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2), 'ends too soon'],
    ['longer than it was', (bytes: Buffer) => Buffer.concat([bytes, bytes]), 'was added'],
    ['changed by one bit', (bytes: Buffer) => flipped(bytes, bytes.length - 40), 'damaged'],
    ['of something else', () => Buffer.from('PK\u0003\u0004 a workbook'), 'no backup of Foothold'],
    ['empty', () => Buffer.alloc(0), 'no backup of Foothold'],
  ])('that is %s is refused with words that say so', async (_how, change, words) => {
    const spoilt = `${file}-spoilt`;
    await writeFile(spoilt, change(await readFile(file)));
    await expect(checkBackup(spoilt, key)).rejects.toThrow(words);
  });
});

const flipped = (bytes: Buffer, at: number) => {
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
};

// What is not rows: policies, grants, triggers, what refers to what, and where the counters stand.
async function shapeOf(of: Database): Promise<unknown> {
  const { rows } = await sql<{ what: string }>`
    select format('%s %s %s %s %s', tablename, policyname, cmd, qual, with_check) as what from pg_policies where policyname <> 'owner_all'
    union all select format('%s %s', tgrelid::regclass, pg_get_triggerdef(oid)) from pg_trigger where not tgisinternal and tgenabled = 'O' and tgname not in ('zz_other_service', '0_other_service')
    union all select format('%s %s', conrelid::regclass, pg_get_constraintdef(oid)) from pg_constraint where conrelid <> 0
    union all select format('%s %s', c.relname, c.relacl) from pg_class c where relkind = 'r' and relnamespace = 'public'::regnamespace and current_user = 'postgres'
    union all select format('%s %s %s', relname, relrowsecurity, relforcerowsecurity) from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
    order by 1`.execute(of.owner);
  return rows;
}
