import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { serviceId, sharedDatabase, trial } from '../support/database.ts';

const database = sharedDatabase();
const own = {
  service_id: serviceId,
  id: 'ours@eastmarsh',
  version: 1,
  tool: 'ours',
  title: 'Our tool',
  content: '{}',
};
const lay = (tx: Tx) => tx.insertInto('assessment_template').values(own).execute();

describe('a tool that a service loads', () => {
  it.each(['ama-lovelock', 'marguerite-oyelaran', 'philippa-standfast', 'gwendolen-osei'])(
    '%s loads none, and neither brings one into use nor takes one away',
    (code) =>
      trial(database(), async ({ tx, become, becomeOwner }) => {
        await lay(tx);
        await become(code);
        const changed = await tx
          .updateTable('assessment_template')
          .set({ valid_from: '2026-10-06' })
          .executeTakeFirst();
        const dropped = await tx.deleteFrom('assessment_template').executeTakeFirst();
        expect([changed.numUpdatedRows, dropped.numDeletedRows]).toEqual([0n, 0n]);
        await becomeOwner();
        await tx.deleteFrom('assessment_template').where('id', '=', own.id).execute();
        await become(code);
        await expect(lay(tx)).rejects.toThrow(/row-level security/);
      }),
  );

  it('an administrator cannot change what one asks, nor anything of what came with Foothold', () =>
    trial(database(), async ({ tx, become }) => {
      await become('freddie-okafor-bright');
      await lay(tx);
      const brought = await tx
        .updateTable('assessment_template')
        .set({ valid_from: '2026-10-06' })
        .executeTakeFirst();
      expect(brought.numUpdatedRows).toBe(1n);
      await expect(
        tx.updateTable('assessment_template').set({ content: '{}' }).execute(),
      ).rejects.toThrow(/permission denied/);
    }));

  it('another service does not see it', () =>
    trial(database(), async ({ tx, become, becomeOwner }) => {
      const other = newId();
      await sql`insert into service (id, code, name, nation) values (${other}, 'westmarsh', 'Westmarsh', 'england')`.execute(
        tx,
      );
      await tx
        .insertInto('assessment_template')
        .values({ ...own, service_id: other })
        .execute();
      await become('freddie-okafor-bright');
      const seen = await tx.selectFrom('assessment_template').select('tool').execute();
      expect(seen).toEqual([{ tool: 'foothold' }]);
      await becomeOwner();
    }));
});
