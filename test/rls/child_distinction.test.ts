import { expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, sharedDatabase, trial } from '../support/database.ts';

const database = sharedDatabase();

it('a colleague says nothing of a child they do not work with, and nobody changes what was said', () =>
  trial(database(), async ({ tx, become }) => {
    const child = await makeChild(tx, { worker: 'ama-lovelock' });
    const other = await makeChild(tx, { worker: 'ama-lovelock' });
    const row = {
      service_id: serviceId,
      child_id: child,
      other_child_id: other,
      reason: 'Twins, both met',
    };
    await become('ama-lovelock');
    await tx
      .insertInto('child_distinction')
      .values({ ...row, id: newId() })
      .execute();
    await become('ben-thackery');
    const read = tx.selectFrom('child_distinction').select('reason').where('child_id', '=', child);
    expect(await read.execute()).toHaveLength(1);
    await become('rosamund-achebe');
    expect(await read.execute()).toHaveLength(0);
    await become('ama-lovelock');
    await expect(
      tx
        .updateTable('child_distinction')
        .set({ reason: 'x' })
        .where('child_id', '=', child)
        .execute(),
    ).rejects.toThrow(/permission denied/);
  }));

it('a colleague cannot add one', () =>
  trial(database(), async ({ tx, become }) => {
    const child = await makeChild(tx, { worker: 'ama-lovelock' });
    const other = await makeChild(tx);
    await become('ben-thackery');
    await expect(
      tx
        .insertInto('child_distinction')
        .values({
          service_id: serviceId,
          id: newId(),
          child_id: child,
          other_child_id: other,
          reason: 'x',
        })
        .execute(),
    ).rejects.toThrow(/row-level security/);
  }));
