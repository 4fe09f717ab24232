import { describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, sharedDatabase, type Trial, trial } from '../support/database.ts';

const database = sharedDatabase();

async function makeReferral(tx: Trial['tx'], childId: string): Promise<string> {
  const id = newId();
  await tx.insertInto('referral').values(referralRow(id, childId)).execute();
  return id;
}
const referralRow = (id: string, childId: string, state = 'received') => ({
  service_id: serviceId,
  id,
  child_id: childId,
  source: 'police-list',
  agency: 'police',
  referred_on: '2026-01-05',
  received_on: '2026-01-06',
  state,
});
const seen = async (tx: Trial['tx'], id: string) =>
  (await tx.selectFrom('referral').select('id').where('id', '=', id).execute()).length;

describe('who cannot see a referral', () => {
  it.each([
    'quentin-larkin',
    'tegan-bamford-ali',
    'xanthe-goodenough',
    'edith-fairlamp',
    'desmond-plumb',
  ])('%s does not see the referral of a child they have no relationship with', (code) =>
    trial(database(), async ({ tx, become }) => {
      const id = await makeReferral(tx, await makeChild(tx));
      await become(code);
      expect(await seen(tx, id)).toBe(0);
    }),
  );

  it.each(['cleo-abacus', 'gwendolen-osei', 'freddie-okafor-bright'])(
    '%s sees no referral',
    (code) =>
      trial(database(), async ({ tx, become }) => {
        const id = await makeReferral(tx, await makeChild(tx));
        await become(code);
        expect(await seen(tx, id)).toBe(0);
      }),
  );

  it('a sealed child’s referral is hidden from manager, head and inbox alike', () =>
    trial(database(), async ({ tx, become }) => {
      const id = await makeReferral(tx, await makeChild(tx, { restricted: true }));
      for (const code of ['marguerite-oyelaran', 'philippa-standfast', 'annie-twelvetrees']) {
        await become(code);
        expect(await seen(tx, id)).toBe(0);
      }
    }));
});

describe('who cannot log or change a referral', () => {
  it.each(['quentin-larkin', 'ursula-peaceful', 'philippa-standfast', 'edith-fairlamp'])(
    '%s logs none',
    (code) =>
      trial(database(), async ({ tx, become }) => {
        const child = await makeChild(tx, { worker: 'ama-lovelock' });
        await become(code);
        await expect(
          tx.insertInto('referral').values(referralRow(newId(), child)).execute(),
        ).rejects.toThrow(/row-level security/);
      }),
  );

  it('a case manager logs one for a child of the service, but only as newly received', () =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ben-thackery' });
      await become('ama-lovelock');
      await tx.insertInto('referral').values(referralRow(newId(), child)).execute();
      await expect(
        tx
          .insertInto('referral')
          .values({ ...referralRow(newId(), child, 'allocated'), triaged_on: '2026-01-06' })
          .execute(),
      ).rejects.toThrow(/row-level security/);
    }));

  it('a case manager does not triage the referral of a colleague’s child', () =>
    trial(database(), async ({ tx, become }) => {
      const id = await makeReferral(tx, await makeChild(tx, { worker: 'ben-thackery' }));
      await become('ama-lovelock');
      const result = await tx
        .updateTable('referral')
        .set({ state: 'closed' })
        .where('id', '=', id)
        .executeTakeFirst();
      expect(result.numUpdatedRows).toBe(0n);
    }));

  it('nobody deletes a referral or moves it to another child', () =>
    trial(database(), async ({ tx, become }) => {
      await makeReferral(tx, await makeChild(tx));
      await become('marguerite-oyelaran');
      await expect(tx.deleteFrom('referral').execute()).rejects.toThrow(/permission denied/);
    }));
});
