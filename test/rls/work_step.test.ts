import { expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild, relate } from '../support/children.ts';
import { serviceId, sharedDatabase, staffId, trial } from '../support/database.ts';
import { outsiders } from '../support/panel-rows.ts';

const database = sharedDatabase();
const lay = async (tx: Tx, restricted = false) => {
  const childId = await makeChild(tx, { worker: 'ama-lovelock', restricted });
  const id = newId();
  await tx
    .insertInto('work_step')
    .values({
      service_id: serviceId,
      id,
      child_id: childId,
      kind: 'charge',
      about_table: 'disposal',
      about_id: newId(),
      begun_on: '2026-04-01',
    })
    .execute();
  return { childId, id };
};
const seen = (tx: Tx, id: string) =>
  tx.selectFrom('work_step').select('id').where('id', '=', id).execute();
const close = (tx: Tx, id: string, by: string) =>
  tx
    .updateTable('work_step')
    .set({
      state: 'done',
      note: 'Agreed with the court team',
      closed_on: '2026-04-02',
      closed_by: staffId(by),
    })
    .where('id', '=', id)
    .executeTakeFirst();

it.each(outsiders)('%s sees nothing of what follows for a child they have no part in', (code) =>
  trial(database(), async ({ tx, become }) => {
    const { id } = await lay(tx);
    await become(code);
    expect(await seen(tx, id)).toEqual([]);
  }),
);

it('what follows for a sealed child is hidden from the service’s own staff', () =>
  trial(database(), async ({ tx, become }) => {
    const { id } = await lay(tx, true);
    for (const code of ['ama-lovelock', 'marguerite-oyelaran', 'philippa-standfast']) {
      await become(code);
      expect(await seen(tx, id)).toEqual([]);
    }
  }));

it('nobody makes a step by hand', () =>
  trial(database(), async ({ tx, become }) => {
    const { childId } = await lay(tx);
    await become('marguerite-oyelaran');
    const row = {
      service_id: serviceId,
      id: newId(),
      child_id: childId,
      kind: 'court',
      about_table: 'referral',
      about_id: newId(),
      begun_on: '2026-04-01',
    };
    await expect(tx.insertInto('work_step').values(row).execute()).rejects.toThrow(
      /permission denied/,
    );
  }));

it('nobody takes a step away', () =>
  trial(database(), async ({ tx, become }) => {
    const { id } = await lay(tx);
    await become('marguerite-oyelaran');
    await expect(tx.deleteFrom('work_step').where('id', '=', id).execute()).rejects.toThrow(
      /permission denied/,
    );
  }));

it('neither a worker of another child nor police who work with this one see to it', () =>
  trial(database(), async ({ tx, become }) => {
    const { id, childId } = await lay(tx);
    await relate(tx, childId, 'quentin-larkin', 'partner');
    for (const code of ['ben-thackery', 'quentin-larkin']) {
      await become(code);
      expect((await close(tx, id, code)).numUpdatedRows, code).toBe(0n);
    }
  }));

it('the child’s worker closes it once, and not in another’s name', () =>
  trial(database(), async ({ tx, become }) => {
    const { id } = await lay(tx);
    await become('ama-lovelock');
    expect((await close(tx, id, 'ama-lovelock')).numUpdatedRows).toBe(1n);
    expect((await close(tx, id, 'ama-lovelock')).numUpdatedRows).toBe(0n);
  }));

it('a step closed in another’s name is refused', () =>
  trial(database(), async ({ tx, become }) => {
    const { id } = await lay(tx);
    await become('ama-lovelock');
    await expect(close(tx, id, 'ben-thackery')).rejects.toThrow(/row-level security/);
  }));
