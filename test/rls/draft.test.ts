import { expect, it } from 'vitest';
import { saveDraft } from '../../src/platform/db/drafts.ts';
import { sharedDatabase, staffId, trial } from '../support/database.ts';

const database = sharedDatabase();

it.each(['ben-thackery', 'marguerite-oyelaran', 'philippa-standfast', 'freddie-okafor-bright'])(
  '%s does not see what somebody else is still typing',
  (code) =>
    trial(database(), async ({ tx, become }) => {
      const ama = await become('ama-lovelock');
      await saveDraft(tx, ama, 'contact-1', 'notes', 'Half a sentence');
      await become(code);
      expect(await tx.selectFrom('draft').select('value').execute()).toEqual([]);
      const dropped = await tx.deleteFrom('draft').executeTakeFirst();
      expect(dropped.numDeletedRows).toBe(0n);
    }),
);

it('nobody writes a draft into somebody else’s form', () =>
  trial(database(), async ({ tx, become }) => {
    const ama = await become('ama-lovelock');
    await expect(
      saveDraft(tx, { ...ama, staffId: staffId('ben-thackery') }, 'contact-1', 'notes', 'Planted'),
    ).rejects.toThrow(/row-level security/);
  }));
