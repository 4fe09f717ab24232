import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, sharedDatabase, trial } from '../support/database.ts';

const database = sharedDatabase();
const others = ['ama-lovelock', 'marguerite-oyelaran', 'freddie-okafor-bright', 'desmond-plumb'];

it.each(others)('%s seals no record, lifts no seal and does not know that there is one', (code) =>
  trial(database(), async ({ tx, become }) => {
    const sealed = await makeChild(tx, { worker: 'ama-lovelock', restricted: true });
    const open = await makeChild(tx, { worker: 'ama-lovelock' });
    await become(code);
    const lifted = await tx
      .updateTable('restricted_record')
      .set({ ended_on: '2026-02-01' })
      .where('child_id', '=', sealed)
      .executeTakeFirst();
    expect(lifted.numUpdatedRows).toBe(0n);
    expect(await tx.selectFrom('restricted_record').select('id').execute()).toEqual([]);
    expect((await sql`select * from sealed_numbers()`.execute(tx)).rows).toEqual([]);
    await expect(
      tx
        .insertInto('restricted_record')
        .values({
          service_id: serviceId,
          id: newId(),
          child_id: open,
          reason: 'other',
          detail: 'Invented',
          starts_on: '2026-01-01',
        })
        .execute(),
    ).rejects.toThrow(/row-level security/);
  }),
);

it('the head of service knows a sealed record by its number and no more', () =>
  trial(database(), async ({ tx, become }) => {
    const sealed = await makeChild(tx, { restricted: true });
    await become('philippa-standfast');
    const { rows } = await sql<{ child_id: string }>`select * from sealed_numbers()`.execute(tx);
    expect(rows.map(({ child_id }) => child_id)).toContain(sealed);
    expect(await tx.selectFrom('child').select('id').where('id', '=', sealed).execute()).toEqual(
      [],
    );
  }));

it('nobody deletes a seal: that there was one stays known', () =>
  trial(database(), async ({ tx, become }) => {
    await become('philippa-standfast');
    await expect(tx.deleteFrom('restricted_record').execute()).rejects.toThrow(/permission denied/);
  }));
