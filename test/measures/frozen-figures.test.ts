import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../src/domain/access/can.ts';
import { setClaims } from '../../src/platform/db/as-actor.ts';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { demoSnapshot, serviceId, staffId, testDatabase } from '../support/database.ts';

const database = testDatabase({}, demoSnapshot);
let cleo: Visitor;
let marguerite: Visitor;
let philippa: Visitor;
let gwendolen: Visitor;
let ama: Visitor;
beforeAll(async () => {
  const site = await testApp(database());
  [cleo, marguerite, philippa, gwendolen, ama] = await Promise.all([
    site.as('cleo-abacus'),
    site.as('marguerite-oyelaran'),
    site.as('philippa-standfast'),
    site.as('gwendolen-osei'),
    site.as('ama-lovelock'),
  ]);
  return () => site.jobs.stop();
});

const quarter = '2026-07-01';
const manager: Actor = {
  ...{ staffId: staffId('marguerite-oyelaran'), serviceId, name: 'Marguerite', agency: 'service' },
  ...{ role: 'practice-manager', teamId: null },
};
const wordsOf = (page: string) => page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const read = async (visitor: Visitor, address: string) => {
  const answer = await visitor.get(address);
  expect(answer.status, address).toBe(200);
  return answer.text();
};
/** As the owner: what was kept, to the letter. */
const kept = async (id: string) => {
  await sql`reset role`.execute(database().owner);
  const { rows } = await sql<{ text: string }>`
    select md5(string_agg(f::text, '' order by measure)) as text from frozen_figure f where snapshot_id = ${id}`.execute(
    database().owner,
  );
  await database().dropOwnerRights();
  return rows[0]?.text;
};
const changedBy = async (id: string, measure: string) =>
  (await read(cleo, `${urls.figures.frozen(id, measure)}.csv`)).trim().split('\n').slice(1);
const asOwner = async (query: ReturnType<typeof sql>) => {
  await sql`reset role`.execute(database().owner);
  await query.execute(database().owner);
  await database().dropOwnerRights();
};

let frozen = '';
it('an analyst freezes a quarter, and it waits for the head of service', async () => {
  const answer = await cleo.post(urls.figures.freeze, {
    quarter,
    definition: 'newer',
    note: 'Checked against the gaps.',
  });
  expect(answer.status).toBe(303);
  frozen = /[0-9a-f-]{36}$/.exec(answer.headers.get('location')?.split('?')[0] ?? '')?.[0] ?? '';
  const page = wordsOf(await read(cleo, urls.figures.snapshot(frozen)));
  expect(page).toContain('July to September 2026, newer definition, 2');
  expect(page).toContain('Waits for the head of service');
  expect(wordsOf(await read(philippa, urls.home))).toContain(
    'Sign the frozen figures or send them back: July to September 2026',
  );
});

it('a quarter that still runs cannot be frozen', async () => {
  const answer = await cleo.post(urls.figures.freeze, {
    quarter: '2026-10-01',
    definition: 'newer',
  });
  expect(answer.status).toBe(422);
});

it('just after it was frozen no figure differs from the record', async () => {
  for (const measure of ['kpi1', 'kpi7', 'fte', 'kpi6a'])
    expect(await changedBy(frozen, measure), measure).toEqual([]);
});

it('a correction, a late entry and a merge change the figure and never the snapshot, and are listed child by child', async () => {
  const before = await kept(frozen);
  const ended = sql`
    select i.id, i.child_id, row_number() over (order by c.number, i.id) as place
    from frozen_figure f, jsonb_array_elements(f.counted_rows) r, involvement i, child c
    where f.snapshot_id = ${frozen} and f.measure = 'kpi1' and (r ->> 'counted')::boolean
      and i.service_id = f.service_id and i.id::text = r ->> 'unit' and c.service_id = i.service_id and c.id = i.child_id`;
  // One order ended later than was written, and a child’s work that nobody had ended was over by then.
  await asOwner(
    sql`update involvement i set ended_on = '2026-10-02' from (${ended}) e where i.id = e.id and e.place = 1`,
  );
  await asOwner(sql`
    update involvement i set ended_on = '2026-09-20', end_reason = (select max(n.end_reason) from involvement n) where i.service_id = ${serviceId} and i.id = (
      select o.involvement_id from disposal o join involvement v on v.service_id = o.service_id and v.id = o.involvement_id
      where v.ended_on is null and o.given_on < '2026-09-01' and v.started_on < '2026-09-01' order by o.id limit 1)`);
  // And two children are found to be one.
  await database()
    .owner.transaction()
    .execute(async (tx) => {
      await sql`reset role`.execute(tx);
      const two = await sql<{ child_id: string }>`
        select child_id from (${ended}) e where e.place in (2, 3) order by place`.execute(tx);
      const [kept, merged] = two.rows;
      await setClaims(tx, manager);
      await sql`select merge_children(${kept?.child_id}::uuid, ${merged?.child_id}::uuid, 'One child under two names')`.execute(
        tx,
      );
    });
  const changes = await changedBy(frozen, 'kpi1');
  expect(changes.join('\n')).toContain('Went out,');
  expect(changes.join('\n')).toContain('No longer in the record for this quarter');
  expect(changes.join('\n')).toContain('Came in,');
  expect(changes.join('\n')).toContain('Recorded since');
  expect(changes.join('\n')).toContain('records were joined or parted');
  expect(changes.every((row) => row.startsWith('Child '))).toBe(true);
  expect(await kept(frozen)).toBe(before);
  const figure = wordsOf(
    await read(cleo, urls.figures.oneOf('kpi1', { quarter, definition: 'newer' })),
  );
  expect(figure).toMatch(/Frozen on 6 October 2026 at [\w:]+ : was \d+% \(\d+ of \d+\), now/);
});

it('a manager reads the names of children whose record they may open, and an analyst none', async () => {
  expect(await read(marguerite, urls.figures.frozen(frozen, 'kpi1'))).toContain('href="/children/');
  expect(await read(cleo, urls.figures.frozen(frozen, 'kpi1'))).not.toMatch(
    /href="\/children\/[0-9a-f]/,
  );
});

it('who froze it signs no second time, and whoever reads no figures finds nothing', async () => {
  const address = urls.figures.snapshot(frozen);
  const signing = { verdict: 'approve', version: '1' };
  expect((await cleo.post(address, signing)).status).toBe(403);
  expect((await gwendolen.get(address)).status).toBe(403);
  expect((await ama.get(urls.figures.frozen(frozen, 'kpi1'))).status).toBe(403);
  expect((await cleo.get(urls.figures.snapshot('no-id'))).status).toBe(404);
});

it('sent back with a reason, it stands first on the analyst’s home until the quarter is frozen again', async () => {
  const address = urls.figures.snapshot(frozen);
  const answer = await philippa.post(address, { verdict: 'return', version: '1', answer_note: '' });
  expect(answer.status).toBe(422);
  await philippa.post(address, {
    ...{ verdict: 'return', version: '1' },
    answer_note: 'One order is missing',
  });
  expect(wordsOf(await read(cleo, urls.home))).toContain(
    'The frozen figures came back: One order is missing',
  );
  await cleo.post(urls.figures.freeze, { quarter, definition: 'newer', note: '' });
  expect(wordsOf(await read(cleo, urls.home))).not.toContain('The frozen figures came back');
  expect(wordsOf(await read(cleo, urls.figures.snapshots))).toContain('Sent back: Philippa');
});

it('the demonstration shows a signed quarter in which a home was found unsuitable since', async () => {
  const list = await read(philippa, urls.figures.snapshots);
  const [, id = ''] =
    /href="\/figures\/snapshots\/([0-9a-f-]{36})"[^>]*>\s*April to June 2026/.exec(list) ?? [];
  const changes = await changedBy(id, 'kpi1');
  expect(changes).toHaveLength(1);
  expect(changes[0]).toContain('What the record says of it was changed');
});
