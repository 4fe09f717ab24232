import { describe, expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { serviceId, sharedDatabase } from '../support/database.ts';
import { put } from '../support/duties.ts';
import { askedOf } from '../support/standards.ts';

const { asked, done, stopped } = askedOf(sharedDatabase());
const _own = (childId: string) => ({ service_id: serviceId, id: newId(), child_id: childId });
const calledOff = { status: 'cancelled', change_reason: 'The family is away' };
const missed = {
  attendance: 'unacceptable-absence',
  absence_reason: 'forgot',
  child_seen: 'not-seen',
};

describe('meeting the child and the parent for the first time', () => {
  const contact =
    (day: string, more: object = {}) =>
    (tx: Tx, id: string) =>
      put.referral(tx, id).then(() => put.contact(tx, id, day, more));
  it.each<[string, string, object, string | null]>([
    ['on the day of the referral', '2026-04-01', {}, '2026-04-01'],
    ['with others there', '2026-04-02', { child_seen: 'with-others' }, '2026-04-02'],
    ['the day before the referral', '2026-03-31', {}, null],
    ['when they came and were not seen', '2026-04-02', { child_seen: 'not-seen' }, null],
    ['when they did not come', '2026-04-02', { ...missed, child_seen: 'alone' }, null],
    ['at a contact that was called off', '2026-04-02', calledOff, null],
  ])('a child is met or not %s', async (_when, day, more, met) => {
    expect(await done('first_contact_child', contact(day, more))).toEqual([met]);
  });

  it('a parent is spoken to on the first day of it, whether or not the child came, and not before the referral', async () => {
    const spoken = { parent_spoken_to: true };
    expect(
      await done('first_contact_parent', async (tx, id) => {
        await contact('2026-04-08', spoken)(tx, id);
        await put.contact(tx, id, '2026-04-07', { ...missed, ...spoken });
      }),
    ).toEqual(['2026-04-07']);
    expect(await done('first_contact_parent', contact('2026-03-31', spoken))).toEqual([null]);
    expect(await done('first_contact_parent', contact('2026-04-01', spoken))).toEqual([
      '2026-04-01',
    ]);
    expect(await done('first_contact_parent', contact('2026-04-02'))).toEqual([null]);
  });

  it('a parent is not asked for from the day that somebody says that there is none to meet', async () => {
    const none = { no_parent_reason: 'Lives alone at 17', no_parent_on: '2026-04-03' };
    expect(await stopped('first_contact_parent', (tx, id) => put.referral(tx, id, none))).toEqual([
      '2026-04-03',
    ]);
    expect(await stopped('first_contact_child', (tx, id) => put.referral(tx, id, none))).toEqual([
      null,
    ]);
  });

  it('nobody owes it before the child has a worker', async () => {
    const waiting = { state: 'awaiting-allocation', allocated_on: null, allocated_to: null };
    for (const view of ['first_contact_child', 'first_contact_parent'])
      expect(await asked(view, (tx, id) => put.referral(tx, id, waiting))).toEqual([]);
  });
});

describe('the assessment of a referral', () => {
  it.each<[string, string, object, string | null]>([
    ['signed for it', '2026-04-02', {}, '2026-04-02'],
    [
      'signed for no referral on the day that this one came',
      '2026-04-01',
      { referral_id: null },
      '2026-04-01',
    ],
    ['signed for no referral before this one came', '2026-03-31', { referral_id: null }, null],
    ['not signed', '2026-04-02', { status: 'submitted', signed_on: null }, null],
  ])('%s', async (_what, day, more, met) => {
    const lay = async (tx: Tx, id: string) => {
      const referral_id = await put.referral(tx, id);
      await put.assessment(tx, id, day, { referral_id, ...more });
    };
    expect(await done('assessment_complete', lay)).toEqual([met]);
    expect((await asked('panel_after_assessment', lay)).length).toBe(met ? 1 : 0);
  });

  it('one of another referral of the child is none of this one', async () => {
    const lay = async (tx: Tx, id: string) => {
      await put.referral(tx, id);
      const other = await put.referral(tx, id, {
        received_on: '2026-02-02',
        referred_on: '2026-02-02',
      });
      await put.assessment(tx, id, '2026-04-02', { referral_id: other });
    };
    expect((await done('assessment_complete', lay)).sort()).toEqual(['2026-04-02', null]);
    expect(await asked('panel_after_assessment', lay)).toHaveLength(1);
  });

  it('the first signature counts', async () => {
    const lay = async (tx: Tx, id: string) => {
      const referral_id = await put.referral(tx, id);
      await put.assessment(tx, id, '2026-04-14', { referral_id });
      await put.assessment(tx, id, '2026-04-02', { referral_id });
    };
    expect(await done('assessment_complete', lay)).toEqual(['2026-04-02']);
    expect((await asked('panel_after_assessment', lay))[0]?.due).toBe('2026-04-20');
  });

  it.each([
    [null, 1, '2026-04-17'],
    ['out-of-court', 1, '2026-04-17'],
    ['prevention', 0, '2026-04-24'],
    ['turnaround', 0, '2026-04-24'],
    ['voluntary', 0, '2026-04-24'],
  ])('pathway %s: %d panel, assessed by %s', async (pathway, panels, due) => {
    const lay = async (tx: Tx, id: string) => {
      const referral_id = await put.referral(tx, id, {
        pathway,
        received_on: '2026-04-01',
        allocated_on: '2026-04-01',
      });
      await put.assessment(tx, id, '2026-04-02', { referral_id });
    };
    expect((await asked('assessment_complete', lay)).map((duty) => duty.due)).toEqual([due]);
    for (const view of ['police_told', 'panel_after_assessment'])
      expect(await asked(view, lay), view).toHaveLength(panels);
  });

  it('prevention counts from the day that the child has a worker', async () => {
    const waiting = {
      pathway: 'prevention',
      state: 'awaiting-allocation',
      allocated_on: null,
      allocated_to: null,
    };
    expect(await asked('assessment_complete', (tx, id) => put.referral(tx, id, waiting))).toEqual(
      [],
    );
  });

  it('a final assessment is not looked at again, and a later one on the same day settles the first', async () => {
    const lay = async (tx: Tx, id: string) => {
      await put.involvement(tx, id);
      await put.assessment(tx, id, '2026-04-02', { kind: 'final' });
    };
    expect(await asked('assessment_reviewed', lay)).toEqual([]);
    const twice = async (tx: Tx, id: string) => {
      await put.involvement(tx, id);
      await put.assessment(tx, id, '2026-04-02');
      await put.assessment(tx, id, '2026-04-02', { kind: 'review' });
    };
    expect((await done('assessment_reviewed', twice)).sort()).toEqual(['2026-04-02', null]);
  });

  it('it is still to be looked at while the panel’s outcome waits to be given, and not for a decision that was replaced', async () => {
    const decided = (more: object) => async (tx: Tx, id: string) => {
      await put.assessment(tx, id, '2026-04-02');
      await put.disposal(tx, id, { involvement_id: null });
      await tx
        .updateTable('involvement')
        .set({ ended_on: '2026-04-02', end_reason: 'completed' })
        .where('child_id', '=', id)
        .execute();
      await tx.updateTable('decision').set(more).where('child_id', '=', id).execute();
    };
    expect(await done('assessment_reviewed', decided({ status: 'final' }))).toEqual([null]);
    expect(await asked('assessment_reviewed', decided({ status: 'replaced' }))).toEqual([]);
  });

  it('the next signature is what looks at it again; a draft is not', async () => {
    const lay = async (tx: Tx, id: string) => {
      await put.involvement(tx, id);
      await put.assessment(tx, id, '2026-04-02');
      await put.assessment(tx, id, null, { kind: 'review', status: 'returned' });
      await put.assessment(tx, id, '2026-04-24', { kind: 'final' });
      await put.assessment(tx, id, '2026-04-22', { kind: 'review' });
    };
    expect(await done('assessment_reviewed', lay)).toEqual(['2026-04-22', '2026-04-24']);
  });

  it('what goes on is an open piece of work or a referral still being worked on', async () => {
    const following = (lay: (tx: Tx, id: string) => Promise<unknown>) =>
      asked('assessment_reviewed', async (tx, id) => {
        await put.assessment(tx, id, '2026-04-02');
        await lay(tx, id);
      });
    const ended = { ended_on: '2026-04-10', end_reason: 'completed' };
    expect(await following((tx, id) => put.involvement(tx, id, ended))).toEqual([]);
    for (const state of ['received', 'awaiting-allocation', 'allocated'])
      expect(await following((tx, id) => put.referral(tx, id, { state })), state).toHaveLength(1);
    for (const state of ['decided', 'closed', 'signposted'])
      expect(
        await following((tx, id) => put.referral(tx, id, { state, closed_on: '2026-04-10' })),
        state,
      ).toEqual([]);
  });
});

describe('what falls away', () => {
  const day = { closed_on: '2026-04-09', triaged_on: '2026-04-08' };
  it.each<[object, string | null]>([
    [{ state: 'closed', ...day }, '2026-04-09'],
    [{ state: 'signposted', ...day, closed_on: null }, '2026-04-08'],
    [{ state: 'signposted', closed_on: null, triaged_on: null }, '2026-04-01'],
    [{ state: 'allocated', ...day }, null],
  ])('of a referral that is %j', async (more, expected) => {
    for (const view of [
      'first_contact_child',
      'first_contact_parent',
      'assessment_complete',
      'police_told',
    ])
      expect(await stopped(view, (tx, id) => put.referral(tx, id, more)), view).toEqual([expected]);
    const waiting = { ...more, allocated_on: null, allocated_to: null };
    expect(await done('referral_allocated', (tx, id) => put.referral(tx, id, waiting))).toEqual([
      expected,
    ]);
  });

  it('of a decided referral: when the last of the child’s work ends, and not while any goes on', async () => {
    const lay =
      (...ends: (string | null)[]) =>
      async (tx: Tx, id: string) => {
        await put.referral(tx, id, { state: 'decided', closed_on: '2026-04-03' });
        for (const ended_on of ends)
          await put.involvement(tx, id, ended_on ? { ended_on, end_reason: 'completed' } : {});
      };
    expect(await stopped('police_told', lay('2026-05-01', '2026-06-01'))).toEqual(['2026-06-01']);
    expect(await stopped('police_told', lay('2026-05-01', null))).toEqual([null]);
    expect(await stopped('police_told', lay())).toEqual(['2026-04-03']);
  });
});

describe('a missed appointment', () => {
  const following = (lay: (tx: Tx, id: string) => Promise<unknown>) =>
    asked('missed_contact_followed_up', async (tx, id) => {
      await put.involvement(tx, id);
      await put.contact(tx, id, '2026-04-02', missed);
      await lay(tx, id);
    });
  it.each<[string, string, object, string | null]>([
    ['seeing the child', '2026-04-08', {}, '2026-04-08'],
    [
      'speaking with a parent though the child did not come',
      '2026-04-08',
      { ...missed, parent_spoken_to: true },
      '2026-04-08',
    ],
    ['another that was missed', '2026-04-08', missed, null],
    ['a contact before it', '2026-04-01', {}, null],
    ['a contact that was called off', '2026-04-08', calledOff, null],
  ])('is followed up or not by %s', async (_what, day, more, followed) => {
    const [first] = await following((tx, id) => put.contact(tx, id, day, more));
    expect(first?.done).toBe(followed);
  });

  it('the first contact after it counts', async () => {
    const [first] = await following(async (tx, id) => {
      await put.contact(tx, id, '2026-04-10');
      await put.contact(tx, id, '2026-04-09');
    });
    expect(first?.done).toBe('2026-04-09');
  });

  it('nobody follows up an absence that was accepted, or an appointment that was kept', async () => {
    for (const attendance of ['attended', 'acceptable-absence'])
      expect(
        await asked('missed_contact_followed_up', async (tx, id) => {
          await put.involvement(tx, id);
          await put.contact(tx, id, '2026-04-02', { ...missed, attendance });
        }),
        attendance,
      ).toEqual([]);
  });

  it('when the work has ended only what was followed up is still known', async () => {
    const lay = (more: boolean) => async (tx: Tx, id: string) => {
      await put.contact(tx, id, '2026-04-02', missed);
      if (more) await put.contact(tx, id, '2026-04-08');
    };
    expect(await asked('missed_contact_followed_up', lay(false))).toEqual([]);
    expect(await done('missed_contact_followed_up', lay(true))).toEqual(['2026-04-08']);
  });

  it('what is written up is owed no more', async () => {
    const past = { planned_at: '2026-04-01T15:00:00Z' };
    expect(
      await asked('contact_written_up', (tx, id) => put.contact(tx, id, '2026-04-01', past)),
    ).toEqual([]);
  });

  it('a contact that was planned after the work ended is nobody’s to write up: its worker may write no more', async () => {
    const planned = { status: 'planned', attendance: null, held_at: null };
    const lay = (more: object) => async (tx: Tx, id: string) => {
      await put.involvement(tx, id, more);
      await put.contact(tx, id, '', { ...planned, planned_at: '2026-04-01T15:00:00Z' });
    };
    expect(await asked('contact_written_up', lay({}))).toHaveLength(1);
    const ended = { ended_on: '2026-03-31', end_reason: 'completed', started_on: '2026-03-01' };
    expect(await asked('contact_written_up', lay(ended))).toEqual([]);
  });
});
