import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDemonstration } from '../../src/demo/make-demonstration.ts';
import { stages } from '../../src/demo/stages.ts';
import { type Database, openDatabase } from '../../src/platform/db/connect.ts';
import { migrate } from '../../src/platform/db/migrate.ts';
import { ask, databaseOf, suiteServer } from './ask.ts';

const name = `foothold_two_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
let servers: Database[] = [];

beforeAll(async () => {
  await ask(suiteServer, `create database ${name} template template0 encoding 'UTF8'`);
  servers = await Promise.all(
    [1, 2, 3].map(() => openDatabase({ url: databaseOf(name), poolSize: 2 })),
  );
});

afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
  await ask(suiteServer, `drop database if exists ${name}`);
});

describe('several servers of one service', () => {
  it('start on an empty database at the same moment, and one of them makes it', async () => {
    const made = await Promise.all(
      servers.map(async (server) => {
        await migrate(server);
        return makeDemonstration(server, { now: new Date(), children: 4 });
      }),
    );
    expect(made.filter(Boolean)).toHaveLength(1);
    const { rows } = await sql<{ services: number; children: number }>`
      select (select count(*)::int from service) as services, (select count(*)::int from child) as children`.execute(
      servers[0]?.owner ?? missing(),
    );
    // Beside those asked for, it has a child at each stage of the work.
    expect(rows).toEqual([{ services: 1, children: 4 + stages.length }]);
  });

  it('go on when the database ends their connections, idle or in the middle of something', async () => {
    const [server = missing(), other = missing()] = servers;
    const answer = () => server.app.selectFrom('service').select('code').execute();
    await answer();
    const cutOff = server.app
      .transaction()
      .execute(async (tx) => {
        await sql`select 1`.execute(tx);
        await endConnections(other);
        await sql`select 1`.execute(tx);
      })
      .then(
        () => 'went on',
        () => 'was told',
      );
    expect(await cutOff).toBe('was told');
    expect(await answer()).toEqual([{ code: 'eastmarsh' }]);
  });
});

async function endConnections(by: Database): Promise<void> {
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and usename = current_user and pid <> pg_backend_pid()`.execute(
    by.owner,
  );
}

function missing(): never {
  throw new Error('The servers are there only while tests run');
}
