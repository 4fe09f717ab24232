import { beforeAll, expect, it } from 'vitest';
import { urls } from '../../src/urls.ts';
import { testApp } from '../support/app.ts';
import { makeChild } from '../support/children.ts';
import { staffId, testDatabase } from '../support/database.ts';
import { ownerOf } from '../support/panels.ts';

const database = testDatabase();
const asOwner = ownerOf(database);
let site: Awaited<ReturnType<typeof testApp>>;
let found = '';
let other = '';

beforeAll(async () => {
  await asOwner(async (tx) => {
    found = await makeChild(tx, {
      worker: 'ama-lovelock',
      forename: 'Zebedee',
      surname: 'Quill',
    });
    other = await makeChild(tx, { worker: 'ama-lovelock', forename: 'Xenia', surname: 'Marsh' });
  });
  site = await testApp(database());
  return () => site.jobs.stop();
});

const named = async (code: string) =>
  (
    await asOwner((tx) =>
      tx
        .selectFrom('access_log')
        .select(['child_id', 'page'])
        .where('kind', '=', 'named')
        .where('staff_id', '=', staffId(code))
        .execute(),
    )
  ).map(({ child_id, page }) => `${child_id} ${page}`);

it('whoever reads a child’s name in a list stands in that child’s log, once a day, and in no other child’s', async () => {
  const ben = await site.as('ben-thackery');
  for (let times = 0; times < 2; times += 1)
    expect(await (await ben.post(urls.children.search, { q: 'Quill' })).text()).toContain(
      'Zebedee',
    );
  expect(await named('ben-thackery')).toEqual([`${found} ${urls.children.search}`]);
  const log = await (await site.as('marguerite-oyelaran')).get(urls.child.whoLooked(found));
  expect(await log.text()).toContain('Saw the name on a page');
});

it('a home names every child on it', async () => {
  await (await site.as('ama-lovelock')).get(urls.home);
  expect((await named('ama-lovelock')).sort()).toEqual(
    [`${found} ${urls.home}`, `${other} ${urls.home}`].sort(),
  );
});

it('a list that is kept as a file names every child in it, in each one’s log', async () => {
  const ama = await site.as('ama-lovelock');
  for (const kind of ['csv', 'xlsx'])
    expect((await ama.get(`${urls.children.gaps}.${kind}`)).status).toBe(200);
  const csv = await (await ama.get(`${urls.children.gaps}.csv`)).text();
  expect(csv).toContain('Zebedee');
  const lines = await named('ama-lovelock');
  for (const kind of ['csv', 'xlsx'])
    for (const child of [found, other])
      expect(lines).toContain(`${child} ${urls.children.gaps}.${kind}`);
});
