import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild, relate, seal } from '../support/children.ts';
import { serviceId, sharedDatabase, staffId, trial } from '../support/database.ts';

const database = sharedDatabase();
const seen = async (tx: Tx) =>
  (await tx.selectFrom('access_notice').select('kind').execute()).map(({ kind }) => kind);

/** Freddie, the administrator, starts somebody's second step again. */
const startAgain = (tx: Tx, code: string) =>
  sql`select give_sign_in(${staffId(code)}::uuid, ${newId()}, true)`.execute(tx);

/** Philippa, who seals records, puts herself on the list of one that Ama is on. */
async function nameSelf(tx: Tx, childId: string): Promise<void> {
  await tx
    .insertInto('relationship')
    .values({
      service_id: serviceId,
      id: newId(),
      child_id: childId,
      staff_id: staffId('philippa-standfast'),
      kind: 'named-list',
      starts_at: sql<Date>`now()`,
      reason: 'Named on the list of a restricted record',
    })
    .execute();
}

describe('an administrator who starts somebody’s second step again', () => {
  it('is seen by that person and by the head of service, and by nobody else', () =>
    trial(database(), async ({ tx, become }) => {
      await become('freddie-okafor-bright');
      await startAgain(tx, 'ama-lovelock');
      expect(await seen(tx)).toEqual([]);
      for (const code of ['ama-lovelock', 'philippa-standfast']) {
        await become(code);
        expect(await seen(tx), code).toEqual(['sign-in-reset']);
      }
      for (const code of ['ben-thackery', 'marguerite-oyelaran', 'desmond-plumb']) {
        await become(code);
        expect(await seen(tx), code).toEqual([]);
      }
    }));

  it('for the head of service is seen by the auditor in their place', () =>
    trial(database(), async ({ tx, become }) => {
      await become('freddie-okafor-bright');
      await startAgain(tx, 'philippa-standfast');
      for (const code of ['philippa-standfast', 'desmond-plumb']) {
        await become(code);
        expect(await seen(tx), code).toEqual(['sign-in-reset']);
      }
    }));

  it('cannot say that it was looked at, write another notice or take one away', () =>
    trial(database(), async ({ tx, become }) => {
      await become('freddie-okafor-bright');
      await startAgain(tx, 'ama-lovelock');
      const looked = await tx
        .updateTable('access_notice')
        .set({ looked_at: new Date(), looked_by: staffId('freddie-okafor-bright') })
        .executeTakeFirst();
      expect(looked.numUpdatedRows).toBe(0n);
      await sql`savepoint trying`.execute(tx);
      await expect(tx.deleteFrom('access_notice').execute()).rejects.toThrow(/permission denied/);
      await sql`rollback to savepoint trying`.execute(tx);
      await expect(
        sql`insert into access_notice (service_id, id, kind, done_by, for_permission)
          values (${serviceId}, ${newId()}, 'named-self', ${staffId('ama-lovelock')}, 'access.oversee-heads')`.execute(
          tx,
        ),
      ).rejects.toThrow(/permission denied/);
    }));

  it('is looked at by each for themself, in their own name', () =>
    trial(database(), async ({ tx, become }) => {
      await become('freddie-okafor-bright');
      await startAgain(tx, 'ama-lovelock');
      await become('ama-lovelock');
      const look = (by: string) =>
        tx
          .updateTable('access_notice')
          .set({ looked_at: new Date(), looked_by: staffId(by) })
          .where('looked_at', 'is', null)
          .executeTakeFirst();
      await sql`savepoint trying`.execute(tx);
      await expect(look('philippa-standfast')).rejects.toThrow(/row-level security/);
      await sql`rollback to savepoint trying`.execute(tx);
      expect((await look('ama-lovelock')).numUpdatedRows).toBe(1n);
      await become('philippa-standfast');
      expect((await look('philippa-standfast')).numUpdatedRows).toBe(1n);
    }));
});

describe('a head of service who names themself on a sealed record’s list', () => {
  it('is seen by the others on it and by the auditor, who learns the number alone', () =>
    trial(database(), async ({ tx, become }) => {
      const childId = await makeChild(tx, { restricted: true });
      await relate(tx, childId, 'ama-lovelock', 'named-list');
      await become('philippa-standfast');
      await nameSelf(tx, childId);
      expect(await seen(tx)).toEqual([]);
      for (const code of ['ama-lovelock', 'desmond-plumb']) {
        await become(code);
        expect(await seen(tx), code).toEqual(['named-self']);
      }
      expect(await tx.selectFrom('child').select('id').where('id', '=', childId).execute()).toEqual(
        [],
      );
      await become('marguerite-oyelaran');
      expect(await seen(tx)).toEqual([]);
    }));

  it('and naming somebody else tells nobody', () =>
    trial(database(), async ({ tx, become }) => {
      const childId = await makeChild(tx, { restricted: true });
      await become('philippa-standfast');
      await relate(tx, childId, 'ben-thackery', 'named-list');
      await become('desmond-plumb');
      expect(await seen(tx)).toEqual([]);
    }));
});

describe('a head of service who lifts a seal', () => {
  const lift = (tx: Tx, childId: string) =>
    tx
      .updateTable('restricted_record')
      .set({ ended_on: '2026-11-01' })
      .where('child_id', '=', childId)
      .where('ended_on', 'is', null)
      .execute();

  it('is seen by those who were on its list, taken off first or not, and by the auditor; sealing anew is too', () =>
    trial(database(), async ({ tx, become, becomeOwner }) => {
      const childId = await makeChild(tx, { restricted: true });
      await relate(tx, childId, 'ama-lovelock', 'named-list');
      await relate(tx, childId, 'philippa-standfast', 'named-list');
      await become('philippa-standfast');
      await sql`update relationship set ends_at = now() where child_id = ${childId}`.execute(tx);
      await lift(tx, childId);
      expect(await seen(tx)).toEqual([]);
      for (const code of ['ama-lovelock', 'desmond-plumb']) {
        await become(code);
        expect(await seen(tx), code).toEqual(['seal-lifted']);
      }
      await become('marguerite-oyelaran');
      expect(await seen(tx)).toEqual([]);
      await become('philippa-standfast');
      await seal(tx, childId);
      for (const code of ['ama-lovelock', 'desmond-plumb']) {
        await become(code);
        expect(await seen(tx), code).toEqual(['seal-lifted', 'seal-lifted']);
      }
      await becomeOwner();
    }));

  it('tells nobody of a first seal', () =>
    trial(database(), async ({ tx, become }) => {
      const childId = await makeChild(tx);
      await become('philippa-standfast');
      await seal(tx, childId);
      await become('desmond-plumb');
      expect(await seen(tx)).toEqual([]);
    }));
});

describe('a record made of a child who has a sealed one', () => {
  const day = '2011-04-03';
  const twin = (tx: Tx, dateOfBirth: string, other: { forename?: string; surname?: string } = {}) =>
    makeChild(tx, { forename: 'Élodie', surname: 'Sealedtwin', dateOfBirth, ...other });

  it('is told to those on the sealed record’s list, and not to who made it nor to the head of service', () =>
    trial(database(), async ({ tx, become, becomeOwner }) => {
      const sealed = await makeChild(tx, {
        forename: 'Elodie',
        surname: 'Sealedtwin',
        dateOfBirth: day,
        restricted: true,
      });
      await relate(tx, sealed, 'ama-lovelock', 'named-list');
      await become('annie-twelvetrees');
      await sql`select set_config('role', 'none', true)`.execute(tx);
      await twin(tx, day);
      await twin(tx, '2011-04-04');
      // A brother, and somebody else of that forename, born on the same day.
      await twin(tx, day, { forename: 'Marcel' });
      await twin(tx, day, { surname: 'Otherwise' });
      await becomeOwner();
      for (const [code, expected] of [
        ['ama-lovelock', ['same-child']],
        ['annie-twelvetrees', []],
        ['philippa-standfast', []],
      ] as const) {
        await become(code);
        expect(await seen(tx), code).toEqual(expected);
      }
    }));
});
