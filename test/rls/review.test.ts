import { describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild, relate } from '../support/children.ts';
import { serviceId, sharedDatabase, staffId, trialOfDuties } from '../support/database.ts';
import { makeReview } from '../support/work-rows.ts';

const database = sharedDatabase();

describe('reviews', () => {
  it('a police officer who works with the child opens a review with the event and reads none', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      await relate(tx, id, 'quentin-larkin', 'partner');
      await makeReview(tx, id, 'ama-lovelock');
      await become('quentin-larkin');
      expect(await tx.selectFrom('review').select('id').execute()).toEqual([]);
      const row = {
        service_id: serviceId,
        child_id: id,
        reason: 'change-event',
        opened_on: '2026-03-02',
        due_on: '2026-03-04',
      };
      await expect(
        tx
          .insertInto('review')
          .values({ ...row, id: newId() })
          .execute(),
      ).rejects.toThrow(/row-level security/);
    }));

  it.each([
    ['quentin-larkin', 'who works with the child', true],
    ['quentin-larkin', 'who does not', false],
    ['marguerite-oyelaran', 'who writes of any child of the service', true],
  ] as const)('%s, %s, opens the review of an event where they record events', (code, who, opens) =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const id = await makeChild(tx, { worker: 'ben-thackery' });
      if (who === 'who works with the child') await relate(tx, id, code, 'partner');
      await makeReview(tx, id);
      const event = await tx
        .selectFrom('change_event')
        .select('id')
        .where('child_id', '=', id)
        .executeTakeFirstOrThrow();
      await become(code);
      const work = tx
        .insertInto('review')
        .values({
          service_id: serviceId,
          child_id: id,
          id: newId(),
          change_event_id: event.id,
          reason: 'change-event',
          opened_on: '2026-03-02',
          due_on: '2026-03-04',
        })
        .execute();
      if (opens) await work;
      else await expect(work).rejects.toThrow(/row-level security/);
    }),
  );

  it('a worker cannot write a manager’s check, in any manager’s name', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      const review = await makeReview(tx, id, 'ama-lovelock');
      await become('ama-lovelock');
      await expect(
        tx
          .updateTable('review')
          .set({
            manager_checked_on: '2026-03-05',
            manager_checked_by: staffId('marguerite-oyelaran'),
          })
          .where('id', '=', review)
          .execute(),
      ).rejects.toThrow(/row-level security/);
    }));

  it('nobody checks the review that they held', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      const review = await makeReview(tx, id, 'marguerite-oyelaran');
      await become('marguerite-oyelaran');
      await expect(
        tx
          .updateTable('review')
          .set({
            manager_checked_on: '2026-03-05',
            manager_checked_by: staffId('marguerite-oyelaran'),
          })
          .where('id', '=', review)
          .execute(),
      ).rejects.toThrow(/check constraint/);
    }));

  it('a review that changed nothing cannot be held without saying why', () =>
    trialOfDuties(database(), async ({ tx }) => {
      const id = await makeChild(tx);
      const review = await makeReview(tx, id);
      await expect(
        tx
          .updateTable('review')
          .set({ held_on: '2026-03-03', result: 'nothing-changed', findings: 'Nothing' })
          .where('id', '=', review)
          .execute(),
      ).rejects.toThrow(/check constraint/);
    }));
});
