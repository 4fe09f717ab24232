import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import type { Database } from '../../src/platform/db/connect.ts';
import { addRow } from '../../src/record/rows.ts';
import { makeChild, relate } from './children.ts';
import { serviceId, trial } from './database.ts';
import { layOrder } from './orders.ts';

type Facts = {
  /** A table of facts about an order, which are added and never changed. */
  readonly table: 'court_order_event' | 'compliance_meeting' | 'early_end_look';
  /** What they are, as a sentence goes on: "does not see …". */
  readonly what: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** A column that somebody might wish to change. */
  readonly column: string;
};

/** The tests of a table of an order's facts: who sees none of them, who adds none, and that nobody changes one. */
export function onlyAdded(database: () => Database, { table, what, values, column }: Facts): void {
  const add = (tx: Tx, child_id: string, order_id: string) =>
    addRow(tx, { serviceId }, table, { child_id, order_id, ...values } as never);
  const seen = async (tx: Tx, childId: string) =>
    (await sql`select id from ${sql.table(table)} where child_id = ${childId}`.execute(tx)).rows;
  const lay = async (tx: Tx, restricted = false) => {
    const child = await makeChild(tx, { worker: 'ama-lovelock', restricted });
    const order = await layOrder(tx, child);
    await add(tx, child, order);
    return { child, order };
  };

  it.each(['rosamund-achebe', 'quentin-larkin', 'xanthe-goodenough', 'cleo-abacus'])(
    `%s, who has no part in the child’s life, does not see ${what}`,
    (code) =>
      trial(database(), async ({ tx, become }) => {
        const { child } = await lay(tx);
        await become(code);
        expect(await seen(tx, child)).toEqual([]);
      }),
  );

  it(`of a sealed child, ${what} is hidden from the service’s own staff`, () =>
    trial(database(), async ({ tx, become }) => {
      const { child } = await lay(tx, true);
      for (const code of ['ama-lovelock', 'marguerite-oyelaran', 'philippa-standfast']) {
        await become(code);
        expect(await seen(tx, child)).toEqual([]);
      }
    }));

  it.each(['quentin-larkin', 'ursula-peaceful'])(
    '%s, who works with the child, adds none',
    (code) =>
      trial(database(), async ({ tx, become }) => {
        const { child, order } = await lay(tx);
        await relate(tx, child, code, 'partner');
        await become(code);
        expect(await seen(tx, child)).toHaveLength(1);
        await expect(add(tx, child, order)).rejects.toThrow(/row-level security/);
      }),
  );

  it.each(['ama-lovelock', 'marguerite-oyelaran'])(
    `%s adds ${what}, and changes none of it`,
    (code) =>
      trial(database(), async ({ tx, become }) => {
        const { child, order } = await lay(tx);
        await become(code);
        await add(tx, child, order);
        expect(await seen(tx, child)).toHaveLength(2);
        await expect(
          sql`update ${sql.table(table)} set ${sql.ref(column)} = 'Changed'`.execute(tx),
        ).rejects.toThrow(/permission denied/);
      }),
  );
}
