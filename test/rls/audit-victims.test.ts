import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { addMonths } from '../../src/domain/calendar/day.ts';
import { layAudit, layCases, today } from '../support/audits.ts';
import { sharedDatabase, staffId, type Trial, trial } from '../support/database.ts';
import { makeVictim } from '../support/partners.ts';

const database = sharedDatabase();
type Tx = Trial['tx'];

const frame = async (tx: Tx) =>
  (
    await sql<{ child_id: string; victim_id: string; worker_id: string }>`
      select child_id, victim_id, worker_id from audit_frame(${addMonths(today, -12)}, ${today}, array['youth-caution'], true)`.execute(
      tx,
    )
  ).rows;
const steps = async (tx: Tx, caseId: string) =>
  (await sql<{ what: string }>`select what from victim_case_steps(${caseId}::uuid)`.execute(tx))
    .rows;

/** A victim's case of Ama's that Desmond is to read. */
async function victimsCase(tx: Tx) {
  const [child = ''] = await layCases(tx, ['Dee']);
  const ids = await layAudit(tx, child, { first: 'desmond-plumb' });
  const victim = await makeVictim(tx, child);
  await sql`update audit_case set victim_id = ${victim} where id = ${ids.case}`.execute(tx);
  return { child, ids, victim };
}

it('victims’ cases are drawn from the children who harmed somebody, one a child, and belong to who last tried to reach the victim', () =>
  trial(database(), async ({ tx, become, becomeOwner }) => {
    const [one = '', none = ''] = await layCases(tx, ['Abe', 'Bea']);
    const victim = await makeVictim(tx, one);
    await sql`update victim_contact set created_by = ${staffId('ursula-peaceful')} where victim_involvement_id = ${victim}`.execute(
      tx,
    );
    await become('desmond-plumb');
    const found = await frame(tx);
    expect(found.find(({ child_id }) => child_id === one)).toEqual({
      child_id: one,
      victim_id: victim,
      worker_id: staffId('ursula-peaceful'),
    });
    expect(found.some(({ child_id }) => child_id === none)).toBe(false);
    await becomeOwner();
    await sql`update victim_involvement set wishes = 'no-direct-victim', no_wishes_reason = 'Nobody' where id = ${victim}`.execute(
      tx,
    );
    await become('desmond-plumb');
    expect((await frame(tx)).some(({ child_id }) => child_id === one)).toBe(false);
    for (const code of ['ama-lovelock', 'edith-fairlamp', 'ursula-peaceful']) {
      await become(code);
      expect(await frame(tx), code).toEqual([]);
    }
  }));

it('whoever was in touch with the victim cannot judge the case', () =>
  trial(database(), async ({ tx, become }) => {
    const { child, ids, victim } = await victimsCase(tx);
    await sql`update victim_contact set created_by = ${staffId('nasir-hollyoak')} where victim_involvement_id = ${victim}`.execute(
      tx,
    );
    await become('desmond-plumb');
    const may = async (code: string) =>
      (
        await sql<{ may: boolean }>`
          select may_be_reader(${ids.audit}, ${ids.case}, ${child}, ${staffId(code)}) as may`.execute(
          tx,
        )
      ).rows[0]?.may;
    expect(await may('nasir-hollyoak')).toBe(false);
    expect(await may('philippa-standfast')).toBe(true);
  }));

it('a reader sees what was done for the victim while they read, and no row of the vault; nobody else does', () =>
  trial(database(), async ({ tx, become, becomeOwner }) => {
    const { ids } = await victimsCase(tx);
    await become('desmond-plumb');
    const told = (await steps(tx, ids.case)).map(({ what }) => what);
    expect(told).toHaveLength(3);
    expect(told[0]).toBe('The police gave how to reach them');
    expect(told[1]).toMatch(/: reached$/);
    expect(told.join()).not.toContain('Spoke');
    for (const table of ['victim', 'victim_contact', 'victim_right']) {
      const rows = await sql`select id from ${sql.table(table)}`.execute(tx);
      expect(rows.rows, table).toEqual([]);
    }
    for (const code of ['edith-fairlamp', 'philippa-standfast', 'ama-lovelock', 'gwendolen-osei']) {
      await become(code);
      expect(await steps(tx, ids.case), code).toEqual([]);
    }
    await becomeOwner();
    await sql`update audit_reading set done_on = ${today}, strengths = 'Good', learning = 'Some' where id = ${ids.first}`.execute(
      tx,
    );
    await become('desmond-plumb');
    expect(await steps(tx, ids.case)).toEqual([]);
  }));
