import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { jobHandlers } from '../../src/job-handlers.ts';
import { startJobs } from '../../src/platform/jobs/jobs.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { serviceId, staffId, testDatabase } from '../support/database.ts';
import { listFile } from '../support/police-list.ts';
import { readAsOwner } from '../support/read-as-owner.ts';
import { importEnded, sendList } from '../support/send-list.ts';

const database = testDatabase();
let annie: Visitor;

beforeAll(async () => {
  const site = await testApp(database());
  annie = await site.as('annie-twelvetrees');
  // Whoever judged a list and was to import it is dead: each test starts the work again.
  await site.jobs.stop();
});

const start = () =>
  startJobs(database(), jobHandlers(database().app, database().kind), (error) => {
    throw error;
  });

// Nobody whom the list before could be.
const another = { Address: '1 Ropewalk, Eastmarsh', Postcode: '' };

/** A list as a killed process leaves it: said to be running, by somebody who is no more, after so many tries. */
async function leftRunning(child: Parameters<typeof listFile>[0][number], tries: number) {
  const judging = await start();
  const at = await sendList(annie, listFile([child], `${tries}.csv`));
  await judging.stop();
  const importId = at.split('/').at(-1) ?? '';
  const data = { importId, serviceId, staffId: staffId('annie-twelvetrees') };
  await database()
    .app.transaction()
    .execute(async (tx) => {
      await sql`insert into pgboss.job (name, data, state, started_on, retry_count)
        values ('referral-import', ${JSON.stringify(data)}::jsonb, 'active', now(), ${tries})`.execute(
        tx,
      );
      await sql`select set_config('app.service', ${serviceId}, true), set_config('app.staff', ${data.staffId}, true),
        set_config('app.may', ',referral.inbox,referral.import,', true), set_config('role', 'foothold_staff', true)`.execute(
        tx,
      );
      await tx
        .updateTable('referral_import')
        .set({ status: 'running' })
        .where('id', '=', importId)
        .execute();
    });
  expect(await (await annie.get(`${at}/progress`)).text()).toContain('Running');
  return at;
}

it('an import that a killed server left is taken up as soon as one starts again', async () => {
  const at = await leftRunning({ URN: '07ZZ/3001/26', Surname: 'Leftover' }, 0);
  const jobs = await start();
  expect(await importEnded(annie, at)).toContain('1 new record');
  await jobs.stop();
});

it('an import that stopped the server each time is said to have failed, may be tried again, and then is done once', async () => {
  const at = await leftRunning(
    {
      ...another,
      URN: '07ZZ/3002/26',
      Surname: 'Quenby',
      'Forename(s)': 'Marisol',
      'D.O.B': '02/03/2011',
    },
    2,
  );
  const jobs = await start();
  const page = await (await annie.get(`${at}/progress`)).text();
  expect(page).toContain('Nothing was made.');
  expect(page).toContain('Foothold stopped each time while it imported this list');
  await annie.post(`${at}/start`, {});
  expect(await importEnded(annie, at)).toContain('1 new record');
  await jobs.stop();
});

it('while hundreds of rows are compared, other pages are answered and nothing is made; put aside, nothing of it is left', async () => {
  const jobs = await start();
  const many = Array.from({ length: 600 }, (_, at) => ({
    URN: `07ZZ/${at + 10_000}/26`,
    Surname: `${syllables[at % 12]}${syllables[(at * 5) % 11]}`,
    'Forename(s)': `${syllables[(at * 7) % 12]}a`,
    'D.O.B': `${(at % 28) + 1}/${(at % 12) + 1}/${2009 + (at % 6)}`,
    Address: `${at} Beacon Hill, Eastmarsh`,
    Postcode: '',
  }));
  const sent = await annie.post('/referrals/imports/new', { file: listFile(many, 'many.csv') });
  const at = (sent.headers.get('location') ?? '').replace('/progress', '');
  let answers = 0;
  while ((await (await annie.get(`${at}/progress`)).text()).includes('Being compared')) {
    expect((await annie.get('/referrals')).status).toBe(200);
    answers += 1;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(answers).toBeGreaterThan(0);
  expect(await rowsKept()).toBeGreaterThanOrEqual(600);
  await annie.post(at, { do: 'put-aside' });
  await jobs.stop();
  expect(await rowsKept("and i.status = 'failed'")).toBe(0);
});

const syllables =
  'Thistle marsh quarry wick lantern bramble copse hollow drift kestrel plume otter'.split(' ');

async function rowsKept(only = ''): Promise<number> {
  const { rows } = await readAsOwner<{ n: number }>(
    database(),
    `select count(*)::int as n from referral_import_row r
    join referral_import i on i.service_id = r.service_id and i.id = r.import_id where true ${only}`,
  );
  return rows[0]?.n ?? 0;
}

it('an import that another server still does is left to it', async ({ skip }) => {
  skip(database().kind === 'embedded', 'An embedded database has one process');
  const at = await leftRunning(
    {
      ...another,
      URN: '07ZZ/3003/26',
      Surname: 'Harkaway',
      'Forename(s)': 'Ignatius',
      'D.O.B': '21/09/2010',
    },
    0,
  );
  await database()
    .app.connection()
    .execute(async (other) => {
      await sql`select pg_advisory_lock(hashtextextended(id::text, 0)) from pgboss.job where state = 'active'`.execute(
        other,
      );
      const jobs = await start();
      expect(await (await annie.get(`${at}/progress`)).text()).toContain('Running');
      await jobs.stop();
      await sql`select pg_advisory_unlock_all()`.execute(other);
    });
});
