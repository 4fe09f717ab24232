import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { dutiesOf, wrongDuties } from '../../src/platform/db/due-work.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild, relate } from '../support/children.ts';
import { serviceId, settle, sharedDatabase, staffId, trialOfDuties } from '../support/database.ts';
import { put } from '../support/duties.ts';

const database = sharedDatabase();

/** The rows kept of one child, as the owner, once the transaction would end. */
async function kept(tx: Tx, childId: string) {
  await settle(tx);
  expect(await wrongDuties(tx)).toEqual([]);
  return tx
    .selectFrom('duty')
    .select(['standard', 'due_on', 'done_on', 'owner_id', 'what'])
    .where('service_id', '=', serviceId)
    .where('child_id', '=', childId)
    .orderBy('standard')
    .execute();
}

describe('what is due follows the record', () => {
  it('from the first row of a referral to the contact that fulfils it, and away again when that was a mistake', () =>
    trialOfDuties(database(), async ({ tx }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      const first = async () =>
        (await kept(tx, id)).find(({ standard }) => standard === 'first-contact-child');
      expect(await first()).toBeUndefined();
      await put.referral(tx, id);
      expect(await first()).toMatchObject({ due_on: '2026-04-10', done_on: null });
      const contactId = await put.contact(tx, id, '2026-04-08');
      expect(await first()).toMatchObject({ done_on: '2026-04-08' });
      await tx
        .updateTable('contact')
        .set({ child_seen: 'not-seen' })
        .where('id', '=', contactId)
        .execute();
      expect(await first()).toMatchObject({ done_on: null });
      await tx.deleteFrom('child').where('id', '=', id).execute();
      expect(await kept(tx, id)).toEqual([]);
    }));

  it('to another worker when the child is allocated anew, and to nobody when no worker is left', () =>
    trialOfDuties(database(), async ({ tx }) => {
      const id = await makeChild(tx, { worker: 'ben-thackery' });
      await put.involvement(tx, id);
      await put.assessment(tx, id, '2026-04-01');
      const owner = async () => (await kept(tx, id))[0]?.owner_id;
      expect(await owner()).toBe(staffId('ben-thackery'));
      await tx
        .updateTable('relationship')
        .set({ ends_at: new Date() })
        .where('child_id', '=', id)
        .execute();
      expect(await owner()).toBeNull();
      await relate(tx, id, 'gus-merriman', 'allocated');
      expect(await owner()).toBe(staffId('gus-merriman'));
    }));

  it('to another manager when whoever sent the work in answers to somebody else', () =>
    trialOfDuties(database(), async ({ tx }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      await put.assessment(tx, id, null, {
        status: 'submitted',
        needs_countersign: true,
        submitted_on: '2026-04-01',
        submitted_by: staffId('ama-lovelock'),
      });
      await tx
        .updateTable('staff')
        .set({ manager_id: staffId('nasir-hollyoak') })
        .where('id', '=', staffId('ama-lovelock'))
        .execute();
      expect((await kept(tx, id))[0]?.owner_id).toBe(staffId('nasir-hollyoak'));
    }));

  it('to the service’s own figure when it sets one, and back when it takes that away', () =>
    trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      await put.referral(tx, id);
      await become('freddie-okafor-bright');
      const own = { service_id: serviceId, time_limit_id: 'first-contact-child' };
      await tx
        .insertInto('time_limit_override')
        .values({ ...own, number: 1, unit: 'weeks', reason: 'Agreed by the board' })
        .execute();
      await becomeOwner();
      const due = async () =>
        (await kept(tx, id)).find(({ standard }) => standard === 'first-contact-child')?.due_on;
      expect(await due()).toBe('2026-04-08');
      await become('freddie-okafor-bright');
      await tx.deleteFrom('time_limit_override').where('service_id', '=', serviceId).execute();
      await becomeOwner();
      expect(await due()).toBe('2026-04-10');
    }));

  it('to the kept record when two prove to be of one child', () =>
    trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
      const [keptId, mergedId] = [await makeChild(tx), await makeChild(tx)];
      await put.referral(tx, mergedId);
      expect(await kept(tx, mergedId)).not.toEqual([]);
      await become('marguerite-oyelaran');
      await sql`select merge_children(${keptId}, ${mergedId}, 'The same birth certificate')`.execute(
        tx,
      );
      await becomeOwner();
      expect(await kept(tx, keptId)).not.toEqual([]);
      expect(await kept(tx, mergedId)).toEqual([]);
    }));

  it('to new bank holidays and time limits when all is worked out anew', () =>
    trialOfDuties(database(), async ({ tx }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      await put.referral(tx, id);
      await settle(tx);
      await sql`update time_limit set number = 6 where id = 'first-contact-child'`.execute(tx);
      await sql`call keep_all_duties()`.execute(tx);
      const rows = await kept(tx, id);
      expect(rows.find(({ standard }) => standard === 'first-contact-child')?.due_on).toBe(
        '2026-04-13',
      );
    }));

  it('also where it is about no child, and is on its owner’s list', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      await tx
        .insertInto('action')
        .values({
          service_id: serviceId,
          id: newId(),
          about_table: 'inspection_recommendation',
          about_id: newId(),
          what: 'Write down how levels are agreed',
          owner_id: staffId('ama-lovelock'),
          owner_name: 'Invented',
          agency: 'yjs',
          original_due: '2026-04-10',
          due_on: '2026-04-17',
        })
        .execute();
      const actor = await become('ama-lovelock');
      expect(await dutiesOf(tx, actor)).toMatchObject([
        { what: 'Write down how levels are agreed', childId: null, dueOn: '2026-04-17' },
      ]);
    }));
});

it('whether a duty exists never depends on the clock, nor on who is asking', () =>
  trialOfDuties(database(), async ({ tx }) => {
    const { rows } = await sql<{ name: string }>`
      select c.relname as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'v'
        and (c.relname like 'due\\_%' or c.relname in ('live_work', 'met', 'record_time', 'victim_reached', 'victim_who_is_child'))
        and pg_get_viewdef(c.oid) ~* '\\m(now|current_date|current_timestamp|clock_timestamp|localtimestamp|my_\\w+|may\\w*)\\M'`.execute(
      tx,
    );
    expect(rows).toEqual([]);
  }));

it('a standard is found by its name alone: its rows come and follow the tables that it reads', () =>
  trialOfDuties(database(), async ({ tx }) => {
    const id = await makeChild(tx, { worker: 'ama-lovelock' });
    await sql`create view due_school_named with (security_invoker = true) as
      select service_id, child_id, null::uuid as involvement_id, id as subject_id, 'school-named' as standard, 'Name the school' as what, 'worker' as owed_by,
        null::uuid as owner_id, valid_from as started_on, valid_from + 7 as due_on, null::date as done_on, null::date as stopped_on, 'education' as link_kind
      from education_episode where provision = 'none'`.execute(tx);
    await sql`call keep_all_duties()`.execute(tx);
    await tx
      .insertInto('education_episode')
      .values({
        service_id: serviceId,
        id: newId(),
        child_id: id,
        provision: 'none',
        provider: 'Nowhere',
        valid_from: '2026-04-01',
        source: 'Invented',
      })
      .execute();
    expect(await kept(tx, id)).toMatchObject([{ standard: 'school-named', due_on: '2026-04-08' }]);
  }));
