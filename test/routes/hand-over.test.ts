import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { britishDay } from '../../src/domain/calendar/british-time.ts';
import { addDays } from '../../src/domain/calendar/day.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { urls } from '../../src/urls.ts';
import { testApp } from '../support/app.ts';
import { makeChild, relate } from '../support/children.ts';
import { serviceId, staffId, testDatabase } from '../support/database.ts';

const database = testDatabase();
let site: Awaited<ReturnType<typeof testApp>>;
type Tx = Parameters<typeof makeChild>[0];
const from = () => staffId('dilys-okoro');
const page = () => urls.oversight.handOver(from());
const manager = 'marguerite-oyelaran';
const inDays = (days: number) => `${addDays(britishDay(new Date()), days)}T09:00Z`;
const said = { reason: 'Dilys moves to another team', conflict_check: 'none-known' };

beforeAll(async () => {
  site = await testApp(database());
  return () => site.jobs.stop();
});

const asOwner = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  database()
    .owner.transaction()
    .execute(async (tx) => {
      await sql`select set_config('role', 'none', true)`.execute(tx);
      return work(tx);
    });
const ties = (childId: string) =>
  asOwner((tx) =>
    tx
      .selectFrom('relationship')
      .select(['id', 'staff_id', 'reason', 'ends_at'])
      .where('child_id', '=', childId)
      .where('kind', '=', 'allocated')
      .execute(),
  );
const workerOf = async (childId: string) =>
  (await ties(childId)).find(({ ends_at }) => ends_at === null)?.staff_id;
const tieOf = async (childId: string) => (await ties(childId))[0]?.id ?? '';
const child = (surname: string, restricted = false) =>
  asOwner((tx) => makeChild(tx, { surname, worker: 'dilys-okoro', restricted }));

it('a manager hands one child over, with a reason, and the new worker is told on their home', async () => {
  const one = await child('Onlyone');
  const other = await child('Stays');
  await asOwner((tx) =>
    tx
      .insertInto('warning')
      .values({
        service_id: serviceId,
        id: newId(),
        child_id: one,
        kind: 'weapons',
        detail: 'Invented',
        owner_id: from(),
        raised_on: '2026-09-01',
        review_on: '2026-12-01',
      })
      .execute(),
  );
  const visitor = await site.as(manager);
  const answer = await visitor.post(page(), {
    ...said,
    [`child_${await tieOf(one)}`]: staffId('ama-lovelock'),
  });
  expect(answer.status).toBe(303);
  expect(await workerOf(one)).toBe(staffId('ama-lovelock'));
  expect(await workerOf(other)).toBe(from());
  expect((await ties(one)).map(({ reason }) => reason)).toContain(said.reason);
  const home = await (await (await site.as('ama-lovelock')).get(urls.home)).text();
  expect(home).toContain('Handed over to you from Dilys Okoro');
  const warning = await asOwner((tx) =>
    tx.selectFrom('warning').select('owner_id').where('child_id', '=', one).execute(),
  );
  expect(warning).toEqual([{ owner_id: staffId('ama-lovelock') }]);
});

const planned = (childId: string, at: string, worker: string) => ({
  service_id: serviceId,
  id: newId(),
  child_id: childId,
  type: 'supervision',
  place: 'Office',
  planned_at: at,
  status: 'planned',
  worker_id: staffId(worker),
});
const promised = (childId: string, owner: string, about_table = 'plan_line') => ({
  service_id: serviceId,
  id: newId(),
  child_id: childId,
  about_table,
  about_id: newId(),
  what: 'Ring the school',
  owner_id: staffId(owner),
  owner_name: owner,
  agency: 'youth-justice',
  original_due: '2026-10-20',
  due_on: '2026-10-20',
});
/** What is open with a child and whose it is: appointments, then actions that were laid here. */
const openOf = (childId: string) =>
  asOwner(async (tx) => {
    const { rows } = await sql<{ what: string; name: string }>`
      select x.what, s.name from (
        select 'contact ' || status as what, worker_id as staff_id from contact where child_id = ${childId}
        union all select what, owner_id from action where child_id = ${childId} and about_table <> 'relationship') x
      join staff s on s.id = x.staff_id order by 1, 2`.execute(tx);
    return rows.map(({ what, name }) => `${what}: ${name}`);
  });
const layOpen = (childId: string) =>
  asOwner(async (tx) => {
    const held = { ...planned(childId, inDays(-5), 'dilys-okoro'), status: 'recorded' };
    await tx
      .insertInto('contact')
      .values([
        planned(childId, inDays(6), 'dilys-okoro'),
        planned(childId, inDays(7), 'quentin-larkin'),
      ])
      .execute();
    await tx
      .insertInto('contact')
      .values({ ...held, held_at: held.planned_at, attendance: 'attended', child_seen: 'alone' })
      .execute();
    await tx
      .insertInto('action')
      .values([promised(childId, 'dilys-okoro'), promised(childId, 'quentin-larkin')])
      .execute();
  });
const passed = [
  'Ring the school: Ama Lovelock',
  'Ring the school: Quentin Larkin',
  'contact planned: Ama Lovelock',
  'contact planned: Quentin Larkin',
  'contact recorded: Dilys Okoro',
];

it('what a worker planned and promised with a child goes to the next worker, and what others did or had done stays theirs', async () => {
  const one = await child('Alongson');
  await layOpen(one);
  const visitor = await site.as(manager);
  expect(await (await visitor.get(page())).text()).toContain(
    'Goes along: 1 appointment, 1 action.',
  );
  await visitor.post(page(), { ...said, [`child_${await tieOf(one)}`]: staffId('ama-lovelock') });
  expect(await openOf(one)).toEqual(passed);
});

it('so it does when one child changes worker, but not from somebody who goes on working with the child', async () => {
  const change = { kind: 'allocated', staff_id: staffId('ama-lovelock'), ...said };
  const [one, two] = [await child('Changeson'), await child('Bothson')];
  for (const id of [one, two]) await layOpen(id);
  await asOwner((tx) => relate(tx, two, 'dilys-okoro', 'co-worker'));
  const visitor = await site.as(manager);
  for (const id of [one, two])
    expect((await visitor.post(urls.child.workers(id), change)).status).toBe(303);
  expect(await openOf(one)).toEqual(passed);
  expect((await openOf(two)).filter((each) => each.endsWith('Dilys Okoro'))).toHaveLength(3);
});

it('nothing is handed over without a reason, without anybody who takes a child, or with a conflict that nobody describes', async () => {
  const one = await child('Reasonless');
  const visitor = await site.as(manager);
  const chosen = { [`child_${await tieOf(one)}`]: staffId('ama-lovelock') };
  const refused = [
    { ...said, ...chosen, reason: '' },
    said,
    { ...said, ...chosen, conflict_check: 'declared-and-managed' },
    { ...said, [`child_${await tieOf(one)}`]: staffId('quentin-larkin') },
  ];
  for (const fields of refused) expect((await visitor.post(page(), fields)).status).toBe(422);
  expect(await workerOf(one)).toBe(from());
});

it('a whole caseload goes to one worker but for those who are given to another, and a sealed record stays', async () => {
  const [one, two] = [await child('Firstly'), await child('Secondly')];
  const sealed = await child('Sealedaway', true);
  const visitor = await site.as(manager);
  const text = await (await visitor.get(page())).text();
  expect(text).toContain('Firstly');
  expect(text).not.toContain('Sealedaway');
  const answer = await visitor.post(page(), {
    ...said,
    everybody: staffId('ama-lovelock'),
    [`child_${await tieOf(two)}`]: staffId('ben-thackery'),
    [`child_${await tieOf(sealed)}`]: staffId('ben-thackery'),
  });
  expect(answer.status).toBe(303);
  expect([await workerOf(one), await workerOf(two), await workerOf(sealed)]).toEqual([
    staffId('ama-lovelock'),
    staffId('ben-thackery'),
    from(),
  ]);
});

it.each(['ama-lovelock', 'annie-twelvetrees', 'quentin-larkin', 'edith-fairlamp'])(
  '%s, who allocates nobody, neither sees the page nor hands over',
  async (code) => {
    const one = await child('Notyours');
    const visitor = await site.as(code);
    expect((await visitor.get(page())).status).not.toBe(200);
    const answer = await visitor.post(page(), { ...said, everybody: staffId('ama-lovelock') });
    expect(answer.status).not.toBe(303);
    expect(await workerOf(one)).toBe(from());
  },
);
