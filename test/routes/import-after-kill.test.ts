import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { jobHandlers } from '../../src/job-handlers.ts';
import { startJobs } from '../../src/platform/jobs/jobs.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { serviceId, staffId, testDatabase } from '../support/database.ts';
import { listFile } from '../support/police-list.ts';
import { importEnded, sendList } from '../support/send-list.ts';

const database = testDatabase();
let annie: Visitor;

beforeAll(async () => {
  const site = await testApp(database());
  annie = await site.as('annie-twelvetrees');
  // From here on nobody does any work: the process that did it is dead.
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
  const at = await sendList(annie, listFile([child], `${tries}.csv`));
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
