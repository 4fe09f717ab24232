import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/platform/db/connect.ts';
import { sentAlong } from '../../src/platform/db/sent-along.ts';
import { ask, databaseOf, suiteServer } from './ask.ts';

const name = `foothold_along_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
let database: Database;

beforeAll(async () => {
  await ask(suiteServer, `create database ${name} template template0 encoding 'UTF8'`);
  // The role as which the app's connections run is the server's, and may not be there yet.
  database = await openDatabase({ url: databaseOf(name), ownerUrl: databaseOf(name), poolSize: 1 });
  await ask(
    databaseOf(name),
    `do $$ begin create role foothold_app; exception when duplicate_object then null; end $$`,
    'create table told (word text primary key)',
    'grant all on told to foothold_app',
  );
});

afterAll(async () => {
  await database?.close();
  await ask(suiteServer, `drop database if exists ${name} with (force)`);
});

const told = (word: string) => sql`${sentAlong} insert into told values (${word})`;
const words = async () => {
  const { rows } = await sql<{
    word: string;
  }>`select word from told order by word`.execute(database.app);
  return rows.map(({ word }) => word);
};

it('does what was sent along before the statement that it goes with, and before the end', async () => {
  const seen = await database.app.transaction().execute(async (tx) => {
    await told('first').execute(tx);
    const { rows } = await sql`select word from told`.execute(tx);
    await told('last').execute(tx);
    return rows;
  });
  expect(seen).toEqual([{ word: 'first' }]);
  expect(await words()).toEqual(['first', 'last']);
});

it('sends at once what is in no transaction, since nothing need follow', async () => {
  await told('alone').execute(database.app);
  expect(await words()).toContain('alone');
});

it('says why what was sent along failed, and does nothing of the transaction', async () => {
  const failing = database.app.transaction().execute(async (tx) => {
    await told('gone').execute(tx);
    await told('first').execute(tx);
    await sql`select 1`.execute(tx);
  });
  await expect(failing).rejects.toMatchObject({ code: '23505' });
  const atTheEnd = database.app.transaction().execute(async (tx) => {
    await sql`select 1`.execute(tx);
    await told('gone').execute(tx);
    await told('first').execute(tx);
  });
  await expect(atTheEnd).rejects.toMatchObject({ code: '23505' });
  expect(await words()).not.toContain('gone');
});

it('forgets what waited when the work fails, before or after anything was sent', async () => {
  const fails = (before: boolean) =>
    database.app.transaction().execute(async (tx) => {
      if (before) await sql`select 1`.execute(tx);
      await told('undone').execute(tx);
      throw new Error('stop');
    });
  await expect(fails(false)).rejects.toThrow('stop');
  await expect(fails(true)).rejects.toThrow('stop');
  await database.app.transaction().execute(async (tx) => sql`select 1`.execute(tx));
  expect(await words()).not.toContain('undone');
});
