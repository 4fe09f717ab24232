import { describe, expect, it } from 'vitest';
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

  it.each(['ama-lovelock', 'marguerite-oyelaran'])('%s writes none', (code) =>
    trial(database(), async ({ tx, become }) => {
      await become(code);
      await expect(
        tx
          .insertInto('sign_in_event')
          .values({ ...row(code, 'link-made'), done_by: staffId(code) })
          .execute(),
      ).rejects.toThrow(/row-level security/);
    }),
  );

  it('an administrator writes what they did themselves, and not that somebody signed in', () =>
    trial(database(), async ({ tx, become }) => {
      await become('freddie-okafor-bright');
      const by = { done_by: staffId('freddie-okafor-bright') };
      await tx
        .insertInto('sign_in_event')
        .values({ ...row('ama-lovelock', 'link-made'), ...by })
        .execute();
      await expect(
        tx
          .insertInto('sign_in_event')
          .values({ ...row('ama-lovelock', 'signed-in'), ...by })
          .execute(),
      ).rejects.toThrow(/row-level security/);
    }));
});
