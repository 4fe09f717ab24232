import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { demoId } from '../../src/demo/random.ts';
import { type Database, openDatabase } from '../../src/platform/db/connect.ts';
import { urls } from '../../src/urls.ts';
import { makeChild } from '../support/children.ts';
import { layCopy, preparedPostgres, staffId } from '../support/database.ts';

// Each costs seconds.
const rounds = 4;
const writers = 4;
const root = join(import.meta.dirname, '../..');
type Place = {
  readonly settings: Record<string, string>;
  open(): Promise<Database>;
  remove(): Promise<void>;
};

it(`a server killed ${rounds} times in the middle of its work loses nothing that it said was saved, and leaves nothing half done`, async () => {
  const place = await (process.env.TEST_DATABASE_URL
    ? onPostgres(process.env.TEST_DATABASE_URL)
    : embedded());
  const before = await place.open();
  const childId = await before.owner
    .transaction()
    .execute((tx) => makeChild(tx, { worker: 'ama-lovelock' }));
  await before.close();

  const saved: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const server = await start(place.settings);
    const cookie = await signIn(server.origin);
    const writing = Array.from({ length: writers }, (_each, writer) =>
      write(server.origin, cookie, childId, `round ${round} writer ${writer}`, saved),
    );
    // Killed at a moment of no one's choosing, but only once it is at work: a busy machine may need a while for that.
    const gone = once(server.process, 'exit');
    try {
      await Promise.race([enough(saved, saved.length + 2), ...writing]);
      await pause(Math.random() * 400);
    } finally {
      server.process.kill('SIGKILL');
    }
    await Promise.all([gone, ...writing]);
  }

  const after = await place.open();
  const { rows } = await sql<{ marker: string; held: number; planned: number; history: number }>`
    select k.place as marker, count(*) filter (where k.status = 'recorded')::int as held, count(*) filter (where k.status = 'planned')::int as planned,
      (select count(*)::int from change_log l where l.table_name = 'contact' and l.operation = 'insert' and l.after ->> 'place' = k.place) as history
    from contact k where k.child_id = ${childId} group by 1`.execute(after.owner);
  await after.close();
  await place.remove();

  const found = new Map(rows.map((row) => [row.marker, row]));
  expect(saved.length).toBeGreaterThan(rounds);
  expect(saved.filter((marker) => !found.has(marker))).toEqual([]);
  // A contact, the next one planned with it, and the history of both: all four, or none.
  expect(
    rows.filter(({ held, planned, history }) => held !== 1 || planned !== 1 || history !== 2),
  ).toEqual([]);
}, 900_000);

async function enough(saved: readonly string[], count: number): Promise<void> {
  while (saved.length < count) await pause(10);
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function write(
  origin: string,
  cookie: string,
  childId: string,
  who: string,
  saved: string[],
): Promise<void> {
  const today = new Date();
  for (let number = 0; ; number += 1) {
    const marker = `${who} note ${number}`;
    const fields = {
      type: 'supervision',
      place: marker,
      worker_id: staffId('ama-lovelock'),
      'on-day': String(today.getDate()),
      'on-month': String(today.getMonth() + 1),
      'on-year': String(today.getFullYear()),
      at: '00:01',
      attendance: 'attended',
      child_seen: 'alone',
      notes: `What was said in ${marker}.`,
      'next_on-day': '1',
      'next_on-month': '2',
      'next_on-year': String(today.getFullYear() + 1),
      next_at: '10:00',
      next_place: marker,
    };
    const answer = await fetch(origin + urls.contacts.record(childId), {
      method: 'POST',
      redirect: 'manual',
      headers: { origin, cookie, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields),
    }).catch(() => null);
    if (!answer) return;
    if (answer.status !== 303)
      throw new Error(
        `A contact was answered with ${answer.status}: ${(await answer.text()).replaceAll(/<[^>]+>/g, ' ').slice(0, 600)}`,
      );
    saved.push(marker);
  }
}

async function signIn(origin: string): Promise<string> {
  const answer = await fetch(origin + urls.signIn.persona, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ person: demoId('auth', 'ama-lovelock') }),
  });
  return (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
}

async function start(
  settings: Record<string, string>,
): Promise<{ process: ChildProcess; origin: string }> {
  const { DATABASE_URL: _none, TEST_DATABASE_URL: _neither, ...environment } = process.env;
  const server = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: root,
    env: { ...environment, FOOTHOLD_DEMO: '1', PORT: '0', LOG_LEVEL: 'error', ...settings },
  });
  let told = '';
  server.stderr.on('data', (text) => {
    told += text;
  });
  const origin = await new Promise<string>((resolve, reject) => {
    server.stdout.on('data', (text) => {
      told += text;
      const ready = told.match(/ready at (\S+)/)?.[1];
      if (ready) resolve(ready);
    });
    server.on('exit', (code) =>
      reject(new Error(`The server did not start again (${code}): ${told}`)),
    );
  });
  return { process: server, origin };
}

async function embedded(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'foothold-kill-'));
  await layCopy(folder);
  return {
    settings: { FOOTHOLD_DATA: folder },
    open: () => openDatabase({ directory: folder }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function onPostgres(url: string): Promise<Place> {
  const { address, remove } = await preparedPostgres(url);
  const folder = await mkdtemp(join(tmpdir(), 'foothold-kill-'));
  return {
    settings: { DATABASE_URL: address, FOOTHOLD_DATA: folder },
    open: () => openDatabase({ url: address, poolSize: 2 }),
    remove: async () => {
      await remove();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
