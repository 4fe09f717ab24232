import { describe, expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { serviceId, sharedDatabase, trial } from '../support/database.ts';

const database = sharedDatabase();
const family = (service_id = serviceId) => ({
  service_id,
  id: newId(),
  name: 'Invented family',
  members: ['311', '301'],
  why: 'Invented',
});
const seen = (tx: Tx) => tx.selectFrom('area_family').select('id').execute();

async function otherService(tx: Tx): Promise<string> {
  const id = newId();
  await tx
    .insertInto('service')
    .values({ id, code: 'elsewhere', name: 'Elsewhere', nation: 'england' })
    .execute();
  return id;
}

describe('area_family: a service’s own list of areas', () => {
  it('nobody of another service sees, changes or removes it, or adds one there', () =>
    trial(database(), async ({ tx, become }) => {
      const elsewhere = await otherService(tx);
      await tx.insertInto('area_family').values(family(elsewhere)).execute();
      await become('cleo-abacus');
      expect(await seen(tx)).toEqual([]);
      const changed = await tx.updateTable('area_family').set({ why: 'x' }).executeTakeFirst();
      const dropped = await tx.deleteFrom('area_family').executeTakeFirst();
      expect([changed.numUpdatedRows, dropped.numDeletedRows]).toEqual([0n, 0n]);
      await expect(
        tx.insertInto('area_family').values(family(elsewhere)).execute(),
      ).rejects.toThrow(/row-level security/);
    }));

  it.each(['ama-lovelock', 'quentin-larkin', 'xanthe-goodenough', 'annie-twelvetrees'])(
    '%s, who reads no statistics, does not see it',
    (code) =>
      trial(database(), async ({ tx, become }) => {
        await tx.insertInto('area_family').values(family()).execute();
        await become(code);
        expect(await seen(tx)).toEqual([]);
      }),
  );

  it.each(['gwendolen-osei', 'desmond-plumb', 'edith-fairlamp'])(
    '%s sees it and changes nothing',
    (code) =>
      trial(database(), async ({ tx, become }) => {
        await tx.insertInto('area_family').values(family()).execute();
        await become(code);
        expect((await seen(tx)).length).toBe(1);
        const dropped = await tx.deleteFrom('area_family').executeTakeFirst();
        expect(dropped.numDeletedRows).toBe(0n);
        await expect(
          tx
            .insertInto('area_family')
            .values({ ...family(), name: 'Another' })
            .execute(),
        ).rejects.toThrow(/row-level security/);
      }),
  );

  it.each(['cleo-abacus', 'marguerite-oyelaran', 'philippa-standfast'])(
    '%s adds, changes and removes it, and the history keeps each step',
    (code) =>
      trial(database(), async ({ tx, become, becomeOwner }) => {
        await become(code);
        const row = family();
        await tx.insertInto('area_family').values(row).execute();
        await tx
          .updateTable('area_family')
          .set({ members: ['311'] })
          .where('id', '=', row.id)
          .execute();
        await tx.deleteFrom('area_family').where('id', '=', row.id).execute();
        await becomeOwner();
        const kept = await tx
          .selectFrom('change_log')
          .select(['operation', 'before'])
          .where('service_id', '=', serviceId)
          .where('table_name', '=', 'area_family')
          .where('row_id', '=', row.id)
          .orderBy('changed_at')
          .execute();
        expect(kept.map(({ operation }) => operation)).toEqual(['insert', 'update', 'delete']);
        expect(kept[1]?.before).toEqual({ members: ['311', '301'] });
      }),
  );

  it('an empty list is refused', () =>
    trial(database(), async ({ tx }) => {
      await expect(
        tx
          .insertInto('area_family')
          .values({ ...family(), members: [] })
          .execute(),
      ).rejects.toThrow(/area_family_members_check/);
    }));
});
