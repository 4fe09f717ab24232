import { expect, it } from 'vitest';
import { serviceId, sharedDatabase, staffId, trial } from '../support/database.ts';

const database = sharedDatabase();

it('nobody sees, makes or ends somebody else’s address, and nobody reads its mark', () =>
  trial(database(), async ({ tx, become, becomeOwner }) => {
    await tx
      .insertInto('diary_feed')
      .values({ service_id: serviceId, staff_id: staffId('ama-lovelock'), mark: 'abc' })
      .execute();
    await become('marguerite-oyelaran');
    expect(await tx.selectFrom('diary_feed').select('made_at').execute()).toEqual([]);
    const ended = await tx.deleteFrom('diary_feed').executeTakeFirst();
    expect(ended.numDeletedRows).toBe(0n);
    await becomeOwner();
    await become('ama-lovelock');
    expect(await tx.selectFrom('diary_feed').select('made_at').execute()).toHaveLength(1);
    await expect(tx.selectFrom('diary_feed').select('mark').execute()).rejects.toThrow(
      /permission denied/,
    );
  }));

it('nobody makes an address for somebody else', () =>
  trial(database(), async ({ tx, become }) => {
    await become('marguerite-oyelaran');
    await expect(
      tx
        .insertInto('diary_feed')
        .values({ service_id: serviceId, staff_id: staffId('ama-lovelock'), mark: 'abc' })
        .execute(),
    ).rejects.toThrow(/row-level security/);
  }));
