import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, sharedDatabase, staffId, trial } from '../support/database.ts';

const database = sharedDatabase();
const hour = 3_600_000;

function open(tx: Tx, childId: string, code: string, { from = 0, hours = 1 } = {}) {
  const start = Date.now() + from * hour;
  return tx
    .insertInto('break_glass')
    .values({
      service_id: serviceId,
      id: newId(),
      child_id: childId,
      staff_id: staffId(code),
      reason: 'Invented emergency',
      starts_at: new Date(start),
      ends_at: new Date(start + hours * hour),
    })
    .execute();
}

const review = (tx: Tx, by: string) =>
  tx
    .updateTable('break_glass')
    .set({
      reviewed_at: new Date(),
      reviewed_by: staffId(by),
      review_finding: 'justified',
      review_note: 'Invented',
    })
    .executeTakeFirst();

describe('who cannot open a restricted record in an emergency', () => {
  it.each(['ama-lovelock', 'quentin-larkin', 'annie-twelvetrees', 'freddie-okafor-bright'])(
    '%s cannot, and cannot turn a number or a name into a record',
    (code) =>
      trial(database(), async ({ tx, become }) => {
        const childId = await makeChild(tx, { restricted: true });
        const { number } = await tx
          .selectFrom('child')
          .select('number')
          .where('id', '=', childId)
          .executeTakeFirstOrThrow();
        await become(code);
        const { rows } = await sql<{ id: string | null }>`
          select emergency_child(${number}) as id`.execute(tx);
        expect(rows).toEqual([{ id: null }]);
        const { rows: named } = await sql`
          select id, matches from emergency_child_named(array['wren', 'testaway'], '2011-05-04')`.execute(
          tx,
        );
        expect(named).toEqual([{ id: null, matches: 0 }]);
        await expect(open(tx, childId, code)).rejects.toThrow(/row-level security/);
      }),
  );

  it('a manager opens it for nobody but themself, not for later, and never for more than eight hours', () =>
    trial(database(), async ({ tx, become, becomeOwner }) => {
      const childId = await makeChild(tx, { restricted: true });
      for (const attempt of [
        () => open(tx, childId, 'ama-lovelock'),
        () => open(tx, childId, 'nasir-hollyoak', { from: 3 }),
        () => open(tx, childId, 'nasir-hollyoak', { hours: 9 }),
      ]) {
        await become('nasir-hollyoak');
        await sql`savepoint trying`.execute(tx);
        await expect(attempt()).rejects.toThrow(/row-level security|check constraint/);
        await sql`rollback to savepoint trying`.execute(tx);
      }
      await becomeOwner();
    }));
});

describe('the review', () => {
  it('is never one’s own, in one’s own name only, and is not done twice', () =>
    trial(database(), async ({ tx, become }) => {
      const childId = await makeChild(tx, { restricted: true });
      await become('nasir-hollyoak');
      await open(tx, childId, 'nasir-hollyoak', { from: -0.005 });
      expect((await review(tx, 'nasir-hollyoak')).numUpdatedRows).toBe(0n);
      await become('marguerite-oyelaran');
      await sql`savepoint trying`.execute(tx);
      await expect(review(tx, 'philippa-standfast')).rejects.toThrow(/row-level security/);
      await sql`rollback to savepoint trying`.execute(tx);
      expect((await review(tx, 'marguerite-oyelaran')).numUpdatedRows).toBe(1n);
      expect((await review(tx, 'marguerite-oyelaran')).numUpdatedRows).toBe(0n);
    }));

  it('nobody changes how long it was open or why', () =>
    trial(database(), async ({ tx, become }) => {
      await become('marguerite-oyelaran');
      await expect(
        tx.updateTable('break_glass').set({ reason: 'Another reason' }).execute(),
      ).rejects.toThrow(/permission denied/);
    }));
});

it('the record closes again when the time is over', () =>
  trial(database(), async ({ tx, become, becomeOwner }) => {
    const childId = await makeChild(tx, { restricted: true });
    const seen = () => tx.selectFrom('child').select('id').where('id', '=', childId).execute();
    await become('nasir-hollyoak');
    await open(tx, childId, 'nasir-hollyoak', { from: -0.005 });
    expect(await seen()).toHaveLength(1);
    await becomeOwner();
    await tx
      .updateTable('break_glass')
      .set({
        starts_at: new Date(Date.now() - 2 * hour),
        ends_at: new Date(Date.now() - hour),
      })
      .where('child_id', '=', childId)
      .execute();
    await become('nasir-hollyoak');
    expect(await seen()).toEqual([]);
  }));
