import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import pg from 'pg';
import { makeDemonstration } from '../../src/demo/make-demonstration.ts';
import { demoPeople } from '../../src/demo/people.ts';
import { type Database, openDatabase } from '../../src/platform/db/connect.ts';
import { migrate } from '../../src/platform/db/migrate.ts';
import { beforeTheTests, clockOfCopies } from './clock.ts';
import { demoSnapshot, snapshot, templateName } from './database.ts';
import { addOtherService, mirrorScript } from './other-service.ts';

/** What both copies begin as: the tables and what is published, without any service. */
const migrated = join(dirname(snapshot), 'test-migrated');

/** Before the suites: one migrated database with the demonstration's people, copied for every test file. */
export const setup = (): Promise<void> => beforeTheTests(prepare);

async function prepare(): Promise<void> {
  const url = process.env.TEST_DATABASE_URL;
  if (url) return preparePostgres(url);
  // The browser is unpacked once: two files that do so at the same moment would run what the other still writes.
  await sparticuz.executablePath();
  await mkdir(dirname(snapshot), { recursive: true });
  await keep(migrated, migrate);
  await keep(
    demoSnapshot,
    (database) => makeDemonstration(database, { now: new Date(), children: 90 }),
    migrated,
  );
  await keep(
    snapshot,
    async (database) => {
      await fill(database);
      await database.runScript(mirrorScript);
    },
    migrated,
  );
}

/** Makes a copy to start from, out of another where one is given, unless the one from before is of the same files and the same clock. */
async function keep(
  directory: string,
  make: (database: Database) => Promise<unknown>,
  from?: string,
): Promise<void> {
  const wanted = sumOfSources();
  if ((await readFile(`${directory}.sum`, 'utf8').catch(() => '')) === wanted) return;
  const making = `${directory}.${process.pid}`;
  if (from) await cp(from, making, { recursive: true });
  const database = await openDatabase({ directory: making });
  await make(database);
  // What is written through needs no recovery each time it is opened.
  await database.runScript('checkpoint');
  await database.close();
  await rm(directory, { recursive: true, force: true });
  await rename(making, directory);
  await writeFile(`${directory}.sum`, wanted);
}

function sumOfSources(): string {
  const root = join(import.meta.dirname, '../..');
  const hash = createHash('sha256').update(clockOfCopies());
  for (const folder of ['db', 'src/demo', 'src/platform/db', 'src/domain']) {
    for (const name of readdirSync(join(root, folder), {
      recursive: true,
      encoding: 'utf8',
    }).sort()) {
      if (/\.(sql|csv|json|ts)$/.test(name))
        hash.update(name).update(readFileSync(join(root, folder, name)));
    }
  }
  hash.update(mirrorScript);
  return hash.digest('hex');
}

async function preparePostgres(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`drop database if exists ${templateName}`);
  await client.query(`create database ${templateName} template template0 encoding 'UTF8'`);
  await client.end();
  const template = new URL(url);
  template.pathname = `/${templateName}`;
  const database = await openDatabase({ url: template.href });
  await migrate(database);
  await fill(database);
  await database.close();
  const superuser = new URL(process.env.TEST_SUPERUSER_URL ?? url);
  superuser.pathname = template.pathname;
  const mirror = new pg.Client({ connectionString: superuser.href });
  await mirror.connect();
  await mirror.query(mirrorScript);
  await mirror.end();
}

async function fill(database: Database): Promise<void> {
  await database.owner.transaction().execute((tx) => demoPeople(tx, new Date()));
  await addOtherService(database);
}
