import { expect, it } from 'vitest';
import { addRow } from '../../src/record/rows.ts';
import { makeChild, seal } from '../support/children.ts';
import { serviceId, sharedDatabase, trial } from '../support/database.ts';

const database = sharedDatabase();
const hold = (child_id: string) => ({ child_id, reason: 'A claim', keep_until: '2999-01-01' });

it.each(['marguerite-oyelaran', 'ama-lovelock', 'freddie-okafor-bright', 'rosamund-achebe'])(
  '%s neither sees nor says that a record is kept beyond its time',
  (code) =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      await addRow(tx, { serviceId }, 'record_hold', hold(child));
      await become(code);
      expect(await tx.selectFrom('record_hold').select('id').execute()).toEqual([]);
      await expect(addRow(tx, { serviceId }, 'record_hold', hold(child))).rejects.toThrow(
        /row-level security/,
      );
    }),
);

it('the head of service keeps no sealed record whose list they are not on', () =>
  trial(database(), async ({ tx, become }) => {
    const child = await makeChild(tx);
    await seal(tx, child);
    await become('philippa-standfast');
    await expect(addRow(tx, { serviceId }, 'record_hold', hold(child))).rejects.toThrow(
      /row-level security/,
    );
  }));
