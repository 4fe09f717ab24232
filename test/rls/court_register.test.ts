import { describe, expect, it } from 'vitest';
import { britishDay } from '../../src/domain/calendar/british-time.ts';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild } from '../support/children.ts';
import { makeRegister } from '../support/court-registers.ts';
import { serviceId, sharedDatabase, trial } from '../support/database.ts';

const database = sharedDatabase();
const today = britishDay(new Date());

const seen = async (tx: Tx) => ({
  registers: (await tx.selectFrom('court_register').select('id').execute()).length,
  entries: (await tx.selectFrom('register_entry').select('id').execute()).length,
});

const hearingOf = (tx: Tx, childId: string) =>
  tx
    .insertInto('hearing')
    .values({
      service_id: serviceId,
      id: newId(),
      child_id: childId,
      court: 'Eastmarsh Youth Court',
      listed_on: today,
      kind: 'first',
    })
    .execute();

describe('who cannot see or change a register', () => {
  it.each([
    'ama-lovelock',
    'quentin-larkin',
    'ursula-peaceful',
    'xanthe-goodenough',
    'cleo-abacus',
    'edith-fairlamp',
    'gwendolen-osei',
    'freddie-okafor-bright',
  ])(
    '%s, who neither goes to court for others nor receives referrals, sees and erases none',
    (code) =>
      trial(database(), async ({ tx, become, becomeOwner }) => {
        await makeRegister(tx);
        await become(code);
        expect(await seen(tx)).toEqual({ registers: 0, entries: 0 });
        await tx.deleteFrom('register_entry').execute();
        await becomeOwner();
        expect((await seen(tx)).entries).toBeGreaterThan(0);
      }),
  );

  it('a head of service sees it, decides nothing and brings none in', () =>
    trial(database(), async ({ tx, become }) => {
      const { register, entry } = await makeRegister(tx);
      await become('philippa-standfast');
      expect((await seen(tx)).entries).toBeGreaterThan(0);
      const decided = await tx
        .updateTable('register_entry')
        .set({ state: 'not-ours', note: 'x' })
        .where('id', '=', entry)
        .executeTakeFirst();
      expect(decided.numUpdatedRows).toBe(0n);
      const renamed = await tx
        .updateTable('court_register')
        .set({ file_name: 'another' })
        .where('id', '=', register)
        .executeTakeFirst();
      expect(renamed.numUpdatedRows).toBe(0n);
      await expect(
        tx
          .insertInto('court_register')
          .values({ service_id: serviceId, id: newId(), file_name: 'x', file_hash: 'y' })
          .execute(),
      ).rejects.toThrow(/row-level security/);
    }));

  it('an entry of a child whose record is sealed is seen by nobody who is not on its list', () =>
    trial(database(), async ({ tx, become }) => {
      const { entry } = await makeRegister(tx);
      const child_id = await makeChild(tx, { worker: 'ama-lovelock', restricted: true });
      await tx.updateTable('register_entry').set({ child_id }).where('id', '=', entry).execute();
      await become('odile-farthingale');
      expect(
        await tx.selectFrom('register_entry').select('id').where('id', '=', entry).execute(),
      ).toEqual([]);
    }));

  it('a register itself is erased by nobody', () =>
    trial(database(), async ({ tx, become }) => {
      await makeRegister(tx);
      await become('odile-farthingale');
      await expect(tx.deleteFrom('court_register').execute()).rejects.toThrow(/permission denied/);
    }));
});

describe('what a court officer writes of children with whom they do not work', () => {
  it('a hearing, which is what a register says', () =>
    trial(database(), async ({ tx, become }) => {
      const childId = await makeChild(tx, { worker: 'ama-lovelock' });
      await become('odile-farthingale');
      await hearingOf(tx, childId);
    }));

  it('no hearing of a sealed child', () =>
    trial(database(), async ({ tx, become }) => {
      const childId = await makeChild(tx, { worker: 'ama-lovelock', restricted: true });
      await become('odile-farthingale');
      await expect(hearingOf(tx, childId)).rejects.toThrow(/row-level security/);
    }));

  it('nothing of a hearing that is recorded already', () =>
    trial(database(), async ({ tx, become }) => {
      const childId = await makeChild(tx, { worker: 'ama-lovelock' });
      await hearingOf(tx, childId);
      const ofChild = () => tx.updateTable('hearing').where('child_id', '=', childId);
      await ofChild().set({ state: 'held', recorded_on: today }).execute();
      await become('odile-farthingale');
      const changed = await ofChild().set({ note: 'Otherwise' }).executeTakeFirst();
      expect(changed.numUpdatedRows).toBe(0n);
    }));
});
