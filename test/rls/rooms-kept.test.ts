import { expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { serviceId, sharedDatabase, trial } from '../support/database.ts';

const database = sharedDatabase();

it.each(['ama-lovelock', 'quentin-larkin', 'cleo-abacus', 'gwendolen-osei'])(
  '%s adds no room and closes none',
  (code) =>
    trial(database(), async ({ tx, become }) => {
      const room = { service_id: serviceId, id: newId(), name: 'The invented room' };
      await tx.insertInto('room').values(room).execute();
      await become(code);
      const closed = await tx
        .updateTable('room')
        .set({ closed_on: '2026-10-01' })
        .where('id', '=', room.id)
        .executeTakeFirstOrThrow();
      expect(Number(closed.numUpdatedRows)).toBe(0);
      const another = { ...room, id: newId(), name: 'Another' };
      await expect(tx.insertInto('room').values(another).execute()).rejects.toThrow(
        /row-level security/,
      );
    }),
);
