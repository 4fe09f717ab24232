import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { urls } from '../../src/urls.ts';
import { testApp } from '../support/app.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, staffId, testDatabase } from '../support/database.ts';

const database = testDatabase();
let site: Awaited<ReturnType<typeof testApp>>;
type Tx = Parameters<typeof makeChild>[0];
const from = () => staffId('dilys-okoro');
const page = () => urls.oversight.handOver(from());
const manager = 'marguerite-oyelaran';
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
