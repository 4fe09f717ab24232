import { beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../src/app.ts';
import { can } from '../../src/domain/access/can.ts';
import { roleNames } from '../../src/domain/access/roles.data.ts';
import { standsAt } from '../../src/domain/navigation/menu.ts';
import { rooms } from '../../src/domain/navigation/places.data.ts';
import { standingsOf } from '../../src/platform/http/route.ts';
import { urls } from '../../src/urls.ts';
import { testApp } from '../support/app.ts';
import { makeChild } from '../support/children.ts';
import { testDatabase } from '../support/database.ts';
import { ownerOf } from '../support/panels.ts';
import { personOf } from '../support/people-of-roles.ts';

const database = testDatabase();
let site: Awaited<ReturnType<typeof testApp>>;

beforeAll(async () => {
  site = await testApp(database());
  return () => site.jobs.stop();
});

const standings = standingsOf(routes);
const pages = routes.flatMap((route) =>
  route.method === 'get' && (route.kind === 'page' || route.kind === 'child') ? [route] : [],
);
const links = (html: string) =>
  [...html.matchAll(/<a\b[^>]*\bhref="(\/[^"#?]*)/g)].map((match) => match[1] ?? '');
const menu = (html: string, label: string) =>
  html.split(`aria-label="${label}"`)[1]?.split('</nav>')[0] ?? '';
const row = (html: string, label: string) =>
  [...(menu(html, label).split('</ul>')[0] ?? '').matchAll(/>([^<>]+)<\/a>/g)].map(
    (match) => match[1],
  );

describe('where pages stand', () => {
  it('every page of a child’s record stands in a room, and only the overview and its purpose in the first', () => {
    const record = pages.filter(({ path }) => path.startsWith(urls.child.overview(':childId')));
    const overview = urls.child.overview(':childId');
    const first = record.filter(({ path }) => standsAt('room', standings, path) === overview);
    expect(first.map(({ path }) => path).sort()).toEqual([
      overview,
      urls.child.purpose(':childId'),
    ]);
  });

  it('every other page stands in a section of the service', () => {
    const lost = pages.filter(
      ({ kind, path }) => kind === 'page' && standsAt('section', standings, path) === undefined,
    );
    expect(lost.map(({ path }) => path)).toEqual([urls.signIn.held(':formId')]);
  });

  it('a page that belongs to another names one that there is', () => {
    const entries = new Set(standings.map(({ path }) => path));
    expect(standings.filter(({ tab }) => 'under' in tab && !entries.has(tab.under))).toEqual([]);
  });
});

// A new child is made once a search has not found them; several referrals are triaged together once several wait.
const afterAMoment: readonly string[] = [
  urls.children.createAfter,
  urls.children.createConfirm,
  urls.children.create,
  urls.referrals.together,
];

describe.each(roleNames)('%s', (role) => {
  const open = pages.filter(
    ({ permission }) => permission === 'signed-in' || can({ role }, permission),
  );

  it('has at most seven entries, and comes to every page of the service by links', async () => {
    const visitor = await site.as(personOf[role]);
    const read = async (path: string) => await (await visitor.get(path)).text();
    const home = await read(urls.home);
    expect(row(home, 'Main').length).toBeGreaterThan(0);
    expect(row(home, 'Main').length).toBeLessThanOrEqual(7);
    const plain = routes.filter(({ method, path }) => method === 'get' && !path.includes(':'));
    const found = new Set([urls.home, ...links(home)]);
    for (const path of found)
      if (path !== urls.home && plain.some((route) => route.path === path))
        for (const next of links(await read(path))) found.add(next);
    // A list that is empty here offers no file of itself.
    const wanted = open
      .map(({ path }) => path)
      .filter((path) => !path.includes(':') && !/\.(csv|xlsx)$/.test(path));
    expect(wanted.filter((path) => !found.has(path) && !afterAMoment.includes(path))).toEqual([]);
  }, 60_000);
});

it('the record of a child has nine rooms at most, each with the pages that the person may open', async () => {
  const child = await ownerOf(database)((tx) =>
    makeChild(tx, { worker: personOf['case-manager'] }),
  );
  const visitor = await site.as(personOf['case-manager']);
  const html = await (await visitor.get(urls.child.family(child))).text();
  expect(row(html, 'This child’s record')).toEqual(Object.values(rooms));
  expect(menu(html, 'This child’s record')).toContain('Record');
  expect(html.match(/aria-label="This child’s record"/g)).toHaveLength(1);
});
