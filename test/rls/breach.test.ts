import { describe, expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild, relate } from '../support/children.ts';
import { serviceId, sharedDatabase, staffId, trial } from '../support/database.ts';
import { layOrder } from '../support/orders.ts';

const database = sharedDatabase();
const ama = staffId('ama-lovelock');
const marguerite = staffId('marguerite-oyelaran');

const breachOf = (childId: string, orderId: string, more: object = {}) => ({
  service_id: serviceId,
  id: newId(),
  child_id: childId,
  order_id: orderId,
  goes_to: 'court',
  relied_on: [newId()],
  reasons: 'Three failures',
  tried: 'Lifts and reminders',
  proposed_on: '2026-09-20',
  proposed_by: ama,
  ...more,
});
async function lay(tx: Tx, { restricted = false, more = {} } = {}) {
  const child = await makeChild(tx, { worker: 'ama-lovelock', restricted });
  const order = await layOrder(tx, child);
  const breach = breachOf(child, order, more);
  await tx.insertInto('breach').values(breach).execute();
  return { child, order, breach: breach.id };
}
const seen = (tx: Tx, childId: string) =>
  tx.selectFrom('breach').select('id').where('child_id', '=', childId).execute();
const change = (tx: Tx, id: string, to: object) =>
  tx.updateTable('breach').set(to).where('id', '=', id).executeTakeFirstOrThrow();
const changed = async (tx: Tx, id: string, to: object) =>
  Number((await change(tx, id, to)).numUpdatedRows);
const approved = (by: string) => ({
  status: 'approved',
  approved_on: '2026-09-21',
  approved_by: by,
});

describe('breach: who cannot see it', () => {
  it.each(['rosamund-achebe', 'quentin-larkin', 'xanthe-goodenough', 'cleo-abacus'])(
    '%s, who has no part in the child’s life',
    (code) =>
      trial(database(), async ({ tx, become }) => {
        const { child } = await lay(tx);
        await become(code);
        expect(await seen(tx, child)).toEqual([]);
      }),
  );

  it('nobody but the named list when the record is sealed', () =>
    trial(database(), async ({ tx, become }) => {
      const { child } = await lay(tx, { restricted: true });
      for (const code of ['ama-lovelock', 'marguerite-oyelaran', 'philippa-standfast']) {
        await become(code);
        expect(await seen(tx, child)).toEqual([]);
      }
    }));
});

describe('breach: who cannot change it', () => {
  it.each(['quentin-larkin', 'ursula-peaceful'])(
    '%s, who works with the child, adds none and changes none',
    (code) =>
      trial(database(), async ({ tx, become }) => {
        const { child, order, breach } = await lay(tx);
        await relate(tx, child, code, 'partner');
        await become(code);
        expect(await seen(tx, child)).toHaveLength(1);
        expect(await changed(tx, breach, { reasons: 'Other' })).toBe(0);
        await expect(
          tx
            .insertInto('breach')
            .values(breachOf(child, order, { proposed_by: staffId(code) }))
            .execute(),
        ).rejects.toThrow(/row-level security/);
      }),
  );

  it('a worker proposes, in their own name, and approves nothing', () =>
    trial(database(), async ({ tx, become }) => {
      const { child, order, breach } = await lay(tx);
      await become('ama-lovelock');
      await tx.insertInto('breach').values(breachOf(child, order)).execute();
      await expect(change(tx, breach, approved(marguerite))).rejects.toThrow(/own name/);
    }));

  it('a worker adds none that is approved already, and none in another’s name', () =>
    trial(database(), async ({ tx, become }) => {
      const { child, order } = await lay(tx);
      await become('ama-lovelock');
      await expect(
        tx
          .insertInto('breach')
          .values(breachOf(child, order, approved(marguerite)))
          .execute(),
      ).rejects.toThrow(/row-level security/);
    }));

  it('a worker neither withdraws one nor sends it back to themselves', () =>
    trial(database(), async ({ tx, become }) => {
      const { breach } = await lay(tx);
      await become('ama-lovelock');
      await expect(
        change(tx, breach, { status: 'returned', returned_on: '2026-09-21' }),
      ).rejects.toThrow(/by a manager/);
    }));

  it('a manager approves none that they proposed', () =>
    trial(database(), async ({ tx, become }) => {
      const { breach } = await lay(tx, { more: { proposed_by: marguerite } });
      await become('marguerite-oyelaran');
      await expect(change(tx, breach, approved(marguerite))).rejects.toThrow(/check constraint/);
    }));

  it('a manager approves in no other name', () =>
    trial(database(), async ({ tx, become }) => {
      const { breach } = await lay(tx);
      await become('marguerite-oyelaran');
      await expect(change(tx, breach, approved(staffId('philippa-standfast')))).rejects.toThrow(
        /own name/,
      );
    }));
});

describe('breach: who can', () => {
  it('a manager approves what a worker proposed, and the worker says what came of it', () =>
    trial(database(), async ({ tx, become }) => {
      const { breach } = await lay(tx);
      await become('marguerite-oyelaran');
      expect(await changed(tx, breach, approved(marguerite))).toBe(1);
      await become('ama-lovelock');
      expect(await changed(tx, breach, { status: 'sent', sent_on: '2026-09-25' })).toBe(1);
    }));
});
