import { describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, sharedDatabase, type Trial, trial } from '../support/database.ts';

const database = sharedDatabase();
const row = (childId: string) => ({
  service_id: serviceId,
  id: newId(),
  child_id: childId,
  description: 'Theft from shop',
});
const seen = async (tx: Trial['tx'], childId: string) =>
  (await tx.selectFrom('offence').select('id').where('child_id', '=', childId).execute()).length;

describe('who cannot see or add an offence', () => {
  it.each([
    'quentin-larkin',
    'rosamund-achebe',
    'xanthe-goodenough',
    'cleo-abacus',
    'gwendolen-osei',
    'freddie-okafor-bright',
  ])('%s, without a relationship, sees none', (code) =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      await tx.insertInto('offence').values(row(child)).execute();
      await become(code);
      expect(await seen(tx, child)).toBe(0);
    }),
  );

  it('a case manager adds none to a colleague’s child outside a referral', () =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ben-thackery' });
      await become('ama-lovelock');
      await expect(tx.insertInto('offence').values(row(child)).execute()).rejects.toThrow(
        /row-level security/,
      );
    }));

  it('the offences of a sealed child are hidden from those not on its list', () =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock', restricted: true });
      await tx.insertInto('offence').values(row(child)).execute();
      await become('ama-lovelock');
      expect(await seen(tx, child)).toBe(0);
    }));
});
