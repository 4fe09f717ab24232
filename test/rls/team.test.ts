import { expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { serviceId, sharedDatabase, trial } from '../support/database.ts';

const database = sharedDatabase();

it.each(['ama-lovelock', 'marguerite-oyelaran', 'philippa-standfast'])(
  '%s makes no team: teams decide whose work a manager sees',
  (code) =>
    trial(database(), async ({ tx, become }) => {
      await become(code);
      const team = { service_id: serviceId, id: newId(), name: 'Invented' };
      await expect(tx.insertInto('team').values(team).execute()).rejects.toThrow(
        /row-level security/,
      );
    }),
);

it('nobody renames or deletes a team', () =>
  trial(database(), async ({ tx, become }) => {
    await become('freddie-okafor-bright');
    await expect(tx.deleteFrom('team').execute()).rejects.toThrow(/permission denied/);
  }));
