import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild, relate } from '../support/children.ts';
import { serviceId, sharedDatabase, staffId, type Trial, trial } from '../support/database.ts';
import { put } from '../support/duties.ts';

const database = sharedDatabase();
type Tx = Trial['tx'];

async function contactOf(tx: Tx, childId: string) {
  const id = newId();
  await tx
    .insertInto('contact')
    .values({
      service_id: serviceId,
      id,
      child_id: childId,
      type: 'supervision',
      place: 'Office',
      held_at: '2026-03-02T15:00:00Z',
      status: 'recorded',
      attendance: 'attended',
      notes: 'What was said',
      worker_id: staffId('ama-lovelock'),
    })
    .execute();
  return id;
}

async function keep(tx: Tx, childId: string, rowId: string, kind = 'withdrawn', table = 'contact') {
  const id = newId();
  await tx
    .insertInto('correction')
    .values({
      service_id: serviceId,
      id,
      child_id: childId,
      record_class: 'RC1',
      table_name: table,
      row_id: rowId,
      kind,
      reason: 'Another child’s',
      kept: '{"notes": "Something else"}',
      corrected_on: '2026-03-03',
    })
    .execute();
  return id;
}
const takeOff = (tx: Tx, id: string) => sql`select take_off(${id}::uuid)`.execute(tx);
const contacts = async (tx: Tx) => (await tx.selectFrom('contact').select('id').execute()).length;
const refused = (work: Promise<unknown>) => expect(work).rejects.toThrow();

describe('who cannot take a row off a record', () => {
  it('a colleague who does not work with the child, and whoever only reads', () =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      const contact = await contactOf(tx, child);
      for (const code of ['ben-thackery', 'quentin-larkin', 'xanthe-goodenough', 'cleo-abacus']) {
        await sql`savepoint before`.execute(tx);
        await become(code);
        await refused(keep(tx, child, contact));
        await sql`rollback to savepoint before`.execute(tx);
      }
    }));

  it('nobody deletes a row by themselves, nor takes off what somebody else kept', () =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      await relate(tx, child, 'ben-thackery', 'co-worker');
      const contact = await contactOf(tx, child);
      await become('ama-lovelock');
      const kept = await keep(tx, child, contact);
      await sql`savepoint before`.execute(tx);
      await refused(tx.deleteFrom('contact').where('id', '=', contact).execute());
      await sql`rollback to savepoint before`.execute(tx);
      await become('ben-thackery');
      await refused(takeOff(tx, kept));
    }));

  it('nobody takes off a row of which it is said that it was only corrected, or that stands on another record', () =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      const other = await makeChild(tx, { surname: 'Elsewhere', worker: 'ama-lovelock' });
      const contact = await contactOf(tx, child);
      await become('ama-lovelock');
      const corrected = await keep(tx, child, contact, 'corrected');
      await sql`savepoint before`.execute(tx);
      await refused(takeOff(tx, corrected));
      await sql`rollback to savepoint before`.execute(tx);
      await refused(keep(tx, other, contact));
    }));

  it('nobody takes off a referral on whose victim anything was recorded: their rights would go with it', () =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      const referral = await put.referral(tx, child, { state: 'received' });
      const victim = newId();
      const row = { service_id: serviceId, child_id: child };
      await tx
        .insertInto('victim_involvement')
        .values({ ...row, id: victim, referral_id: referral, label: 'Victim A' })
        .execute();
      await tx
        .insertInto('victim_right')
        .values({
          ...row,
          id: newId(),
          victim_involvement_id: victim,
          code: 'support-referral',
          done_on: '2026-04-02',
        })
        .execute();
      await become('marguerite-oyelaran');
      const kept = await keep(tx, child, referral, 'withdrawn', 'referral');
      await expect(takeOff(tx, kept)).rejects.toThrow('Work has followed from this referral');
    }));

  it('a colleague takes off no partner’s note that they did not write, though they write notes of its class; its writer and a manager do', () =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      for (const code of ['ben-thackery', 'tegan-bamford-ali'])
        await relate(tx, child, code, code === 'ben-thackery' ? 'co-worker' : 'partner');
      await become('tegan-bamford-ali');
      const note = newId();
      await tx
        .insertInto('partner_note')
        .values({
          service_id: serviceId,
          id: note,
          child_id: child,
          record_class: 'RC9',
          detail: 'Excluded',
        })
        .execute();
      await sql`savepoint before`.execute(tx);
      for (const code of ['ama-lovelock', 'ben-thackery']) {
        await become(code);
        await refused(keep(tx, child, note, 'withdrawn', 'partner_note'));
        await sql`rollback to savepoint before`.execute(tx);
      }
      await become('tegan-bamford-ali');
      await takeOff(tx, await keep(tx, child, note, 'withdrawn', 'partner_note'));
    }));

  it('a referral is taken off whose victim nothing is known of, whatever was recorded of another’s', () =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      const row = { service_id: serviceId, child_id: child };
      const referrals = [];
      for (const label of ['Victim A', 'Victim B']) {
        const referral = await put.referral(tx, child, { state: 'received' });
        const id = newId();
        await tx
          .insertInto('victim_involvement')
          .values({ ...row, id, referral_id: referral, label })
          .execute();
        referrals.push({ referral, victim: id });
      }
      const [wrong, other] = referrals;
      const of = { ...row, victim_involvement_id: other?.victim ?? '' };
      await tx
        .insertInto('victim')
        .values({ ...of, id: newId(), name: 'Robin Made-Up' })
        .execute();
      await tx
        .insertInto('victim_right')
        .values({ ...of, id: newId(), code: 'support-referral', done_on: '2026-04-02' })
        .execute();
      await tx
        .insertInto('victim_contact')
        .values({
          ...of,
          id: newId(),
          held_on: '2026-04-02',
          method: 'phone',
          reached: true,
          note: 'Spoke',
        })
        .execute();
      await become('marguerite-oyelaran');
      await takeOff(tx, await keep(tx, child, wrong?.referral ?? '', 'withdrawn', 'referral'));
      const left = await tx
        .selectFrom('referral')
        .select('id')
        .where('child_id', '=', child)
        .execute();
      expect(left).toEqual([{ id: other?.referral }]);
    }));

  it('nobody changes or deletes what was kept', () =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      const contact = await contactOf(tx, child);
      await become('ama-lovelock');
      await keep(tx, child, contact);
      await sql`savepoint before`.execute(tx);
      await refused(tx.updateTable('correction').set({ reason: 'Another' }).execute());
      await sql`rollback to savepoint before`.execute(tx);
      await refused(tx.deleteFrom('correction').execute());
    }));
});

describe('what is kept of a row that is taken off', () => {
  it('is the row itself, whatever the asker says it was, in the class of the row', () =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      const contact = await contactOf(tx, child);
      await become('ama-lovelock');
      await takeOff(tx, await keep(tx, child, contact));
      expect(await contacts(tx)).toBe(0);
      const rows = await tx.selectFrom('correction').select(['record_class', 'kept']).execute();
      expect(rows).toMatchObject([{ record_class: 'RC3', kept: { notes: 'What was said' } }]);
      expect(rows[0]?.kept).not.toHaveProperty('child_id');
    }));

  it.each(['quentin-larkin', 'ursula-peaceful', 'xanthe-goodenough', 'winston-appleby'])(
    '%s, who reads no contacts, reads no contact that was taken off',
    (code) =>
      trial(database(), async ({ tx, become, becomeOwner }) => {
        const child = await makeChild(tx, { worker: 'ama-lovelock' });
        const contact = await contactOf(tx, child);
        await become('ama-lovelock');
        await keep(tx, child, contact);
        await becomeOwner();
        await relate(tx, child, code, 'partner');
        await become(code);
        expect(await tx.selectFrom('correction').select('id').execute()).toEqual([]);
      }),
  );
});
