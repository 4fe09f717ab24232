import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { testApp, type Visitor } from '../support/app.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, staffId, testDatabase } from '../support/database.ts';
import { dayBoxes } from '../support/day-boxes.ts';
import { listFile } from '../support/police-list.ts';
import { importEnded, sendList } from '../support/send-list.ts';

const database = testDatabase();
let site: Awaited<ReturnType<typeof testApp>>;
let wrenId = '';

beforeAll(async () => {
  wrenId = await database()
    .owner.transaction()
    .execute((tx) =>
      makeChild(tx, { forename: 'Wren', surname: 'Tideway', worker: 'dilys-okoro' }),
    );
  site = await testApp(database());
  return () => site.jobs.stop();
});

const locationOf = (answer: Response) => answer.headers.get('location') ?? '';

async function seen<Row>(query: ReturnType<typeof sql<Row>>): Promise<readonly Row[]> {
  return database()
    .app.transaction()
    .execute(async (tx) => {
      await sql`select set_config('app.service', ${serviceId}, true), set_config('app.staff', ${staffId('marguerite-oyelaran')}, true), set_config('app.scope', 'service', true),
        set_config('app.read', ',RC1S,RC1,RC2S,RC2,RC4,RC11S,', true), set_config('app.may', ',referral.inbox,victim.view,', true), set_config('role', 'foothold_staff', true)`.execute(
        tx,
      );
      return (await query.execute(tx)).rows;
    });
}

describe('held rows', () => {
  const held = [
    {
      URN: '07ZZ/8001/26',
      Surname: 'Quayle',
      'Forename(s)': '',
      'D.O.B': '01/02/2012',
      Address: '1 Net Loft',
    },
    {
      URN: '07ZZ/8002/26',
      Surname: 'Sandringham',
      'Forename(s)': '',
      'D.O.B': '03/04/2011',
      Address: '2 Net Loft',
    },
    {
      URN: '07ZZ/8003/26',
      Surname: 'Nobody',
      'Forename(s)': '',
      'D.O.B': '05/06/2011',
      Address: '3 Net Loft',
    },
  ];
  let annie: Visitor;
  const holdOf = async (surname: string) => {
    const rows = await seen(
      sql<{
        id: string;
        version: number;
      }>`select id, version from referral_hold where fields ->> 'surname' = ${surname}`,
    );
    return { at: `/referrals/holds/${rows[0]?.id}`, version: String(rows[0]?.version) };
  };
  const decide = async (surname: string, changes: Record<string, string>) => {
    const { at, version } = await holdOf(surname);
    return annie.post(at, {
      forename: '',
      surname,
      ...dayBoxes('date_of_birth', '2012-02-01'),
      urn: '',
      ...dayBoxes('offence_on', '2026-01-05'),
      ...dayBoxes('referred_on', '2026-01-09'),
      number: '',
      resolution_note: 'PC 9001 said so by telephone.',
      version,
      ...changes,
    });
  };

  beforeAll(async () => {
    annie = await site.as('annie-twelvetrees');
    const at = await sendList(annie, listFile(held, 'held.csv'));
    await annie.post(`${at}/start`, {});
    await importEnded(annie, at);
  });

  it('wait in a list, each with why', async () => {
    const page = await (await annie.get('/referrals/holds')).text();
    expect(page).toContain('Quayle');
    expect(page).toContain('Forename is missing');
    expect(await (await annie.get('/referrals')).text()).toContain('3 held rows wait');
  });

  it('cannot become a new child without a whole name, or be decided without a reason', async () => {
    const noName = await decide('Quayle', { decision: 'new' });
    expect(noName.status).toBe(422);
    expect(await noName.text()).toContain('Enter the forename');
    const noReason = await decide('Quayle', { decision: 'none', resolution_note: '' });
    expect(noReason.status).toBe(422);
    expect(await noReason.text()).toContain('Say why you decided so');
  });

  it('become a new child with a referral, once the missing thing is put right', async () => {
    const answer = await decide('Quayle', {
      decision: 'new',
      forename: 'Oona',
      urn: '07ZZ/8001/26',
    });
    expect(answer.status).toBe(303);
    const made = await seen(
      sql<{
        forename: string;
        reference: string;
        number: string;
      }>`select c.forename, c.number, r.reference from child c join referral r on r.child_id = c.id where c.surname = 'Quayle'`,
    );
    expect(made[0]).toMatchObject({ forename: 'Oona', reference: '07ZZ/8001/26' });
    expect(made[0]?.number).toMatch(/^EM-\d{6}$/);
  });

  it('are not decided a second time', async () => {
    const { at } = await holdOf('Quayle');
    expect(await (await annie.get(at)).text()).toContain('decided by');
    const again = await decide('Quayle', { decision: 'none' });
    expect(again.status).toBe(409);
  });

  it('go to a child who is known, by number', async () => {
    const wren = await seen(sql<{ number: string }>`select number from child where id = ${wrenId}`);
    expect((await decide('Sandringham', { decision: 'other', number: 'EM-999999' })).status).toBe(
      422,
    );
    const answer = await decide('Sandringham', {
      decision: 'other',
      number: wren[0]?.number ?? '',
      urn: '07ZZ/8002/26',
    });
    // Another row waits still: that comes next.
    expect(locationOf(answer)).toBe('/referrals/holds');
    const found = await seen(
      sql<{ child_id: string }>`select child_id from referral where reference = '07ZZ/8002/26'`,
    );
    expect(found[0]?.child_id).toBe(wrenId);
  });

  it('may be no referral at all, and then nothing is made', async () => {
    expect((await decide('Nobody', { decision: 'none' })).status).toBe(303);
    const made = await seen(
      sql<{ n: number }>`select count(*)::int as n from referral where reference = '07ZZ/8003/26'`,
    );
    expect(made[0]?.n).toBe(0);
    expect(await (await annie.get('/referrals/holds?show=decided')).text()).toContain(
      'Not a referral',
    );
  });
});
