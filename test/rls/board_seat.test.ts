import { expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { serviceId, sharedDatabase, trial } from '../support/database.ts';

const database = sharedDatabase();

it.each(['ama-lovelock', 'marguerite-oyelaran', 'gwendolen-osei', 'tegan-bamford-ali'])(
  '%s says of no seat of the board who holds it',
  (code) =>
    trial(database(), async ({ tx, become }) => {
      const seat = { service_id: serviceId, id: newId(), seat: 'education', holder: 'Somebody' };
      await tx.deleteFrom('board_seat').execute();
      await become(code);
      await expect(tx.insertInto('board_seat').values(seat).execute()).rejects.toThrow(
        /row-level security/,
      );
    }),
);

it('a seat that the head of service fills is changed by nobody else, and everybody of the service may know who holds it', () =>
  trial(database(), async ({ tx, become }) => {
    await tx.deleteFrom('board_seat').execute();
    await become('philippa-standfast');
    const seat = { service_id: serviceId, id: newId(), seat: 'education', holder: 'Somebody' };
    await tx.insertInto('board_seat').values(seat).execute();
    for (const code of ['marguerite-oyelaran', 'gwendolen-osei']) {
      await become(code);
      const { numUpdatedRows } = await tx
        .updateTable('board_seat')
        .set({ holder: 'Me' })
        .executeTakeFirstOrThrow();
      expect(Number(numUpdatedRows), code).toBe(0);
      expect(await tx.selectFrom('board_seat').select('holder').execute()).toEqual([
        { holder: 'Somebody' },
      ]);
    }
  }));

it('a seat that nobody holds says since when', () =>
  trial(database(), async ({ tx }) => {
    await tx.deleteFrom('board_seat').execute();
    const seat = { service_id: serviceId, id: newId(), seat: 'education' };
    await expect(tx.insertInto('board_seat').values(seat).execute()).rejects.toThrow(
      /check constraint/,
    );
  }));
