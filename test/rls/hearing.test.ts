import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { britishDay } from '../../src/domain/calendar/british-time.ts';
import { addDays } from '../../src/domain/calendar/day.ts';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { cannotTests } from '../support/cannot.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, sharedDatabase, staffId, trial } from '../support/database.ts';

const database = sharedDatabase();
const today = britishDay(new Date());

cannotTests(database, {
  table: 'hearing',
  row: () => ({
    court: 'Eastmarsh Youth Court',
    listed_on: today,
    kind: 'first',
    charge_ids: '{}',
    order_ids: '{}',
    state: 'expected',
    without_day: false,
  }),
  change: { court: 'Changed' },
  readers: ['ama-lovelock', 'marguerite-oyelaran', 'quentin-larkin', 'ursula-peaceful'],
  notReaders: ['cleo-abacus', 'freddie-okafor-bright'],
  writers: ['ama-lovelock', 'marguerite-oyelaran'],
  notWriters: ['quentin-larkin', 'ursula-peaceful', 'tegan-bamford-ali'],
});

async function lay(tx: Tx, more: object = {}, restricted = false) {
  const childId = await makeChild(tx, { worker: 'ama-lovelock', restricted });
  const values = {
    service_id: serviceId,
    id: newId(),
    child_id: childId,
    court: 'Eastmarsh Youth Court',
    listed_on: today,
    kind: 'first',
    ...more,
  };
  await tx.insertInto('hearing').values(values).execute();
  return { childId, id: values.id };
}
const take = async (tx: Tx, id: string) =>
  (await sql<{ taken: boolean }>`select take_cover(${id}::uuid) as taken`.execute(tx)).rows[0]
    ?.taken;
const charges = (tx: Tx, childId: string) =>
  tx
    .insertInto('charge')
    .values({
      service_id: serviceId,
      id: newId(),
      child_id: childId,
      charged_on: today,
      charged_by: 'police',
      wording: 'Theft',
    })
    .execute();
const coveredBy = (code: string, on = today) => ({ covered_by: staffId(code), covered_on: on });

describe('who covers a hearing', () => {
  it('who does not work with the child takes cover in one step, and then writes what the court did', () =>
    trial(database(), async ({ tx, become }) => {
      const { childId, id } = await lay(tx);
      await become('ben-thackery');
      await sql`savepoint before`.execute(tx);
      await expect(charges(tx, childId)).rejects.toThrow(/row-level security/);
      await sql`rollback to savepoint before`.execute(tx);
      expect(await take(tx, id)).toBe(true);
      await charges(tx, childId);
    }));

  it('takes it from nobody who has it, nor of a hearing that is over', () =>
    trial(database(), async ({ tx, become }) => {
      const taken = await lay(tx, coveredBy('ama-lovelock'));
      const over = await lay(tx, { state: 'held', recorded_on: today });
      await become('ben-thackery');
      expect([await take(tx, taken.id), await take(tx, over.id)]).toEqual([false, false]);
    }));

  it.each(['quentin-larkin', 'annie-twelvetrees', 'cleo-abacus', 'freddie-okafor-bright'])(
    '%s, who goes to no court for the service, cannot',
    (code) =>
      trial(database(), async ({ tx, become }) => {
        const { id } = await lay(tx);
        await become(code);
        await expect(take(tx, id)).rejects.toThrow(/may not cover/);
      }),
  );

  it('nobody takes cover of a sealed child’s hearing who is not on its list, and whoever had it no longer writes', () =>
    trial(database(), async ({ tx, become }) => {
      const free = await lay(tx, {}, true);
      const had = await lay(tx, coveredBy('ben-thackery'), true);
      await become('ben-thackery');
      expect(await take(tx, free.id)).toBe(false);
      await expect(charges(tx, had.childId)).rejects.toThrow(/row-level security/);
    }));

  it('naming somebody who sees no child opens none to them', () =>
    trial(database(), async ({ tx, become }) => {
      const { childId } = await lay(tx, coveredBy('cleo-abacus'));
      await become('cleo-abacus');
      expect(await tx.selectFrom('child').select('id').where('id', '=', childId).execute()).toEqual(
        [],
      );
    }));

  it.each([
    ['thirteen days after a hearing that was held', -13, true],
    ['no longer two weeks after', -14, false],
  ])('they write for the child: %s', (_when, days, may) =>
    trial(database(), async ({ tx, become }) => {
      const day = addDays(today, days);
      const { childId } = await lay(tx, {
        ...coveredBy('ben-thackery', day),
        listed_on: day,
        state: 'held',
        recorded_on: day,
      });
      await become('ben-thackery');
      const writing = charges(tx, childId);
      if (may) await writing;
      else await expect(writing).rejects.toThrow(/row-level security/);
    }),
  );
});
