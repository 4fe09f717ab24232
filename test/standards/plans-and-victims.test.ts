import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, sharedDatabase, staffId, trialOfDuties } from '../support/database.ts';
import { duties, put } from '../support/duties.ts';
import { askedOf } from '../support/standards.ts';

const database = sharedDatabase();
const own = (childId: string) => ({ service_id: serviceId, id: newId(), child_id: childId });

async function putPlan(tx: Tx, id: string, more: object = {}): Promise<string> {
  const plan = {
    ...own(id),
    status: 'agreed',
    started_on: '2026-04-02',
    agreed_on: '2026-04-08',
    review_on: '2026-07-08',
    ...more,
  };
  await tx.insertInto('plan').values(plan).execute();
  return plan.id;
}

describe('a plan', () => {
  const putReview = (tx: Tx, id: string, held: string | null, reason = 'scheduled') =>
    tx
      .insertInto('review')
      .values({
        ...own(id),
        reason,
        opened_on: '2026-04-01',
        due_on: '2026-04-30',
        ...(held
          ? { held_on: held, held_by: staffId('ama-lovelock'), result: 'plan-changed' }
          : {}),
      })
      .execute();
  const next = (lay: (tx: Tx, id: string) => Promise<unknown>, more: object = {}) =>
    new Promise<(string | null)[]>((resolve, reject) => {
      trialOfDuties(database(), async ({ tx, become }) => {
        const id = await makeChild(tx, { worker: 'ama-lovelock' });
        await putPlan(tx, id, more);
        await lay(tx, id);
        await become('ama-lovelock');
        resolve(
          (await duties(tx, 'plan_reviewed', id)).filter(({ done }) => !done).map(({ due }) => due),
        );
      }).catch(reject);
    });

  it('is looked at again on its day, and three months after the last review when that day is past', async () => {
    expect(await next(async () => undefined)).toEqual(['2026-07-08']);
    expect(await next((tx, id) => putReview(tx, id, '2026-05-01'))).toEqual(['2026-07-08']);
    expect(await next((tx, id) => putReview(tx, id, '2026-07-08'))).toEqual(['2026-10-08']);
    expect(
      await next(async (tx, id) => {
        await putReview(tx, id, '2026-08-01');
        await putReview(tx, id, '2026-07-09');
      }),
    ).toEqual(['2026-11-01']);
  });

  it('counts its own scheduled reviews only: none before it was agreed, none after a change', async () => {
    const over = { review_on: '2026-04-08' };
    expect(await next((tx, id) => putReview(tx, id, '2026-04-07'), over)).toEqual(['2026-07-08']);
    expect(await next((tx, id) => putReview(tx, id, '2026-04-08'), over)).toEqual(['2026-07-08']);
    expect(await next((tx, id) => putReview(tx, id, '2026-06-01', 'change-event'), over)).toEqual([
      '2026-07-08',
    ]);
    expect(await next((tx, id) => putReview(tx, id, '2026-06-01'), over)).toEqual(['2026-09-01']);
  });

  it('that is a draft or has ended is owed no review, and a review still to be held is not yet done', async () => {
    expect(
      await next(async () => undefined, { status: 'draft', agreed_on: null, review_on: null }),
    ).toEqual([]);
    expect(await next(async () => undefined, { status: 'ended', ended_on: '2026-05-01' })).toEqual(
      [],
    );
    expect(await next((tx, id) => putReview(tx, id, null))).toEqual(['2026-07-08']);
  });

  it('owes its steps and its way out; goals, steps without a day and plans not agreed owe nothing', () =>
    trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      const plan_id = await putPlan(tx, id);
      const goal = {
        ...own(id),
        plan_id,
        kind: 'goal',
        text: 'Be home in time',
        by_on: '2026-04-10',
      };
      await tx.insertInto('plan_line').values(goal).execute();
      const line = (kind: string, by_on: string | null, more: object = {}) => ({
        ...own(id),
        plan_id,
        ...(kind === 'step' ? { parent_id: goal.id } : {}),
        kind,
        text: 'A',
        who: 'Wren',
        by_on,
        ...more,
      });
      await tx
        .insertInto('plan_line')
        .values([
          line('exit', null, { status: 'done', status_on: '2026-04-12' }),
          line('step', '2026-04-20', { status: 'stopped', status_on: '2026-04-12' }),
          line('step', '2026-04-21', { status: 'done', status_on: '2026-04-13' }),
          line('goal', '2026-04-22', { status: 'done', status_on: '2026-04-14' }),
          line('exit', '2026-05-02', { text: 'Later', position: 2 }),
          line('exit', '2026-05-02', { text: 'Sooner', position: 1 }),
          line('step', '2099-01-01', { text: 'Far' }),
        ])
        .execute();
      await become('ama-lovelock');
      expect(await duties(tx, 'plan_step_done', id)).toEqual([
        { due: '2026-04-21', done: '2026-04-13', stopped: null },
        { due: '2026-05-02', done: null, stopped: null },
      ]);
      const { rows } = await words(tx, id);
      expect(rows[0]).toBe('Plan step (Wren): Sooner (and 2 more to do)');
      await becomeOwner();
      await tx
        .updateTable('plan')
        .set({ status: 'ended', ended_on: '2026-05-03' })
        .where('id', '=', plan_id)
        .execute();
      await become('ama-lovelock');
      expect((await duties(tx, 'plan_step_done', id)).map(({ done }) => done)).toEqual([
        '2026-04-13',
      ]);
    }));

  const words = async (tx: Tx, id: string) => {
    const found = await tx
      .selectFrom('duty')
      .select('what')
      .where('child_id', '=', id)
      .where('service_id', '=', serviceId)
      .where('standard', '=', 'plan-step-due')
      .where('done_on', 'is', null)
      .execute();
    return { rows: found.map(({ what }) => what) };
  };
});

describe('reviews that are not scheduled', () => {
  it.each([
    ['change-event', ['Review after a change']],
    ['transfer', ['Review after a transfer']],
    ['manager', ['Review that a manager asked for']],
    ['scheduled', []],
  ])('%s: %j', (reason, expected) =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      await tx
        .insertInto('review')
        .values({ ...own(id), reason, opened_on: '2026-04-01', due_on: '2026-04-02' })
        .execute();
      await become('ama-lovelock');
      const found = await tx
        .selectFrom('duty')
        .select('what')
        .where('child_id', '=', id)
        .where('standard', '=', 'change-event-review')
        .execute();
      expect(found.map(({ what }) => what)).toEqual(expected);
    }),
  );
});

describe('persons harmed', () => {
  const line = (tx: Tx, id: string, more: object = {}) => {
    const values = { ...own(id), label: 'Victim A', details_received_on: '2026-04-01', ...more };
    return tx
      .insertInto('victim_involvement')
      .values(values)
      .execute()
      .then(() => values.id);
  };
  const { asked } = askedOf(database);
  const owed = (view: string, reader: string, lay: (tx: Tx, id: string) => Promise<unknown>) =>
    asked(view, lay, reader);
  const reached = (tx: Tx, id: string, lineId: string, held_on: string, more: object = {}) =>
    tx
      .insertInto('victim_contact')
      .values({
        ...own(id),
        victim_involvement_id: lineId,
        held_on,
        method: 'phone',
        reached: true,
        note: 'Secret',
        ...more,
      })
      .execute();

  it.each<[string, object, string | null]>([
    ['their wishes are known', { wishes: 'given', wishes_on: '2026-04-07' }, '2026-04-07'],
    ['their wishes came with their name', { wishes: 'sought' }, '2026-04-01'],
    ['they were not asked', { wishes: 'not-sought', wishes_on: '2026-04-07' }, null],
  ])('are contacted once %s', async (_when, more, done) => {
    expect(
      (await owed('victim_contacted', 'ama-lovelock', (tx, id) => line(tx, id, more))).map(
        (duty) => duty.done,
      ),
    ).toEqual([done]);
  });

  it('are contacted on the first day that they were reached, not tried; without their details nobody can be', async () => {
    const lay = async (tx: Tx, id: string) => {
      const lineId = await line(tx, id);
      const other = await line(tx, id, { label: 'Victim B', details_received_on: null });
      await reached(tx, id, lineId, '2026-04-02', { reached: false });
      await reached(tx, id, lineId, '2026-04-09');
      await reached(tx, id, lineId, '2026-04-08');
      await reached(tx, id, other, '2026-04-03');
    };
    expect((await owed('victim_contacted', 'ama-lovelock', lay)).map((duty) => duty.done)).toEqual([
      '2026-04-08',
    ]);
  });

  it('are owed nothing more when the work with them has ended', async () => {
    const ended = { ended_on: '2026-04-20', end_reason: 'wished' };
    for (const [view, reader] of [
      ['victim_contacted', 'ama-lovelock'],
      ['victim_right_given', 'ursula-peaceful'],
    ] as const)
      for (const { stopped } of await owed(view, reader, (tx, id) => line(tx, id, ended)))
        expect(stopped, view).toBe('2026-04-20');
  });

  it('were asked about updates once it is recorded whether they want them, and are not owed it twice', async () => {
    const wanted = { wishes: 'given', wishes_on: '2026-04-07', updates_wanted: 'yes' };
    const all = await owed('victim_right_given', 'ursula-peaceful', (tx, id) => line(tx, id));
    const after = await owed('victim_right_given', 'ursula-peaceful', (tx, id) =>
      line(tx, id, wanted),
    );
    expect(all.every(({ done }) => done === null)).toBe(true);
    expect(after).toHaveLength(all.length);
    expect(after.filter(({ done }) => done === '2026-04-07')).toHaveLength(1);
    // Also where it was written down among their rights: it is given once, on the day that was written.
    const both = await owed('victim_right_given', 'ursula-peaceful', async (tx, id) => {
      const right = { victim_involvement_id: await line(tx, id, wanted), code: 'updates' };
      await tx
        .insertInto('victim_right')
        .values({ ...own(id), ...right, done_on: '2026-04-03' })
        .execute();
    });
    expect(both).toHaveLength(all.length);
    expect(both.filter(({ done }) => done !== null).map(({ done }) => done)).toEqual([
      '2026-04-03',
    ]);
  });

  it('whoever closes the work learns how much they are owed, and nothing more; a stranger nothing', () =>
    trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      const lineId = await line(tx, id);
      const open = async (person: string) => {
        await become(person);
        const { rows } = await sql<{
          open: number;
        }>`select victim_duties_open(${id}) as open`.execute(tx);
        return rows[0]?.open;
      };
      // The duties are kept at the end of the transaction; a test asks for them sooner.
      await sql`set constraints all immediate`.execute(tx);
      const before = (await open('ama-lovelock')) ?? 0;
      expect(before).toBeGreaterThan(1);
      // Neither an officer, nor a reader, nor business support closes anybody's work.
      for (const person of ['quentin-larkin', 'xanthe-goodenough', 'freddie-okafor-bright'])
        expect(await open(person), person).toBeNull();
      await becomeOwner();
      await tx
        .insertInto('victim_right')
        .values({
          ...own(id),
          victim_involvement_id: lineId,
          code: 'information',
          done_on: '2026-04-02',
        })
        .execute();
      expect(await open('ama-lovelock')).toBe(before - 1);
    }));

  it('hear of the outcome of their own referral, counted from when it was last given', async () => {
    const lay = async (tx: Tx, id: string) => {
      const given = (given_on: string) => put.disposal(tx, id, { given_on });
      await given('2026-04-22');
      const disposals = [await given('2026-04-14'), await given('2026-04-16')];
      const referral_id = await put.referral(tx, id, { state: 'decided' });
      await tx.updateTable('disposal').set({ referral_id }).where('id', 'in', disposals).execute();
      await line(tx, id, { referral_id });
    };
    const withOutcome = await owed('victim_right_given', 'ursula-peaceful', lay);
    const without = await owed('victim_right_given', 'ursula-peaceful', (tx, id) => line(tx, id));
    expect(without.length).toBeGreaterThan(0);
    const more = withOutcome.filter(({ due }) => !without.some((duty) => duty.due === due));
    expect(more.map(({ due }) => due)).not.toEqual([]);
    expect(more.every(({ due }) => (due ?? '') > '2026-04-16' && (due ?? '') < '2026-05-01')).toBe(
      true,
    );
  });
});
