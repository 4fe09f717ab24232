import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { demoPeople } from '../../src/demo/people.ts';
import { type Database, openDatabase } from '../../src/platform/db/connect.ts';
import { migrate } from '../../src/platform/db/migrate.ts';
import { snapshotFile, templateName } from './database.ts';

/** Before the suites: one migrated database with the demonstration's people, copied for every test file. */
export async function setup(): Promise<void> {
  const url = process.env['TEST_DATABASE_URL'];
  if (url) return preparePostgres(url);
  const database = await openDatabase({});
  await fill(database);
  await mkdir(join(snapshotFile, '..'), { recursive: true });
  await writeFile(
    snapshotFile,
    Buffer.from((await (await database.dump?.())?.arrayBuffer()) ?? new ArrayBuffer(0)),
  );
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
