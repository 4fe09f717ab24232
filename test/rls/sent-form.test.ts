import { expect, it } from 'vitest';
import { takeForm } from '../../src/platform/http/sent-once.ts';
import { sharedDatabase, staffId, trial } from '../support/database.ts';

const database = sharedDatabase();
const now = new Date('2026-11-03T14:02:00Z');
const sent = {
  token: 'one',
  path: '/children/1/contacts/new',
  digest: 'of what it held',
  holdsOff: true,
  hasVersion: false,
};

it.each(['ben-thackery', 'marguerite-oyelaran', 'philippa-standfast', 'freddie-okafor-bright'])(
  '%s does not see which forms somebody else has saved, and is not held off by them',
  (code) =>
    trial(database(), async ({ tx, become }) => {
      await takeForm(tx, await become('ama-lovelock'), sent, now);
      const other = await become(code);
      expect(await tx.selectFrom('sent_form').select('path').execute()).toEqual([]);
      expect((await tx.deleteFrom('sent_form').executeTakeFirst()).numDeletedRows).toBe(0n);
      expect(await takeForm(tx, other, sent, now)).toBe('one');
    }),
);

it('nobody says of somebody else that they saved a form', () =>
  trial(database(), async ({ tx, become }) => {
    const ama = await become('ama-lovelock');
    await expect(
      takeForm(tx, { ...ama, staffId: staffId('ben-thackery') }, sent, now),
    ).rejects.toThrow(/row-level security/);
  }));

it('what a form held and when it was saved cannot be changed afterwards', () =>
  trial(database(), async ({ tx, become }) => {
    await takeForm(tx, await become('ama-lovelock'), sent, now);
    await expect(
      tx.updateTable('sent_form').set({ digest: 'of something else' }).execute(),
    ).rejects.toThrow(/permission denied/);
  }));
