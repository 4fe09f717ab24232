import { type ServerType, serve } from '@hono/node-server';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { routes } from '../../src/app.ts';
import { keepsForms, routeFinder } from '../../src/platform/http/route-finder.ts';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { crawler } from '../support/crawl.ts';
import { demonstrationDatabase } from '../support/database.ts';
import { filledIn } from '../support/fill-in.ts';
import { formsIn } from '../support/forms-in.ts';
import { ownerOf } from '../support/panels.ts';

// The demonstration's own database, whatever the other tests run on: it has a child at each stage of the work.
const database = demonstrationDatabase();
let site: Awaited<ReturnType<typeof testApp>>;
let server: ServerType;
let origin = '';

beforeAll(async () => {
  site = await testApp(database());
  await new Promise<void>((ready) => {
    server = serve({ fetch: site.app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      origin = `http://127.0.0.1:${port}`;
      ready();
    });
  });
}, 120_000);

afterAll(async () => {
  server.close();
  await site.jobs.stop();
});

const people = [
  'marguerite-oyelaran',
  'ama-lovelock',
  'philippa-standfast',
  'freddie-okafor-bright',
  'annie-twelvetrees',
  'gwendolen-osei',
  'winston-appleby',
  'rosamund-achebe',
  'quentin-larkin',
  'ursula-peaceful',
  'viv-tolliver',
  'edith-fairlamp',
];
const find = routeFinder(routes);
const routeOf = (action: string) => find('POST', action.split('?')[0] ?? action);

type Place = { readonly person: string; readonly page: string; readonly pattern: string };
type Sent = { readonly pattern: string; readonly status: number; readonly changes: number };

it('two equal posts at the same moment make one row on every form of the app, and never an error of ours', async () => {
  const places = new Map<string, Place[]>();
  const visits = new Map<string, number>();
  for (const person of people) {
    const { cookie } = await site.as(person);
    for (const { path, html } of await crawler(origin, cookie, [urls.home], routes, visits)())
      for (const { action } of formsIn(html, path)) {
        const route = routeOf(action);
        if (!route || !keepsForms(route)) continue;
        const known = places.get(route.path) ?? [];
        places.set(route.path, [...known, { person, page: path, pattern: route.path }]);
      }
  }
  const sent: Sent[] = [];
  // Who hands all their children over has no form of theirs to send after it: that comes last.
  const takesAllAway = (known: readonly Place[]) =>
    Number(known[0]?.pattern.startsWith('/team/hand-over/'));
  const inTurn = [...places.values()].toSorted((a, b) => takesAllAway(a) - takesAllAway(b));
  for (const known of inTurn) sent.push(await twice(known));
  const wentThrough = sent.filter(({ status }) => status === 303);
  // A form that only shows something saves nothing.
  const shown = sent.filter(({ status }) => status === 200);
  expect(sent.filter(({ status }) => status >= 500)).toEqual([]);
  expect(sent.filter(({ changes }) => changes > 1)).toEqual([]);
  const refused = sent.filter(({ status }) => status >= 400).map(({ pattern }) => pattern);
  // What only somebody at one moment of the work is shown is walked by the journeys, and so is what asks for answers that agree.
  expect(sent.length).toBeGreaterThan(90);
  expect(wentThrough.length, `not saved: ${refused.join(', ')}`).toBeGreaterThan(
    (sent.length - shown.length) * 0.7,
  );
}, 900_000);

/** Sends the first form of a route that goes through, twice at once; a refused one is tried with other choices. */
async function twice(known: readonly Place[]): Promise<Sent> {
  let last: Sent = { pattern: known[0]?.pattern ?? '', status: 0, changes: 0 };
  for (const { person, page, pattern } of known.slice(0, 3))
    for (const choice of ['first', 'last'] as const) {
      const visitor = await site.as(person);
      const drawn = formsIn(await (await visitor.get(page)).text(), page);
      const form = drawn.find(({ action }) => routeOf(action)?.path === pattern);
      if (!form) continue;
      last = { pattern, ...(await sendTwice(visitor, form.action, filledIn(form, choice))) };
      if (last.status === 303 || last.status >= 500) return last;
    }
  return last;
}

async function sendTwice(
  visitor: Visitor,
  action: string,
  fields: Readonly<Record<string, string[]>>,
): Promise<{ status: number; changes: number }> {
  const before = await transaction();
  const answers = await Promise.all([visitor.post(action, fields), visitor.post(action, fields)]);
  const status = Math.max(...answers.map((answer) => answer.status));
  // To look through all tables takes longer than to send the form.
  return { status, changes: status < 400 ? await changingTransactions(before) : 0 };
}

const asOwner = ownerOf(database);

const transaction = () =>
  asOwner(async (tx) => {
    const { rows } = await sql<{
      at: number;
    }>`select pg_current_xact_id()::text::bigint as at`.execute(tx);
    return rows[0]?.at ?? 0;
  });

// What is written of each visit and of each sending is written twice, and should be.
const beside = /^(access_log|sent_form|draft|held_form|auth_.*|kysely_.*|job.*)$/;

/** How many transactions since then have left a row of the record behind them. */
const changingTransactions = (since: number) =>
  asOwner(async (tx) => {
    const tables = await sql<{ name: string }>`
      select tablename as name from pg_tables where schemaname = 'public'`.execute(tx);
    const each = tables.rows
      .filter(({ name }) => !beside.test(name))
      .map(
        ({ name }) =>
          sql`select distinct xmin::text::bigint as at from ${sql.table(name)} where xmin::text::bigint > ${since}`,
      );
    const { rows } = await sql<{ at: number }>`${sql.join(each, sql` union `)}`.execute(tx);
    return rows.length;
  });
