import { describe, expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, sharedDatabase, staffId, trialOfDuties } from '../support/database.ts';
import { duties, put } from '../support/duties.ts';

// After Wednesday 1 April 2026 the working days are 2, 7, 8, 9, 10, 13 … April (Easter).
const database = sharedDatabase();
const open = { done: null, stopped: null };
const own = (childId: string) => ({ service_id: serviceId, id: newId(), child_id: childId });
const ofChild = (work: (tx: Tx, id: string) => Promise<void>) =>
  trialOfDuties(database(), async ({ tx }) =>
    work(tx, await makeChild(tx, { worker: 'ama-lovelock' })),
  );

async function lay(tx: Tx, childId: string, more: object = {}): Promise<string> {
  const row = {
    ...own(childId),
    court: 'Eastmarsh Youth Court',
    kind: 'plea',
    listed_on: '2026-04-08',
    created_at: '2026-03-20T09:00:00Z',
    ...more,
  };
  await tx.insertInto('hearing').values(row).execute();
  return row.id;
}
const change = (tx: Tx, id: string, to: object) =>
  tx
    .updateTable('hearing')
    .set(to as never)
    .where('id', '=', id)
    .where('service_id', '=', serviceId)
    .execute();
const held = { state: 'held', recorded_on: '2026-04-08' };

describe('a hearing', () => {
  it('has somebody named who goes two working days before, or on the day it is heard of where that is later', () =>
    ofChild(async (tx, id) => {
      const hearing = await lay(tx, id);
      expect(await duties(tx, 'hearing_covered', id)).toEqual([{ due: '2026-04-02', ...open }]);
      await change(tx, hearing, {
        covered_by: staffId('ben-thackery'),
        covered_on: '2026-04-01',
      });
      expect((await duties(tx, 'hearing_covered', id))[0]?.done).toBe('2026-04-01');
      const other = await makeChild(tx);
      await lay(tx, other, { created_at: '2026-04-07T16:00:00Z' });
      expect(await duties(tx, 'hearing_covered', other)).toEqual([{ due: '2026-04-07', ...open }]);
    }));

  it('that took place with nobody there is owed no cover any more', () =>
    ofChild(async (tx, id) => {
      await lay(tx, id, held);
      expect((await duties(tx, 'hearing_covered', id))[0]?.stopped).toBe('2026-04-08');
    }));

  it('is recorded by the next working day', () =>
    ofChild(async (tx, id) => {
      const hearing = await lay(tx, id, { listed_on: '2026-04-02' });
      expect(await duties(tx, 'hearing_recorded', id)).toEqual([{ due: '2026-04-07', ...open }]);
      await change(tx, hearing, { state: 'held', recorded_on: '2026-04-07' });
      expect((await duties(tx, 'hearing_recorded', id))[0]?.done).toBe('2026-04-07');
    }));

  it('is recorded by who covers it, else by the child’s worker, and by nobody before the next morning', () =>
    ofChild(async (tx, id) => {
      const owed = async () =>
        (
          await tx
            .selectFrom('due_hearing_recorded')
            .select(['owed_by', 'owner_id', 'starts_at'])
            .where('service_id', '=', serviceId)
            .where('child_id', '=', id)
            .execute()
        )[0];
      const hearing = await lay(tx, id);
      expect(await owed()).toEqual({
        owed_by: 'worker',
        owner_id: null,
        starts_at: new Date('2026-04-08T23:00:00Z'),
      });
      await change(tx, hearing, {
        covered_by: staffId('ben-thackery'),
        covered_on: '2026-04-01',
      });
      expect(await owed()).toMatchObject({
        owed_by: 'named',
        owner_id: staffId('ben-thackery'),
      });
    }));

  it('that was taken out of the list owes nothing', () =>
    ofChild(async (tx, id) => {
      await lay(tx, id, { state: 'vacated', recorded_on: '2026-04-01', note: 'Moved' });
      expect((await duties(tx, 'hearing_recorded', id))[0]).toEqual({
        due: '2026-04-09',
        done: null,
        stopped: '2026-04-01',
      });
    }));
});

describe('what the court did', () => {
  const result = async (tx: Tx, id: string, code: string, more: object = {}) => {
    const hearing_id = await lay(tx, id, held);
    await tx
      .insertInto('hearing_result')
      .values({ ...own(id), hearing_id, code, ...more })
      .execute();
  };

  it('is recorded as an order of that kind and day, and not as another', () =>
    ofChild(async (tx, id) => {
      const order = (kind: string, made_on: string) =>
        tx
          .insertInto('court_order')
          .values({ ...own(id), kind, made_on, court: 'Eastmarsh', convicted_on: made_on })
          .execute();
      await result(tx, id, 'DTO');
      await order('youth-rehabilitation-order', '2026-04-08');
      await order('detention-training-order', '2026-04-09');
      expect(await duties(tx, 'result_taken_up', id)).toEqual([{ due: '2026-04-10', ...open }]);
      await order('detention-training-order', '2026-04-08');
      expect((await duties(tx, 'result_taken_up', id))[0]?.done).not.toBeNull();
    }));

  it.each([
    ['wdrn', { standing: 'withdrawn', standing_on: '2026-04-09', standing_reason: 'In court' }],
    ['disc', { standing: 'discontinued', standing_on: '2026-04-09', standing_reason: 'By letter' }],
    ['dism', { finding: 'not-guilty', found_on: '2026-04-09' }],
  ])('%s is recorded on the charge', (code, said) =>
    ofChild(async (tx, id) => {
      const charge = {
        ...own(id),
        charged_on: '2026-03-01',
        charged_by: 'police',
        wording: 'Theft',
      };
      // What became of another charge says nothing of this one.
      const other = { ...charge, ...said, id: newId() };
      for (const each of [charge, other]) await tx.insertInto('charge').values(each).execute();
      await result(tx, id, code, { charge_id: charge.id });
      expect(await duties(tx, 'result_taken_up', id)).toEqual([{ due: '2026-04-10', ...open }]);
      await tx
        .updateTable('charge')
        .set(said as never)
        .where('id', '=', charge.id)
        .where('service_id', '=', serviceId)
        .execute();
      expect((await duties(tx, 'result_taken_up', id))[0]?.done).toBe('2026-04-09');
    }),
  );

  it('is owed nothing more where it makes no order and ends no charge', () =>
    ofChild(async (tx, id) => {
      await result(tx, id, 'not-in-list', { words: 'Reports ordered' });
      await result(tx, id, 'RILA');
      expect(await duties(tx, 'result_taken_up', id)).toEqual([]);
    }));
});

describe('what follows is done by the record', () => {
  const steps = async (tx: Tx, id: string) =>
    (
      await tx
        .selectFrom('work_step')
        .select(['kind', 'state', 'note'])
        .where('child_id', '=', id)
        .where('service_id', '=', serviceId)
        .orderBy('kind')
        .execute()
    ).map(({ kind, state, note }) => [kind, state, note]);
  const toCourt = (tx: Tx, id: string) =>
    put.referral(tx, id, {
      pathway: 'court',
      state: 'awaiting-allocation',
      allocated_on: null,
      allocated_to: null,
    });

  it('finding out a court’s day, by the hearing of that day or later', () =>
    ofChild(async (tx, id) => {
      await toCourt(tx, id);
      await lay(tx, id, { listed_on: '2026-03-31' });
      expect(await steps(tx, id)).toEqual([['court', 'open', null]]);
      await lay(tx, id);
      expect(await steps(tx, id)).toEqual([
        ['court', 'done', 'Recorded: Plea on 8 April 2026, Eastmarsh Youth Court.'],
      ]);
    }));

  it('at once, where the hearing was there before the step', () =>
    ofChild(async (tx, id) => {
      await lay(tx, id);
      await toCourt(tx, id);
      expect((await steps(tx, id)).map(([, state]) => state)).toEqual(['done']);
    }));

  it('what a decision to charge leads to, by the charge and its hearing together', () =>
    ofChild(async (tx, id) => {
      await put.disposal(tx, id, { outcome: 'charge' });
      await lay(tx, id);
      expect((await steps(tx, id)).map(([kind, state]) => [kind, state])).toEqual([
        ['charge', 'open'],
      ]);
      await tx
        .insertInto('charge')
        .values({ ...own(id), charged_on: '2026-04-02', charged_by: 'police', wording: 'Theft' })
        .execute();
      expect((await steps(tx, id)).map(([, state]) => state)).toEqual(['done']);
    }));

  it('a hearing that goes on without a day leaves it to be found out, until there is one', () =>
    ofChild(async (tx, id) => {
      const first = await lay(tx, id);
      await change(tx, first, {
        state: 'adjourned',
        recorded_on: '2026-04-08',
        without_day: true,
      });
      expect(await steps(tx, id)).toEqual([['court', 'open', null]]);
      await lay(tx, id, { listed_on: '2026-04-29', adjourned_from: first });
      expect((await steps(tx, id)).map(([, state]) => state)).toEqual(['done']);
    }));
});
