import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild, relate } from '../support/children.ts';
import { serviceId, sharedDatabase, type Trial, trial } from '../support/database.ts';

const database = sharedDatabase();
type Tx = Trial['tx'];

const add = (tx: Tx, childId: string) =>
  tx
    .insertInto('oversight_entry')
    .values({
      service_id: serviceId,
      id: newId(),
      child_id: childId,
      kind: 'supervision',
      text: 'Words',
      entered_on: '2026-03-02',
    })
    .execute();
const seen = async (tx: Tx, id: string) =>
  (await tx.selectFrom('oversight_entry').select('id').where('child_id', '=', id).execute()).length;

describe('who cannot see a manager’s entry', () => {
  it.each([
    'quentin-larkin',
    'tegan-bamford-ali',
    'winston-appleby',
    'ursula-peaceful',
    'xanthe-goodenough',
    'annie-twelvetrees',
    'cleo-abacus',
  ])('%s does not, even of a child they work with', (code) =>
    trial(database(), async ({ tx, become }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      await relate(tx, id, code, 'partner');
      await add(tx, id);
      await become(code);
      expect(await seen(tx, id)).toBe(0);
    }),
  );

  it('nobody off the named list sees the entries of a sealed record', () =>
    trial(database(), async ({ tx, become }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock', restricted: true });
      await add(tx, id);
      for (const code of ['ama-lovelock', 'marguerite-oyelaran', 'philippa-standfast']) {
        await become(code);
        expect(await seen(tx, id), code).toBe(0);
      }
    }));
});

describe('who cannot write one', () => {
  it.each(['ama-lovelock', 'annie-twelvetrees', 'rosamund-achebe', 'edith-fairlamp'])(
    '%s may not',
    (code) =>
      trial(database(), async ({ tx, become }) => {
        const id = await makeChild(tx, { worker: 'ama-lovelock' });
        await relate(tx, id, code, 'co-worker');
        await become(code);
        await expect(add(tx, id)).rejects.toThrow(/row-level/);
      }),
  );

  it('a manager may not write on a sealed record that is closed to them', () =>
    trial(database(), async ({ tx, become }) => {
      const id = await makeChild(tx, { restricted: true });
      await become('marguerite-oyelaran');
      await expect(add(tx, id)).rejects.toThrow(/row-level/);
    }));

  it('no entry is changed or deleted, not by its own author', () =>
    trial(database(), async ({ tx, become }) => {
      const id = await makeChild(tx);
      await become('marguerite-oyelaran');
      await add(tx, id);
      for (const change of [
        sql`update oversight_entry set text = 'Other' where child_id = ${id}`,
        sql`delete from oversight_entry where child_id = ${id}`,
      ]) {
        await sql`savepoint before`.execute(tx);
        await expect(change.execute(tx)).rejects.toThrow(/permission denied/);
        await sql`rollback to savepoint before`.execute(tx);
      }
    }));
});
