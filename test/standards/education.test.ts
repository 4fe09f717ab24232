import { describe, expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { addRow } from '../../src/record/rows.ts';
import { makeChild, relate } from '../support/children.ts';
import { serviceId, settle, sharedDatabase, staffId, trialOfDuties } from '../support/database.ts';
import { put } from '../support/duties.ts';

const database = sharedDatabase();
const here = { serviceId };
const opened_on = '2026-04-13';

const layChild = async (tx: Tx) => {
  const child_id = await makeChild(tx, { worker: 'ama-lovelock' });
  await put.involvement(tx, child_id);
  const shortfall_id = await addRow(tx, here, 'education_shortfall', {
    ...{ child_id, began_week: '2026-04-06', opened_on },
  });
  const ask = (rung: string, asked_on: string, answered_on: string | null = null) =>
    addRow(tx, here, 'education_step', {
      ...{ child_id, shortfall_id, rung, asked_on, asked_who: 'Somebody', asked_what: 'Hours' },
      ...{ answered_on, answer: answered_on && 'Some' },
    });
  return { child_id, shortfall_id, ask };
};
const owed = async (tx: Tx, child_id: string) => {
  await settle(tx);
  const rows = await tx
    .selectFrom('duty')
    .select(['standard', 'owed_by', 'owner_id', 'due_on', 'done_on'])
    .where('child_id', '=', child_id)
    .where('service_id', '=', serviceId)
    .where('standard', 'like', 'education-%')
    .where('done_on', 'is', null)
    .orderBy('due_on')
    .orderBy('standard')
    .execute();
  return rows.map(({ standard, owed_by, owner_id, due_on }) => [
    standard,
    owed_by,
    owner_id,
    due_on,
  ]);
};

describe('a child whose weeks fall short', () => {
  it('climbs from rung to rung, each due from the day on which the one before was asked', () =>
    trialOfDuties(database(), async ({ tx }) => {
      const ama = staffId('ama-lovelock');
      const { child_id, ask } = await layChild(tx);
      expect(await owed(tx, child_id)).toEqual([['education-school', 'worker', ama, '2026-04-15']]);
      await ask('school', '2026-04-15', '2026-04-16');
      expect(await owed(tx, child_id)).toEqual([
        ['education-virtual-school', 'worker', ama, '2026-04-29'],
      ]);
      await ask('virtual-school', '2026-04-29', '2026-04-30');
      expect(await owed(tx, child_id)).toEqual([['education-head', 'worker', ama, '2026-05-14']]);
      await ask('head', '2026-05-14');
      expect(await owed(tx, child_id)).toEqual([
        ['education-answer', 'head', null, '2026-05-21'],
        ['education-board', 'head', null, '2026-05-29'],
      ]);
      await ask('board', '2026-05-20', '2026-05-21');
      expect(await owed(tx, child_id)).toEqual([['education-answer', 'head', null, '2026-05-21']]);
    }));

  it('is seen to by the education worker who works with them, and by the child’s worker while that post is empty', () =>
    trialOfDuties(database(), async ({ tx }) => {
      const { child_id } = await layChild(tx);
      await relate(tx, child_id, 'tegan-bamford-ali', 'partner');
      const due = ['education-school', 'named', staffId('tegan-bamford-ali'), '2026-04-15'];
      expect(await owed(tx, child_id)).toEqual([due]);
      await tx
        .updateTable('staff')
        .set({ active_to: '2026-09-01' })
        .where('id', '=', staffId('tegan-bamford-ali'))
        .execute();
      expect(await owed(tx, child_id)).toEqual([
        ['education-school', 'worker', staffId('ama-lovelock'), '2026-04-15'],
      ]);
    }));

  it('owes nothing more once a week is whole, fewer hours are agreed, or all work is over', () =>
    trialOfDuties(database(), async ({ tx }) => {
      const { child_id, ask } = await layChild(tx);
      await ask('school', '2026-04-15');
      await tx
        .updateTable('education_shortfall')
        .set({ ended_on: '2026-04-20', end_reason: 'restored' })
        .where('child_id', '=', child_id)
        .execute();
      expect(await owed(tx, child_id)).toEqual([]);
      const other = await layChild(tx);
      await tx
        .updateTable('involvement')
        .set({ ended_on: '2026-05-01', end_reason: 'completed' })
        .where('child_id', '=', other.child_id)
        .execute();
      expect(await owed(tx, other.child_id)).toEqual([]);
    }));
});

describe('the board’s education seat', () => {
  it('is on the head of service’s list, and on nobody else’s, from the day on which it is vacant until it is filled', () =>
    trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
      await tx.deleteFrom('board_seat').execute();
      const seat = { service_id: serviceId, id: newId(), seat: 'education' };
      await tx
        .insertInto('board_seat')
        .values({ ...seat, vacant_since: '2026-04-13' })
        .execute();
      await settle(tx);
      const seen = (done: boolean) =>
        tx
          .selectFrom('duty')
          .select('due_on')
          .where('service_id', '=', serviceId)
          .where('standard', '=', 'board-seat')
          .where('done_on', done ? 'is not' : 'is', null)
          .execute();
      await become('philippa-standfast');
      expect(await seen(false)).toEqual([{ due_on: '2026-05-12' }]);
      for (const code of ['marguerite-oyelaran', 'gwendolen-osei', 'ama-lovelock']) {
        await become(code);
        expect(await seen(false), code).toEqual([]);
      }
      await becomeOwner();
      await tx
        .updateTable('board_seat')
        .set({ holder: 'Assistant director', filled_on: '2026-04-20' })
        .execute();
      await settle(tx);
      expect([await seen(false), (await seen(true)).length]).toEqual([[], 1]);
    }));
});
