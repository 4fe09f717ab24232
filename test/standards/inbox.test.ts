import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild, relate } from '../support/children.ts';
import { serviceId, sharedDatabase, staffId, trialOfDuties } from '../support/database.ts';
import { duties, put } from '../support/duties.ts';
import { layForeseen } from '../support/duties-that-follow.ts';
import { makeSignedAssessment } from '../support/signed-assessment.ts';
import { makePlan } from '../support/work-rows.ts';

// After Wednesday 1 April 2026 the working days are 2, 7, 8, 9, 10, 13 … April (Easter).
const database = sharedDatabase();
const ama = () => staffId('ama-lovelock');
const open = { done: null, stopped: null };
const own = (childId: string) => ({ service_id: serviceId, id: newId(), child_id: childId });

const ofChild = (work: (tx: Tx, id: string) => Promise<void>) =>
  trialOfDuties(database(), async ({ tx }) => {
    // Somebody else's work keeps nothing of this child's alive.
    await put.involvement(tx, await makeChild(tx));
    await work(tx, await makeChild(tx, { worker: 'ama-lovelock' }));
  });
const writes = (tx: Tx, id: string, entered_on: string, looked_at: string[] = [], kind = 'note') =>
  tx
    .insertInto('oversight_entry')
    .values({ ...own(id), kind, text: 'Looked', entered_on, looked_at })
    .execute();
const losesHome = async (tx: Tx, id: string, valid_from = '2026-04-08') => {
  const address = { ...own(id), valid_from, source: 'child', lines: 'With a friend’s brother' };
  await tx
    .insertInto('child_address')
    .values({ ...address, accommodation_type: 'sofa-surfing' })
    .execute();
  return address.id;
};
const subjects = async (tx: Tx, id: string, name: string) => {
  const { rows } = await sql<{ subject_id: string }>`
    select subject_id from ${sql.ref(`due_${name}`)} where child_id = ${id}`.execute(tx);
  return rows.map(({ subject_id }) => subject_id);
};

describe('what came back', () => {
  it('a closing that was sent back is its worker’s again until they send it in', () =>
    ofChild(async (tx, id) => {
      const closure = {
        ...own(id),
        involvement_id: await put.involvement(tx, id),
        status: 'open',
        opened_on: '2026-03-20',
        returned_on: '2026-04-01',
        manager_note: 'Ask the school',
      };
      await tx.insertInto('closure').values(closure).execute();
      expect(await duties(tx, 'closure_returned', id)).toEqual([{ due: '2026-04-07', ...open }]);
      await tx
        .updateTable('closure')
        .set({ status: 'submitted', submitted_on: '2026-04-02', submitted_by: ama() })
        .where('id', '=', closure.id)
        .execute();
      expect(await duties(tx, 'closure_returned', id)).toEqual([]);
    }));

  it('a returned assessment is its writer’s, and one being written is not', () =>
    ofChild(async (tx, id) => {
      await put.assessment(tx, id, null, {
        status: 'returned',
        returned_on: '2026-04-01',
        returned_comment: 'Say why',
      });
      await put.assessment(tx, id, null);
      expect(await duties(tx, 'assessment_returned', id)).toEqual([{ due: '2026-04-07', ...open }]);
    }));
});

describe('a warning', () => {
  it('is looked at again by its owner while somebody works with the child, and is owed by nobody once the last work has ended', () =>
    ofChild(async (tx, id) => {
      const warning = {
        ...own(id),
        kind: 'weapons',
        detail: 'Invented',
        owner_id: ama(),
        raised_on: '2026-03-02',
        review_on: '2026-04-01',
      };
      await tx.insertInto('warning').values(warning).execute();
      const first = await put.involvement(tx, id);
      const second = await put.involvement(tx, id);
      const end = (work: string) =>
        tx
          .updateTable('involvement')
          .set({ ended_on: '2026-05-01', end_reason: 'completed' })
          .where('id', '=', work)
          .execute();
      const owed = () => duties(tx, 'warning_reviewed', id);
      await end(first);
      expect(await owed()).toEqual([{ due: '2026-04-01', ...open }]);
      await end(second);
      expect(await owed()).toEqual([]);
      // It stays on the record, and whoever works with the child next has it to look at.
      await put.involvement(tx, id, { started_on: '2026-09-01' });
      expect(await owed()).toEqual([{ due: '2026-04-01', ...open }]);
    }));
});

describe('what a manager checks and looks at', () => {
  const held = (tx: Tx, id: string, more: object = {}) =>
    tx
      .insertInto('review')
      .values({
        ...own(id),
        reason: 'manager',
        opened_on: '2026-03-20',
        due_on: '2026-04-02',
        held_on: '2026-04-01',
        held_by: ama(),
        findings: 'Invented',
        result: 'plan-changed',
        ...more,
      })
      .execute();

  it('a review that changed the plan of a child at a high level is checked, and of a child at low is not', () =>
    ofChild(async (tx, id) => {
      await held(tx, id);
      expect(await duties(tx, 'review_checked', id)).toEqual([]);
      await put.assessment(tx, id, '2026-03-02', { harm_level: 'high' });
      expect(await duties(tx, 'review_checked', id)).toEqual([{ due: '2026-04-10', ...open }]);
    }));

  it('a review that changed nothing is checked whatever the levels', () =>
    ofChild(async (tx, id) => {
      const nothing = { result: 'nothing-changed', no_change_reason: 'A mistake' };
      const checked = { manager_checked_on: '2026-04-02', manager_note: 'Yes' };
      await held(tx, id, nothing);
      expect(await duties(tx, 'review_checked', id)).toEqual([{ due: '2026-04-10', ...open }]);
      await tx.deleteFrom('review').where('child_id', '=', id).execute();
      await held(tx, id, { ...nothing, ...checked });
      expect(await duties(tx, 'review_checked', id)).toEqual([
        { due: '2026-04-10', done: '2026-04-02', stopped: null },
      ]);
    }));

  it('a worry ticked in a contact, until a manager has written an entry that looks at it', () =>
    ofChild(async (tx, id) => {
      const more = { safeguarding: true };
      await put.contact(tx, id, '2026-04-01', more);
      // Nobody works with the child any more: it is no risk now.
      expect(await duties(tx, 'worry_looked_at', id)).toEqual([]);
      await tx.deleteFrom('contact').where('child_id', '=', id).execute();
      await put.involvement(tx, id);
      await put.contact(tx, id, '2026-04-01');
      expect(await duties(tx, 'worry_looked_at', id)).toEqual([]);
      await put.contact(tx, id, '2026-04-01', more);
      expect(await duties(tx, 'worry_looked_at', id)).toEqual([{ due: '2026-04-02', ...open }]);
      // What is written about something else, as at an allocation or a countersignature, looks at no worry.
      for (const kind of ['case-direction', 'supervision', 'countersignature', 'note'])
        await writes(tx, id, '2026-04-02', [newId()], kind);
      expect(await duties(tx, 'worry_looked_at', id)).toEqual([{ due: '2026-04-02', ...open }]);
      await writes(tx, id, '2026-04-07', await subjects(tx, id, 'worry_looked_at'));
      expect(await duties(tx, 'worry_looked_at', id)).toEqual([
        { due: '2026-04-02', done: '2026-04-07', stopped: null },
      ]);
    }));

  it('a level that is high for the first time, and not each time that it stays so', () =>
    ofChild(async (tx, id) => {
      await put.involvement(tx, id);
      await put.assessment(tx, id, '2026-04-01', { safety_level: 'high' });
      await put.assessment(tx, id, '2026-07-01', { safety_level: 'very-high' });
      expect(await duties(tx, 'high_level_looked_at', id)).toEqual([
        { due: '2026-04-10', ...open },
      ]);
    }));

  const day = '2026-04-08';
  const happens = async (tx: Tx, id: string) =>
    layForeseen(tx, id, (await makePlan(tx, id)).planId, day);
  const isHigh = (tx: Tx, id: string) => put.assessment(tx, id, day, { safety_level: 'high' });
  const worries = (tx: Tx, id: string) => put.contact(tx, id, day, { safeguarding: true });
  it.each<[string, string, string, (tx: Tx, id: string) => Promise<unknown>]>([
    ['a high level', 'high_level_looked_at', '2026-04-15', isHigh],
    ['a worry', 'worry_looked_at', '2026-04-09', worries],
    ['a lost home', 'home_lost_looked_at', '2026-04-09', losesHome],
    ['a contingency that happened', 'contingency_looked_at', '2026-04-09', happens],
  ])(
    '%s with the first entry that looks at it, written since on this child, also on the day itself',
    (_what, name, due, lay) =>
      ofChild(async (tx, id) => {
        await put.involvement(tx, id);
        await lay(tx, id);
        const its = await subjects(tx, id, name);
        await writes(tx, id, '2026-04-07', its);
        await writes(tx, await makeChild(tx), day, its);
        const asked = () => duties(tx, name, id);
        expect(await asked()).toEqual([{ due, ...open }]);
        for (const done of ['2026-04-10', day]) {
          await writes(tx, id, done, its);
          expect(await asked()).toEqual([{ due, done, stopped: null }]);
        }
      }),
  );

  it.each([
    ['safety', { safety_level: 'high' }, 1],
    ['harm', { harm_level: 'very-high' }, 1],
    ['neither', { likelihood_level: 'high' }, 0],
  ])('a level that is high of %s', (_, levels, count) =>
    ofChild(async (tx, id) => {
      await put.involvement(tx, id);
      await put.assessment(tx, id, '2026-04-01', levels);
      expect(await duties(tx, 'high_level_looked_at', id)).toHaveLength(count);
    }),
  );

  it('a child with work that goes on whom nobody has, until somebody has them', () =>
    ofChild(async (tx, id) => {
      expect(await duties(tx, 'child_given_worker', id)).toEqual([]);
      await put.involvement(tx, id);
      expect(await duties(tx, 'child_given_worker', id), 'with a worker').toEqual([]);
      await tx
        .updateTable('relationship')
        .set({
          starts_at: new Date('2026-04-01T09:00:00Z'),
          ends_at: new Date('2026-04-07T15:00:00Z'),
        })
        .where('child_id', '=', id)
        .execute();
      expect(await duties(tx, 'child_given_worker', id)).toEqual([{ due: '2026-04-09', ...open }]);
      await relate(tx, id, 'ben-thackery', 'duty');
      expect(await duties(tx, 'child_given_worker', id), 'with a duty worker').toEqual([]);
      // A referral that waits for triage or a worker has duties of its own.
      const waiting = await makeChild(tx);
      await put.referral(tx, waiting, { state: 'awaiting-allocation' });
      expect(await duties(tx, 'child_given_worker', waiting)).toEqual([]);
      await put.referral(tx, waiting);
      expect(await duties(tx, 'child_given_worker', waiting)).toEqual([
        { due: '2026-04-07', ...open },
      ]);
    }));

  it('the loss of a home, while somebody works with the child', () =>
    ofChild(async (tx, id) => {
      const address = await losesHome(tx, id, '2026-04-01');
      expect(await duties(tx, 'home_lost_looked_at', id)).toEqual([]);
      await put.involvement(tx, id);
      expect(await duties(tx, 'home_lost_looked_at', id)).toEqual([{ due: '2026-04-02', ...open }]);
      await tx
        .updateTable('child_address')
        .set({ valid_to: '2026-04-05' })
        .where('id', '=', address)
        .execute();
      expect((await duties(tx, 'home_lost_looked_at', id)).map(({ stopped }) => stopped)).toEqual([
        '2026-04-05',
      ]);
    }));

  it('a decision on the day that was agreed for it, and none without such a day', () =>
    ofChild(async (tx, id) => {
      const item = await put.panelItem(tx, id, await put.referral(tx, id));
      await put.decision(tx, id, item);
      await put.decision(tx, id, item, { review_on: '2026-05-01' });
      expect(await duties(tx, 'decision_looked_at', id)).toEqual([{ due: '2026-05-01', ...open }]);
    }));

  it('a referral that arrived, until it is triaged', () =>
    ofChild(async (tx, id) => {
      const waiting = { state: 'received', triaged_on: null, allocated_on: null };
      await put.referral(tx, id, { ...waiting, allocated_to: null });
      await put.referral(tx, id, { received_on: '2026-04-02', triaged_on: '2026-04-03' });
      expect(await duties(tx, 'referral_screened', id)).toEqual([
        { due: '2026-04-02', ...open },
        { due: '2026-04-07', done: '2026-04-03', stopped: null },
      ]);
    }));
});

describe('people harmed', () => {
  const line = async (tx: Tx, id: string, more: object = {}) => {
    const values = { ...own(id), label: 'Victim A', created_at: '2026-04-01T10:00:00Z', ...more };
    await tx.insertInto('victim_involvement').values(values).execute();
  };

  it('whoever is new has their details asked for', () =>
    ofChild(async (tx, id) => {
      await line(tx, id);
      await line(tx, id, { label: 'Victim B', details_received_on: '2026-04-02' });
      expect(await duties(tx, 'victim_details_sought', id)).toEqual([
        { due: '2026-04-07', ...open },
        { due: '2026-04-07', done: '2026-04-02', stopped: null },
      ]);
    }));

  it('whoever has a panel near is asked before it meets', () =>
    ofChild(async (tx, id) => {
      await line(tx, id);
      expect(await duties(tx, 'victim_wishes_before_panel', id)).toEqual([]);
      await put.panelItem(tx, id, await put.referral(tx, id));
      expect(await duties(tx, 'victim_wishes_before_panel', id)).toEqual([
        { due: '2026-04-20', ...open },
      ]);
    }));

  it.each([
    ['planned', 'listed', 1],
    ['planned', 'ready', 1],
    ['planned', 'deferred', 0],
    ['planned', 'decided', 0],
    ['held', 'ready', 0],
    ['cancelled', 'listed', 0],
  ])(
    'whoever is near a panel that is %s, where the child is %s, is asked (%i)',
    (status, state, count) =>
      ofChild(async (tx, id) => {
        await line(tx, id);
        const item = await put.panelItem(tx, id, await put.referral(tx, id));
        await sql`update panel_item set state = ${state} where service_id = ${serviceId} and id = ${item}`.execute(
          tx,
        );
        await sql`update panel set status = ${status} where service_id = ${serviceId}`.execute(tx);
        // Another child's panel is none of theirs.
        const other = await makeChild(tx);
        await put.panelItem(tx, other, await put.referral(tx, other));
        expect(await duties(tx, 'victim_wishes_before_panel', id)).toHaveLength(count);
      }),
  );
});

describe('how often a child is met', () => {
  const met = (tx: Tx, id: string, day: string, more: object = {}) =>
    put.contact(tx, id, day, { attendance: 'attended', ...more });
  const begun = async (tx: Tx, id: string, harm: string) => {
    const work = await put.involvement(tx, id);
    await tx
      .updateTable('involvement')
      .set({ started_on: '2026-04-01' })
      .where('id', '=', work)
      .execute();
    await makeSignedAssessment(tx, id, { harm, signedOn: '2026-04-02' });
    return work;
  };

  it('follows from the signed levels: again within the month’s share after the last contact that was kept', () =>
    ofChild(async (tx, id) => {
      await begun(tx, id, 'high');
      await met(tx, id, '2026-04-08');
      await met(tx, id, '2026-04-09', {
        attendance: 'unacceptable-absence',
        absence_reason: 'forgot',
      });
      await met(tx, id, '2026-04-10', { type: 'letter' });
      expect(await duties(tx, 'contact_frequency_kept', id)).toEqual([
        { due: '2026-04-12', ...open },
      ]);
      await met(tx, id, '2026-04-11');
      expect(await duties(tx, 'contact_frequency_kept', id)).toEqual([
        { due: '2026-04-15', ...open },
      ]);
    }));

  it('is less often after twelve weeks, and is owed by nobody when the work has ended', () =>
    ofChild(async (tx, id) => {
      const work = await begun(tx, id, 'low');
      await met(tx, id, '2026-06-23');
      expect(await duties(tx, 'contact_frequency_kept', id)).toEqual([
        { due: '2026-07-09', ...open },
      ]);
      await met(tx, id, '2026-06-24');
      expect(await duties(tx, 'contact_frequency_kept', id)).toEqual([
        { due: '2026-07-25', ...open },
      ]);
      await tx
        .updateTable('involvement')
        .set({ ended_on: '2026-06-30', end_reason: 'completed' })
        .where('id', '=', work)
        .execute();
      expect(await duties(tx, 'contact_frequency_kept', id)).toEqual([]);
    }));

  it('runs from the day on which work began again, and not from a contact of earlier work; the assessment is looked at again from that day too', () =>
    ofChild(async (tx, id) => {
      await makeSignedAssessment(tx, id, { harm: 'low', signedOn: '2025-01-06' });
      await met(tx, id, '2025-02-26');
      await put.involvement(tx, id);
      expect(await duties(tx, 'contact_frequency_kept', id)).toEqual([
        { due: '2026-04-17', ...open },
      ]);
      expect(await duties(tx, 'assessment_reviewed', id)).toEqual([{ due: '2026-07-01', ...open }]);
    }));

  it('is one duty where two pieces of work go on, and none before anybody signed a level', () =>
    ofChild(async (tx, id) => {
      await put.involvement(tx, id);
      await met(tx, id, '2026-04-08');
      expect(await duties(tx, 'contact_frequency_kept', id)).toEqual([]);
      await begun(tx, id, 'medium');
      expect(await duties(tx, 'contact_frequency_kept', id)).toHaveLength(1);
    }));
});
