import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import pg from 'pg';
import { makeDemonstration } from '../../src/demo/make-demonstration.ts';
import { demoPeople } from '../../src/demo/people.ts';
import { type Database, openDatabase } from '../../src/platform/db/connect.ts';
import { migrate } from '../../src/platform/db/migrate.ts';
import { demoSnapshotFile, snapshotFile, templateName } from './database.ts';

/** Before the suites: one migrated database with the demonstration's people, copied for every test file. */
export async function setup(): Promise<void> {
  const url = process.env.TEST_DATABASE_URL;
  if (url) return preparePostgres(url);
  await mkdir(dirname(snapshotFile), { recursive: true });
  const database = await openDatabase({});
  await migrate(database);
  await keep(database, demoSnapshotFile, () =>
    makeDemonstration(database, { now: new Date(), children: 90 }),
  );
  const plain = await openDatabase({});
  await keep(plain, snapshotFile, () => fill(plain));
}

async function keep(database: Database, file: string, make: () => Promise<unknown>): Promise<void> {
  await make();
  const copy = await database.dump?.();
  if (copy) await writeFile(file, new Uint8Array(await copy.arrayBuffer()));
  await database.close();
}

async function preparePostgres(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`drop database if exists ${templateName} with (force)`);
  await client.query(`create database ${templateName} template template0 encoding 'UTF8'`);
  await client.end();
  const template = new URL(url);
  template.pathname = `/${templateName}`;
  const database = await openDatabase({ url: template.href });
  await fill(database);
  await database.close();
}

async function fill(database: Database): Promise<void> {
  await migrate(database);
  await database.owner.transaction().execute((tx) => demoPeople(tx, new Date()));
}
