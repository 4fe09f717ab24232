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
    .insertInto('change_proposed')
    .values({
      service_id: serviceId,
      id,
      child_id: childId,
      type: 'sofa-surfing',
      about_table: 'child_address',
      about_id: newId(),
      noticed_on: '2026-04-01',
    })
    .execute();
  return { childId, id };
};
const seen = (tx: Tx, id: string) =>
  tx.selectFrom('change_proposed').select('id').where('id', '=', id).execute();
const answer = (tx: Tx, id: string, by: string) =>
  tx
    .updateTable('change_proposed')
    .set({
      answer: 'not-needed',
      answer_reason: 'Known',
      answered_on: '2026-04-02',
      answered_by: staffId(by),
    })
    .where('id', '=', id)
    .executeTakeFirst();

it.each(outsiders)('%s sees nothing that is proposed for a child they have no part in', (code) =>
  trial(database(), async ({ tx, become }) => {
    const { id } = await lay(tx);
    await become(code);
    expect(await seen(tx, id)).toEqual([]);
  }),
);

it('what is proposed for a sealed child is hidden from the service’s own staff', () =>
  trial(database(), async ({ tx, become }) => {
    const { id } = await lay(tx, true);
    for (const code of ['ama-lovelock', 'marguerite-oyelaran', 'philippa-standfast']) {
      await become(code);
      expect(await seen(tx, id)).toEqual([]);
    }
  }));

it('nobody proposes a change by hand', () =>
  trial(database(), async ({ tx, become }) => {
    const { childId } = await lay(tx);
    await become('marguerite-oyelaran');
    const row = {
      service_id: serviceId,
      id: newId(),
      child_id: childId,
      about_table: 'warning',
      about_id: newId(),
      noticed_on: '2026-04-01',
    };
    await expect(tx.insertInto('change_proposed').values(row).execute()).rejects.toThrow(
      /permission denied/,
    );
  }));

it('nobody takes a proposal away', () =>
  trial(database(), async ({ tx, become }) => {
    const { id } = await lay(tx);
    await become('marguerite-oyelaran');
    await expect(tx.deleteFrom('change_proposed').where('id', '=', id).execute()).rejects.toThrow(
      /permission denied/,
    );
  }));

it('neither a worker of another child nor police who work with this one answer it', () =>
  trial(database(), async ({ tx, become }) => {
    const { id, childId } = await lay(tx);
    await relate(tx, childId, 'quentin-larkin', 'partner');
    for (const code of ['ben-thackery', 'quentin-larkin']) {
      await become(code);
      expect((await answer(tx, id, code)).numUpdatedRows, code).toBe(0n);
    }
  }));

it('the child’s worker answers it once, and not in another’s name', () =>
  trial(database(), async ({ tx, become }) => {
    const { id } = await lay(tx);
    await become('ama-lovelock');
    expect((await answer(tx, id, 'ama-lovelock')).numUpdatedRows).toBe(1n);
    expect((await answer(tx, id, 'ama-lovelock')).numUpdatedRows).toBe(0n);
  }));

it('an answer in another’s name is refused', () =>
  trial(database(), async ({ tx, become }) => {
    const { id } = await lay(tx);
    await become('ama-lovelock');
    await expect(answer(tx, id, 'ben-thackery')).rejects.toThrow(/row-level security/);
  }));
