import { expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { serviceId, sharedDatabase, staffId, trial } from '../support/database.ts';

const database = sharedDatabase();

const held = (code: string) => ({
  service_id: serviceId,
  id: newId(),
  staff_id: staffId(code),
  path: '/children',
  fields: JSON.stringify({ notes: 'Typed while locked' }),
});

it.each(['ben-thackery', 'philippa-standfast', 'freddie-okafor-bright'])(
  '%s does not see a form kept for somebody else',
  (code) =>
    trial(database(), async ({ tx, become }) => {
      await become('ama-lovelock');
      await tx.insertInto('held_form').values(held('ama-lovelock')).execute();
      await become(code);
      expect(await tx.selectFrom('held_form').select('id').execute()).toEqual([]);
    }),
);

it('nobody leaves a form to be sent in somebody else’s name', () =>
  trial(database(), async ({ tx, become }) => {
    await become('ama-lovelock');
    await expect(
      tx.insertInto('held_form').values(held('marguerite-oyelaran')).execute(),
    ).rejects.toThrow(/row-level security/);
  }));
