import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, sharedDatabase, staffId, trial } from '../support/database.ts';

const database = sharedDatabase();
const room = (name: string) => ({ service_id: serviceId, id: newId(), name });

it.each(['ama-lovelock', 'annie-twelvetrees', 'odile-farthingale'])(
  '%s books a room, and neither adds nor closes one',
  (code) =>
    trial(database(), async ({ tx, become }) => {
      await tx.insertInto('room').values(room('Invented room')).execute();
      await become(code);
      expect(await tx.selectFrom('room').select('id').execute()).not.toEqual([]);
      const closed = await tx
        .updateTable('room')
        .set({ closed_on: '2026-01-01' })
        .executeTakeFirst();
      expect(closed.numUpdatedRows).toBe(0n);
      await expect(tx.insertInto('room').values(room('Another')).execute()).rejects.toThrow(
        /row-level security/,
      );
    }),
);

it('whoever reads no diary is not told when a worker is taken', () =>
  trial(database(), async ({ tx, become }) => {
    const child = await makeChild(tx, { restricted: true });
    await tx
      .insertInto('contact')
      .values({
        ...{ service_id: serviceId, id: newId(), child_id: child, status: 'planned' },
        ...{ type: 'supervision', place: 'Office', planned_at: '2027-03-02T15:00:00Z' },
        worker_id: staffId('ama-lovelock'),
      })
      .execute();
    const taken = () =>
      sql<{ clock: string }>`
        select clock from taken_on('2027-03-02', ${staffId('ama-lovelock')}::uuid, null, ${newId()}::uuid)`.execute(
        tx,
      );
    await become('ben-thackery');
    expect((await taken()).rows).toEqual([{ clock: '15:00' }]);
    await become('winston-appleby');
    expect((await taken()).rows).toEqual([]);
  }));
