import { beforeAll, describe, expect, it } from 'vitest';
import { testApp, type Visitor } from '../../test/support/app.ts';
import { makeChild } from '../../test/support/children.ts';
import { testDatabase } from '../../test/support/database.ts';
import { ownerOf } from '../../test/support/panels.ts';
import { Page } from '../ui/layout/page.tsx';
import { yesNo } from './choice-fields.tsx';
import { serviceList } from './list-page.tsx';
import { text } from './text-fields.tsx';

// An example: schools and whether they suit, two a page, by name or backwards.
const example = serviceList({
  path: '/example/schools',
  permission: 'child.search',
  caption: 'Schools of the children whom you work with',
  file: 'schools',
  size: 2,
  empty: (filtered) => (filtered ? 'No school fits what is asked.' : 'No school is recorded.'),
  subject: () => null,
  filters: {
    provider: text({ label: 'Name' }),
    suitable: yesNo({ label: 'Suitable', required: 'Choose' }),
  },
  sorts: [
    { value: 'name', text: 'By name' },
    { value: 'backwards', text: 'By name, backwards' },
  ],
  rows: ({ tx }, _subject, { filters: { provider, suitable }, sort, limit, offset }) =>
    tx
      .selectFrom('education_episode')
      .select(['provider', 'suitable', 'hours_offered'])
      .$if(provider !== undefined, (query) => query.where('provider', 'ilike', `%${provider}%`))
      .$if(suitable !== undefined, (query) => query.where('suitable', '=', suitable ?? ''))
      .orderBy('provider', sort === 'name' ? 'asc' : 'desc')
      .limit(limit)
      .offset(offset)
      .execute(),
  columns: () => [
    {
      heading: 'School',
      text: ({ provider }) => provider,
      cell: ({ provider }) => <b>{provider}</b>,
    },
    { heading: 'Hours', numeric: true, text: ({ hours_offered }) => Number(hours_offered ?? 0) },
    { heading: 'Look', only: 'page', text: () => 'Look at it' },
  ],
  view: ({ context: { shell }, list }) => (
    <Page title="Schools" shell={shell}>
      <h1>Schools</h1>
      {list}
    </Page>
  ),
});

const database = testDatabase();
const asOwner = ownerOf(database);
let ama: Visitor;
let stranger: Visitor;
const schools = ['Avocet', 'Bittern', 'Curlew', 'Dunlin', '=SUM(A1)'];

beforeAll(async () => {
  await asOwner(async (tx) => {
    const child_id = await makeChild(tx, { worker: 'ama-lovelock' });
    const { service_id } = await tx
      .selectFrom('child')
      .select('service_id')
      .executeTakeFirstOrThrow();
    for (const [place, provider] of schools.entries())
      await tx
        .insertInto('education_episode')
        .values({
          service_id,
          id: `00000000-0000-4000-8000-00000000000${place}`,
          child_id,
          provision: 'mainstream-school',
          provider,
          suitable: place % 2 === 0 ? 'yes' : 'no',
          hours_offered: '25',
          valid_from: '2026-09-01',
          source: 'school',
        })
        .execute();
  });
  const site = await testApp(database(), {}, example);
  ama = await site.as('ama-lovelock');
  stranger = await site.as('gwendolen-osei');
  return () => site.jobs.stop();
});

const page = async (asked = '') => (await ama.get(`/example/schools${asked}`)).text();
const named = (html: string) =>
  [...html.matchAll(/<b>([^<]+)<\/b>/g)].map(([, name]) => name).join(' ');

describe('a list of the service', () => {
  it('is in pages, each with a way to the next and back', async () => {
    const first = await page();
    expect(named(first)).toBe('=SUM(A1) Avocet');
    expect(first).toContain('/example/schools?page=2');
    const second = await page('?page=2');
    expect(named(second)).toBe('Bittern Curlew');
    expect(named(await page('?page=3'))).toBe('Dunlin');
    expect(await page('?page=3')).not.toContain('page=4');
  });

  it('shows what is asked of it, in the order that is asked, and keeps both from page to page', async () => {
    const asked = await page('?suitable=no&sort=backwards');
    expect(named(asked)).toBe('Dunlin Bittern');
    expect(named(await page('?provider=curl'))).toBe('Curlew');
    expect(await page('?suitable=yes&sort=backwards')).toMatch(
      /suitable=yes&amp;sort=backwards&amp;page=2/,
    );
  });

  it('says why nothing is in it, and asks for nothing that it cannot read', async () => {
    expect(await page('?provider=Heron')).toContain('No school fits what is asked.');
    expect(named(await page('?suitable=perhaps'))).toBe('=SUM(A1) Avocet');
    expect(named(await page('?page=-1&sort=nonsense'))).toBe('=SUM(A1) Avocet');
  });

  it('is the same as a file, whole, in which no cell is a formula and nothing is to press', async () => {
    const answer = await ama.get('/example/schools.csv?suitable=yes');
    expect(answer.headers.get('content-disposition')).toContain('schools.csv');
    const lines = (await answer.text()).trim().split(/\r?\n/);
    expect(lines[0]?.replace('\uFEFF', '')).toBe('School,Hours');
    expect(lines).toHaveLength(4);
    expect(lines.join('\n')).not.toMatch(/^=/m);
    const excel = await ama.get('/example/schools.xlsx');
    expect(new Uint8Array(await excel.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([80, 75]));
    const looks = await asOwner((tx) =>
      tx.selectFrom('access_log').select('page').where('kind', '=', 'export').execute(),
    );
    expect(looks.map(({ page }) => page)).toContain('/example/schools.csv');
  });

  it('is not there for whoever may not search for children', async () => {
    expect((await stranger.get('/example/schools')).status).toBe(403);
  });
});
