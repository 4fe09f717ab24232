import { expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild, relate } from '../support/children.ts';
import { serviceId, sharedDatabase, trial } from '../support/database.ts';
import { layOrder } from '../support/orders.ts';

const database = sharedDatabase();
const lookOf = (childId: string, orderId: string) => ({
  service_id: serviceId,
  id: newId(),
  child_id: childId,
  order_id: orderId,
  looked_on: '2026-09-20',
  asks: true,
  why: 'All sessions are kept',
});
const add = (tx: Tx, childId: string, orderId: string) =>
  tx.insertInto('early_end_look').values(lookOf(childId, orderId)).execute();
const seen = (tx: Tx, childId: string) =>
  tx.selectFrom('early_end_look').select('id').where('child_id', '=', childId).execute();

async function lay(tx: Tx, restricted = false) {
  const child = await makeChild(tx, { worker: 'ama-lovelock', restricted });
  const order = await layOrder(tx, child);
  await add(tx, child, order);
  return { child, order };
}

it.each(['rosamund-achebe', 'quentin-larkin', 'xanthe-goodenough', 'cleo-abacus'])(
  '%s, who has no part in the child’s life, does not see whether it may end early',
  (code) =>
    trial(database(), async ({ tx, become }) => {
      const { child } = await lay(tx);
      await become(code);
      expect(await seen(tx, child)).toEqual([]);
    }),
);

it('what was looked at of a sealed child’s order is hidden from the service’s own staff', () =>
  trial(database(), async ({ tx, become }) => {
    const { child } = await lay(tx, true);
    for (const code of ['ama-lovelock', 'marguerite-oyelaran', 'philippa-standfast']) {
      await become(code);
      expect(await seen(tx, child)).toEqual([]);
    }
  }));

it.each(['quentin-larkin', 'ursula-peaceful'])('%s, who works with the child, adds none', (code) =>
  trial(database(), async ({ tx, become }) => {
    const { child, order } = await lay(tx);
    await relate(tx, child, code, 'partner');
    await become(code);
    expect(await seen(tx, child)).toHaveLength(1);
    await expect(add(tx, child, order)).rejects.toThrow(/row-level security/);
  }),
);

it.each(['ama-lovelock', 'marguerite-oyelaran'])('%s adds a look and changes none', (code) =>
  trial(database(), async ({ tx, become }) => {
    const { child, order } = await lay(tx);
    await become(code);
    await add(tx, child, order);
    expect(await seen(tx, child)).toHaveLength(2);
    await expect(
      tx.updateTable('early_end_look').set({ why: 'Changed' }).execute(),
    ).rejects.toThrow(/permission denied/);
  }),
);
