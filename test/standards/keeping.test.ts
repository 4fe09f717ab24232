import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { dutiesOf } from '../../src/platform/db/due-work.ts';
import { addRow } from '../../src/record/rows.ts';
import { dueLink } from '../../src/record/subject-link.ts';
import { urls } from '../../src/urls.ts';
import { makeChild, relate, seal } from '../support/children.ts';
import { serviceId, settle, sharedDatabase, trialOfDuties } from '../support/database.ts';
import { duties, put } from '../support/duties.ts';

const database = sharedDatabase();
const here = { serviceId };
const open = { done: null, stopped: null };

/** Work with the child ended on that day, and nobody works with them. */
const ended = async (tx: Tx, on: string) => {
  const id = await makeChild(tx);
  await put.involvement(tx, id, { started_on: on, ended_on: on, end_reason: 'completed' });
  return id;
};

/** What waits for somebody of these standards, once the transaction would end. */
const waitsFor = async (
  tx: Tx,
  become: (code: string) => Promise<Parameters<typeof dutiesOf>[1]>,
  code: string,
) => {
  const actor = await become(code);
  return (await dutiesOf(tx, actor))
    .filter(({ standard }) => ['record-retention', 'shorter-keeping'].includes(standard))
    .map((duty) => ({ childId: duty.childId, dueOn: duty.dueOn, to: dueLink(actor, duty) }));
};

describe('a record whose time is over', () => {
  it('stands on the home of the head of service from the next day, and leads to the page that erases or keeps it', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const over = await ended(tx, '2015-01-31');
      const notYet = await ended(tx, '2026-01-31');
      await settle(tx);
      expect(await duties(tx, 'record_kept_or_erased', over)).toEqual([
        { due: '2021-02-01', ...open },
      ]);
      expect(await duties(tx, 'record_kept_or_erased', notYet)).toEqual([
        { due: '2032-02-01', ...open },
      ]);
      const own = { childId: over, dueOn: '2021-02-01', to: urls.children.retention(over) };
      expect(await waitsFor(tx, become, 'philippa-standfast')).toEqual([own]);
      for (const code of ['marguerite-oyelaran', 'ama-lovelock', 'freddie-okafor-bright'])
        expect(await waitsFor(tx, become, code), code).toEqual([]);
    }));

  it('is due again when the day until which it was kept has passed', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const id = await ended(tx, '2015-01-31');
      const hold = { child_id: id, reason: 'A claim is open', keep_until: '2999-01-01' };
      await addRow(tx, here, 'record_hold', hold);
      await settle(tx);
      expect(await waitsFor(tx, become, 'philippa-standfast')).toEqual([]);
      expect(await duties(tx, 'record_kept_or_erased', id)).toEqual([
        { due: '2999-01-02', ...open },
      ]);
    }));

  it('is nobody’s while somebody works with the child, and of a sealed record theirs alone who may see it', () =>
    trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
      const worked = await ended(tx, '2015-01-31');
      await put.involvement(tx, worked);
      await relate(tx, await ended(tx, '2015-01-31'), 'ama-lovelock', 'allocated');
      const sealed = await ended(tx, '2015-01-31');
      await seal(tx, sealed);
      await settle(tx);
      expect((await waitsFor(tx, become, 'philippa-standfast')).map(({ to }) => to)).not.toContain(
        urls.children.retention(sealed),
      );
      await becomeOwner();
      await relate(tx, sealed, 'philippa-standfast', 'named-list');
      await settle(tx);
      expect(await waitsFor(tx, become, 'philippa-standfast')).toMatchObject([
        { to: urls.children.retention(sealed) },
      ]);
    }));

  it('a restricted one with nobody on its list who may erase it waits, without a name, for whoever keeps the lists', () =>
    trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
      const sealed = await ended(tx, '2015-01-31');
      await seal(tx, sealed);
      await relate(tx, sealed, 'marguerite-oyelaran', 'named-list');
      await settle(tx);
      const head = await become('philippa-standfast');
      const [duty, ...more] = (await dutiesOf(tx, head)).filter(
        ({ standard }) => standard === 'record-retention',
      );
      expect(more).toEqual([]);
      expect([duty?.child, duty?.dueOn]).toEqual([null, '2021-02-01']);
      expect(duty && dueLink(head, duty)).toBe(urls.child.restrict(sealed));
      for (const code of ['marguerite-oyelaran', 'ama-lovelock', 'freddie-okafor-bright'])
        expect(await waitsFor(tx, become, code), code).toEqual([]);
      // Whoever may erase and has left is nobody; another head on the list sees it like every record.
      await becomeOwner();
      await relate(tx, sealed, 'philippa-standfast', 'named-list');
      await tx
        .updateTable('staff')
        .set({ active_to: '2026-01-31' })
        .where('id', '=', head.staffId)
        .execute();
      await settle(tx);
      expect(await duties(tx, 'sealed_record_kept_or_erased', sealed)).toHaveLength(1);
    }));
});

describe('a time for keeping records that is below the floor', () => {
  const short = {
    service_id: serviceId,
    time_limit_id: 'record-retention',
    number: 12,
    unit: 'months',
    reason: 'The disks are full',
    created_at: '2026-04-01T09:00:00Z',
  };
  const own = { childId: null, dueOn: '2026-04-10', to: urls.admin.timeLimits };

  it('stands on the home of whoever may agree until they have agreed or taken it away', () =>
    trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
      await become('freddie-okafor-bright');
      await tx
        .insertInto('time_limit_override')
        .values({ ...short, created_at: undefined })
        .execute();
      await becomeOwner();
      await settle(tx);
      expect(await waitsFor(tx, become, 'freddie-okafor-bright')).toEqual([]);
      expect(await waitsFor(tx, become, 'marguerite-oyelaran')).toEqual([]);
      expect(await waitsFor(tx, become, 'philippa-standfast')).toMatchObject([{ to: own.to }]);
      await tx.deleteFrom('time_limit_override').execute();
      await becomeOwner();
      await settle(tx);
      expect(await waitsFor(tx, become, 'philippa-standfast')).toEqual([]);
    }));

  it('waits also where it was set before there was a floor, and whoever set it agrees to nothing', () =>
    trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
      const administrator = await become('freddie-okafor-bright');
      await becomeOwner();
      // As it stood before: it counts, and nobody is known to have set it.
      await sql`alter table time_limit_override disable trigger user`.execute(tx);
      await tx
        .insertInto('time_limit_override')
        .values({ ...short, stands: true, created_by: administrator.staffId })
        .execute();
      await sql`alter table time_limit_override enable trigger user`.execute(tx);
      const migration = readFileSync(
        join(import.meta.dirname, '../../db/migrations/0087_keeping_is_due.sql'),
        'utf8',
      );
      await sql.raw(migration.slice(migration.indexOf('update time_limit_override'))).execute(tx);
      await settle(tx);
      expect(await waitsFor(tx, become, 'philippa-standfast')).toEqual([own]);
      await becomeOwner();
      await tx
        .updateTable('staff')
        .set({ role: 'head-of-service' })
        .where('id', '=', administrator.staffId)
        .execute();
      await become('freddie-okafor-bright');
      const agreed = tx
        .updateTable('time_limit_override')
        .set({ agreed_by: administrator.staffId })
        .execute();
      await expect(agreed).rejects.toThrow(/Somebody else agrees/);
    }));
});
