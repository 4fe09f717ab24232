import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { makeChild, relate } from '../support/children.ts';
import { sharedDatabase, trial } from '../support/database.ts';

const database = sharedDatabase();

const seen = async (tx: Parameters<Parameters<typeof trial>[1]>[0]['tx'], id: string) =>
  (await tx.selectFrom('child').select('id').where('id', '=', id).execute()).length;

describe('who cannot see a child', () => {
  it('nobody sees anything without claims', () =>
    trial(database(), async ({ tx }) => {
      const id = await makeChild(tx);
      await sql`select set_config('role', 'foothold_staff', true)`.execute(tx);
      expect(await seen(tx, id)).toBe(0);
    }));

  it.each([
    'quentin-larkin',
    'rosamund-achebe',
    'tegan-bamford-ali',
    'xanthe-goodenough',
    'edith-fairlamp',
    'desmond-plumb',
  ])('%s, who is not service staff, does not see a child they have no relationship with', (code) =>
    trial(database(), async ({ tx, become }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      await become(code);
      expect(await seen(tx, id)).toBe(0);
    }),
  );

  it.each(['cleo-abacus', 'gwendolen-osei', 'freddie-okafor-bright'])(
    '%s sees no child at all, even with a relationship',
    (code) =>
      trial(database(), async ({ tx, become }) => {
        const id = await makeChild(tx);
        await relate(tx, id, code, 'partner');
        await become(code);
        expect(await seen(tx, id)).toBe(0);
      }),
  );

  it('a sealed record is hidden from its own worker and from the head of service unless they are on its list', () =>
    trial(database(), async ({ tx, become, becomeOwner }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock', restricted: true });
      await become('ama-lovelock');
      expect(await seen(tx, id)).toBe(0);
      await become('philippa-standfast');
      expect(await seen(tx, id)).toBe(0);
      await becomeOwner();
      await relate(tx, id, 'ama-lovelock', 'named-list');
      await become('ama-lovelock');
      expect(await seen(tx, id)).toBe(1);
    }));

  it('a relationship that has ended opens nothing', () =>
    trial(database(), async ({ tx, become }) => {
      const id = await makeChild(tx);
      await relate(tx, id, 'rosamund-achebe', 'partner', new Date(Date.now() - 1_800_000));
      await become('rosamund-achebe');
      expect(await seen(tx, id)).toBe(0);
    }));
});

describe('who cannot change a child', () => {
  it('a case manager does not change the record of a child they do not work with', () =>
    trial(database(), async ({ tx, become }) => {
      const id = await makeChild(tx, { worker: 'ben-thackery' });
      await become('ama-lovelock');
      const result = await tx
        .updateTable('child')
        .set({ known_as: 'Wrenny' })
        .where('id', '=', id)
        .executeTakeFirst();
      expect(result.numUpdatedRows).toBe(0n);
    }));

  it('nobody deletes a child', () =>
    trial(database(), async ({ tx, become }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      await become('marguerite-oyelaran');
      await expect(tx.deleteFrom('child').where('id', '=', id).execute()).rejects.toThrow(
        /permission denied/,
      );
    }));
});

it('the child’s own worker changes the record, and the change is kept with before and after', () =>
  trial(database(), async ({ tx, become }) => {
    const id = await makeChild(tx, { worker: 'ama-lovelock' });
    await become('ama-lovelock');
    await tx
      .updateTable('child')
      .set({ known_as: 'Wrenny' })
      .where('id', '=', id)
      .where('version', '=', 1)
      .execute();
    const change = await tx
      .selectFrom('change_log')
      .selectAll()
      .where('child_id', '=', id)
      .where('operation', '=', 'update')
      .executeTakeFirstOrThrow();
    expect(change).toMatchObject({
      table_name: 'child',
      before: { known_as: null },
      after: { known_as: 'Wrenny' },
    });
  }));
