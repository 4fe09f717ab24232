import { describe, expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, sharedDatabase, staffId, trialOfDuties } from '../support/database.ts';
import { duties, put } from '../support/duties.ts';

// After Wednesday 1 April 2026 the working days are 2, 7, 8, 9, 10, 13, 14, 15, 16, 17 April (Easter).
const database = sharedDatabase();
const open = { done: null, stopped: null };

async function putPlan(tx: Tx, childId: string) {
  const own = { service_id: serviceId, child_id: childId };
  const [plan, goal] = [newId(), newId()];
  await tx
    .insertInto('plan')
    .values({
      ...own,
      id: plan,
      status: 'agreed',
      started_on: '2026-04-02',
      agreed_on: '2026-04-08',
      review_on: '2026-07-08',
    })
    .execute();
  const line = { ...own, plan_id: plan, kind: 'step', who: 'Wren', parent_id: goal };
  const [early, late] = [newId(), newId()];
  await tx
    .insertInto('plan_line')
    .values({ ...own, id: goal, plan_id: plan, kind: 'goal', text: 'Be home in time' })
    .execute();
  await tx
    .insertInto('plan_line')
    .values([
      { ...line, id: late, text: 'Show it to mum', by_on: '2026-05-01' },
      { ...line, id: early, text: 'Write the times down', by_on: '2026-04-20' },
    ])
    .execute();
  const settle = (id: string, status: string) =>
    tx
      .updateTable('plan_line')
      .set({ status, status_on: '2026-04-19' })
      .where('id', '=', id)
      .execute();
  return { early, late, settle };
}

describe('a step of a plan', () => {
  it('is due by its day, the next of each plan, until it is done, changed or stopped', () =>
    trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      const { early, late, settle } = await putPlan(tx, id);
      const due = async () => {
        await become('ama-lovelock');
        const found = await duties(tx, 'plan_step_done', id);
        await becomeOwner();
        return found;
      };
      expect(await due()).toEqual([{ due: '2026-04-20', ...open }]);
      await settle(early, 'done');
      expect(await due()).toEqual([
        { due: '2026-04-20', done: '2026-04-19', stopped: null },
        { due: '2026-05-01', ...open },
      ]);
      await settle(late, 'stopped');
      expect(await due()).toEqual([{ due: '2026-04-20', done: '2026-04-19', stopped: null }]);
    }));
});

describe('the work of an outcome', () => {
  it.each([
    ['outcome-22', {}, '2026-06-24'],
    ['outcome-23', { given_on: '2026-04-08' }, '2026-07-29'],
    ['youth-conditional-caution', { given_on: '2026-04-08' }, '2026-07-29'],
    ['youth-conditional-caution', { given_on: '2026-04-08', due_by: '2026-06-01' }, '2026-06-01'],
  ])('%s %j is finished by %s, unless it was ended before', (outcome, more, day) =>
    trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      const disposal = await put.disposal(tx, id, { outcome, ...more });
      await become('ama-lovelock');
      expect(await duties(tx, 'outcome_finished', id)).toEqual([{ due: day, ...open }]);
      await becomeOwner();
      await tx
        .updateTable('disposal')
        .set({ completed_on: '2026-05-20', completion: 'completed' })
        .where('id', '=', disposal)
        .execute();
      await become('ama-lovelock');
      expect((await duties(tx, 'outcome_finished', id))[0]?.done).toBe('2026-05-20');
    }),
  );

  it('nobody owes the end of an outcome that sets no time', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      await put.disposal(tx, id, { outcome: 'youth-caution', given_on: '2026-04-08' });
      await become('ama-lovelock');
      expect(await duties(tx, 'outcome_finished', id)).toEqual([]);
    }));
});

describe('what a person harmed has a right to', () => {
  it.each([
    ['a grown person', false, ['2026-04-07', '2026-04-10', '2026-04-17', '2026-04-17']],
    ['a child', true, ['2026-04-02', '2026-04-07', '2026-04-17', '2026-04-17']],
  ])('%s is told, offered support and asked in time', (_who, isChild, days) =>
    trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      const line = newId();
      const own = { service_id: serviceId, child_id: id };
      await tx
        .insertInto('victim_involvement')
        .values({ ...own, id: line, label: 'Victim A', details_received_on: '2026-04-01' })
        .execute();
      await tx
        .insertInto('victim')
        .values({
          ...own,
          id: newId(),
          victim_involvement_id: line,
          name: 'Invented',
          is_child: isChild,
        })
        .execute();
      await become('ursula-peaceful');
      expect(await duties(tx, 'victim_right_given', id)).toEqual(
        days.map((due) => ({ due, ...open })),
      );
      await becomeOwner();
      const given = { ...own, victim_involvement_id: line, created_by: staffId('ursula-peaceful') };
      await tx
        .insertInto('victim_right')
        .values([
          { ...given, id: newId(), code: 'information', done_on: '2026-04-02' },
          { ...given, id: newId(), code: 'support', not_done_reason: 'They wish for none' },
        ])
        .execute();
      await become('ursula-peaceful');
      const left = await duties(tx, 'victim_right_given', id);
      expect(left.filter(({ done, stopped }) => !done && !stopped)).toHaveLength(2);
      const seen = tx.selectFrom('duty').select('what').where('child_id', '=', id);
      const rights = seen.where('standard_view', '=', 'due_victim_right_given');
      expect(await rights.execute()).toHaveLength(3);
      await become('ama-lovelock');
      expect(await rights.execute()).toEqual([]);
    }),
  );
});
