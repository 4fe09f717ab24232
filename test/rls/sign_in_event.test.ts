import { describe, expect, it } from 'vitest';
import { giveSignIn } from '../../src/features/admin/staff/staff-access.ts';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { serviceId, sharedDatabase, staffId, trial } from '../support/database.ts';

const database = sharedDatabase();
const row = (code: string, kind = 'wrong-password') => ({
  service_id: serviceId,
  staff_id: staffId(code),
  kind,
});
const atTheDoor = (tx: Tx) =>
  tx
    .insertInto('sign_in_event')
    .values([row('ama-lovelock'), row('gus-merriman'), row('quentin-larkin')])
    .execute();

describe('who cannot read who came to the door', () => {
  it.each([
    ['ben-thackery', []],
    ['ama-lovelock', ['ama-lovelock']],
    ['quentin-larkin', ['quentin-larkin']],
    ['marguerite-oyelaran', ['ama-lovelock']],
    ['cleo-abacus', []],
    ['freddie-okafor-bright', ['ama-lovelock', 'gus-merriman', 'quentin-larkin']],
  ])('%s reads only their own, or those of whom they watch', (reader, whose) =>
    trial(database(), async ({ tx, become }) => {
      await atTheDoor(tx);
      await become(reader);
      const seen = await tx.selectFrom('sign_in_event').select('staff_id').execute();
      expect(seen.map(({ staff_id }) => staff_id).sort()).toEqual(whose.map(staffId).sort());
    }),
  );

  it('nobody changes or removes a line, the administrator neither', () =>
    trial(database(), async ({ tx, become }) => {
      await become('freddie-okafor-bright');
      await expect(
        tx.updateTable('sign_in_event').set({ kind: 'signed-out' }).execute(),
      ).rejects.toThrow(/permission denied/);
    }));

  it.each(['ama-lovelock', 'marguerite-oyelaran', 'freddie-okafor-bright'])(
    '%s writes none',
    (code) =>
      trial(database(), async ({ tx, become }) => {
        await become(code);
        await expect(
          tx
            .insertInto('sign_in_event')
            .values({ ...row(code, 'link-made'), done_by: staffId(code) })
            .execute(),
        ).rejects.toThrow(/permission denied/);
      }),
  );

  it('a sign-in link that an administrator makes is kept by the database itself, whoever asks it', () =>
    trial(database(), async ({ tx, become }) => {
      await become('freddie-okafor-bright');
      await giveSignIn(tx, staffId('ama-lovelock'), true);
      const kept = await tx.selectFrom('sign_in_event').select(['kind', 'done_by']).execute();
      expect(kept.map(({ kind }) => kind).sort()).toEqual(['link-made', 'second-step-reset']);
      expect(kept[0]?.done_by).toBe(staffId('freddie-okafor-bright'));
    }));
});
