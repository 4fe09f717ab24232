import { expect, it } from 'vitest';
import { britishDay } from '../../src/domain/calendar/british-time.ts';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { cannotTests } from '../support/cannot.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, sharedDatabase, trial } from '../support/database.ts';

const database = sharedDatabase();

async function heard(tx: Tx, childId: string): Promise<string> {
  const id = newId();
  const today = britishDay(new Date());
  await tx
    .insertInto('hearing')
    .values({
      service_id: serviceId,
      id,
      child_id: childId,
      court: 'Eastmarsh Youth Court',
      listed_on: today,
      kind: 'plea',
      state: 'held',
      recorded_on: today,
    })
    .execute();
  return id;
}

cannotTests(database, {
  table: 'hearing_result',
  row: async (tx, childId) => ({ hearing_id: await heard(tx, childId), code: 'wdrn' }),
  change: { words: 'Changed' },
  readers: ['ama-lovelock', 'marguerite-oyelaran', 'quentin-larkin', 'ursula-peaceful'],
  notReaders: ['cleo-abacus', 'freddie-okafor-bright'],
  writers: ['ama-lovelock', 'marguerite-oyelaran'],
  notWriters: ['quentin-larkin', 'ursula-peaceful', 'tegan-bamford-ali'],
});

it('a result that the list has no code for is never without the court’s words', () =>
  trial(database(), async ({ tx }) => {
    const child_id = await makeChild(tx);
    const line = { service_id: serviceId, id: newId(), child_id, code: 'not-in-list' };
    const adding = tx
      .insertInto('hearing_result')
      .values({ ...line, hearing_id: await heard(tx, child_id) })
      .execute();
    await expect(adding).rejects.toThrow(/check constraint/);
  }));

it('a child’s record goes whole, with hearings and their results', () =>
  trial(database(), async ({ tx }) => {
    const child_id = await makeChild(tx);
    const line = { service_id: serviceId, id: newId(), child_id, code: 'wdrn' };
    await tx
      .insertInto('hearing_result')
      .values({ ...line, hearing_id: await heard(tx, child_id) })
      .execute();
    await tx
      .deleteFrom('child')
      .where('id', '=', child_id)
      .where('service_id', '=', serviceId)
      .execute();
    expect(
      await tx.selectFrom('hearing_result').select('id').where('id', '=', line.id).execute(),
    ).toEqual([]);
  }));
