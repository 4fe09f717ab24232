import { beforeAll, expect, it } from 'vitest';
import { routes } from '../../src/app.ts';
import { urls } from '../../src/urls.ts';
import { testApp } from '../support/app.ts';
import { makeChild } from '../support/children.ts';
import { testDatabase } from '../support/database.ts';
import { ownerOf } from '../support/panels.ts';

const database = testDatabase();
let site: Awaited<ReturnType<typeof testApp>>;

beforeAll(async () => {
  site = await testApp(database());
  return () => site.jobs.stop();
});

const people = ['philippa-standfast', 'ama-lovelock', 'freddie-okafor-bright', 'ursula-peaceful'];

it('an address with a word where an id belongs is the address of nothing, and no fault of ours', {
  timeout: 120_000,
}, async () => {
  const child = await ownerOf(database)((tx) => makeChild(tx, { worker: 'ama-lovelock' }));
  const paths = routes
    .filter(({ path }) => /:\w+/.test(path.replace(':childId', '')))
    .flatMap(({ method, path }) =>
      (method === 'get' ? ['x', '%00'] : ['%00', '%E2%80%AE']).map((word) =>
        path.replace(':childId', child).replace(/:\w+/g, word),
      ),
    );
  const failed: string[] = [];
  for (const code of people) {
    const visitor = await site.as(code);
    for (const path of paths) {
      const { status } = await visitor.get(path);
      if (status >= 500) failed.push(`${code} ${path}: ${status}`);
    }
  }
  expect(failed).toEqual([]);
});

it('the one character that no database holds is a fault of nobody’s, in an address, in what it asks and in a form', async () => {
  const ama = await site.as('ama-lovelock');
  const child = await ownerOf(database)((tx) => makeChild(tx, { worker: 'ama-lovelock' }));
  for (const path of [`/children/%00`, `${urls.child.overview(child)}?tab=%00`])
    expect((await ama.get(path)).status, path).toBe(404);
  expect((await ama.post(urls.children.search, { q: 'Wr\u0000en' })).status).toBeLessThan(500);
});

it('an address that only takes a form, opened or reloaded, leads to the page above it', async () => {
  const head = await site.as('philippa-standfast');
  const answer = await head.get(
    urls.inspections.startReading('00000000-0000-7000-8000-000000000000'),
  );
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe(
    urls.inspections.cases('00000000-0000-7000-8000-000000000000'),
  );
});
