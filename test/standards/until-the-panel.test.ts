import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, sharedDatabase, staffId, trialOfDuties } from '../support/database.ts';
import { duties, put } from '../support/duties.ts';

// Good Friday is 3 April 2026 and Easter Monday the 6th: after Wednesday 1 April the working days are
// 2, 7, 8, 9, 10, 13, 14, 15, 16, 17, 20, 21, 22, 23 and 24 April.
const database = sharedDatabase();

describe('from the referral to the panel', () => {
  it('a referral is allocated in two working days, Easter not counted', () =>
    trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
      const id = await makeChild(tx);
      const waiting = { state: 'awaiting-allocation', allocated_on: null, allocated_to: null };
      await put.referral(tx, id, waiting);
      await become('marguerite-oyelaran');
      expect(await duties(tx, 'referral_allocated', id)).toEqual([
        { due: '2026-04-07', done: null, stopped: null },
      ]);
      await becomeOwner();
      const fresh = await makeChild(tx);
      await put.referral(tx, fresh, { ...waiting, state: 'received', triaged_on: null });
      expect(await duties(tx, 'referral_allocated', fresh), 'before triage').toEqual([]);
      const other = await makeChild(tx);
      await put.referral(tx, other, { allocated_on: '2026-04-02' });
      await become('marguerite-oyelaran');
      expect((await duties(tx, 'referral_allocated', other))[0]?.done).toBe('2026-04-02');
    }));

  it('child and parent are met in five working days, each by their own contact', () =>
    trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      await put.referral(tx, id);
      await put.contact(tx, id, '2026-03-30');
      await put.contact(tx, id, '2026-04-02', { child_seen: 'not-seen', parent_spoken_to: true });
      await become('ama-lovelock');
      expect(await duties(tx, 'first_contact_child', id)).toEqual([
        { due: '2026-04-10', done: null, stopped: null },
      ]);
      expect(await duties(tx, 'first_contact_parent', id)).toEqual([
        { due: '2026-04-10', done: '2026-04-02', stopped: null },
      ]);
      await becomeOwner();
      await put.contact(tx, id, '2026-04-09');
      await put.contact(tx, id, '2026-04-08');
      await become('ama-lovelock');
      expect((await duties(tx, 'first_contact_child', id))[0]?.done).toBe('2026-04-08');
    }));

  it('whom the service has met before is not to be met “for the first time”: they are seen about what is new', () =>
    trialOfDuties(database(), async ({ tx }) => {
      const asked = async (id: string) => {
        const { rows } = await sql<{ what: string }>`
          select what from due_first_contact_child where service_id = ${serviceId} and child_id = ${id}
          union all select what from due_first_contact_parent where service_id = ${serviceId} and child_id = ${id}`.execute(
          tx,
        );
        return rows.map(({ what }) => what);
      };
      const met = await makeChild(tx, { worker: 'ama-lovelock' });
      await put.contact(tx, met, '2026-01-12', { parent_spoken_to: true });
      const tried = await makeChild(tx, { worker: 'ama-lovelock' });
      await put.contact(tx, tried, '2026-01-12', {
        attendance: 'unacceptable-absence',
        child_seen: 'not-seen',
        absence_reason: 'no-reason',
      });
      for (const id of [met, tried]) await put.referral(tx, id);
      expect(await asked(met)).toEqual([
        'See the child about the new referral',
        'Speak with a parent or carer about the new referral',
      ]);
      expect(await asked(tried)).toEqual([
        'Meet the child for the first time',
        'Speak with a parent or carer for the first time',
      ]);
    }));

  it('an out-of-court assessment has ten working days from receipt, a preventive one fifteen from allocation', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const court = await makeChild(tx, { worker: 'ama-lovelock' });
      const prevention = await makeChild(tx, { worker: 'ama-lovelock' });
      const referralId = await put.referral(tx, court);
      await put.assessment(tx, court, '2026-04-16', { referral_id: referralId });
      await put.referral(tx, prevention, { pathway: 'prevention', received_on: '2026-04-01' });
      await become('ama-lovelock');
      expect(await duties(tx, 'assessment_complete', court)).toEqual([
        { due: '2026-04-17', done: '2026-04-16', stopped: null },
      ]);
      expect(await duties(tx, 'assessment_complete', prevention)).toEqual([
        { due: '2026-04-24', done: null, stopped: null },
      ]);
      expect(await duties(tx, 'police_told', prevention)).toEqual([]);
    }));

  it('police are told in fifteen working days, and the panel sits ten after the signature', () =>
    trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      const referralId = await put.referral(tx, id);
      await put.assessment(tx, id, '2026-04-02', { referral_id: referralId });
      await become('ama-lovelock');
      expect(await duties(tx, 'police_told', id)).toEqual([
        { due: '2026-04-24', done: null, stopped: null },
      ]);
      expect(await duties(tx, 'panel_after_assessment', id)).toEqual([
        { due: '2026-04-20', done: null, stopped: null },
      ]);
      await becomeOwner();
      const itemId = await put.panelItem(tx, id, referralId);
      await put.decision(tx, id, itemId, { decided_on: '2026-04-20' });
      await become('ama-lovelock');
      expect((await duties(tx, 'police_told', id))[0]?.done).toBe('2026-04-20');
      expect((await duties(tx, 'panel_after_assessment', id))[0]?.done).toBe('2026-04-20');
    }));

  it('a referral that was closed or signposted asks for nothing more', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      await put.referral(tx, id, { state: 'closed', closed_on: '2026-04-03' });
      await become('ama-lovelock');
      for (const view of ['first_contact_child', 'assessment_complete', 'police_told'])
        expect((await duties(tx, view, id))[0]?.stopped, view).toBe('2026-04-03');
      const { length } = await tx
        .selectFrom('duty')
        .select('what')
        .where('child_id', '=', id)
        .where('done_on', 'is', null)
        .execute();
      expect(length).toBe(0);
    }));

  it('a partner answers by the day given, and the answer is used within five working days', () =>
    trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      const request = {
        service_id: serviceId,
        id: newId(),
        child_id: id,
        agency: 'education',
        record_class: 'RC9',
        question: 'Attendance?',
        asked_on: '2026-03-25',
        due_on: '2026-04-01',
      };
      await tx.insertInto('information_request').values(request).execute();
      await become('ama-lovelock');
      expect(await duties(tx, 'information_answered', id)).toEqual([
        { due: '2026-04-01', done: null, stopped: null },
      ]);
      expect(await duties(tx, 'information_used', id)).toEqual([]);
      await becomeOwner();
      await tx
        .updateTable('information_request')
        .set({ status: 'answered', answered_on: '2026-04-01' })
        .where('id', '=', request.id)
        .execute();
      await become('ama-lovelock');
      expect((await duties(tx, 'information_answered', id))[0]?.done).toBe('2026-04-01');
      expect(await duties(tx, 'information_used', id)).toEqual([
        { due: '2026-04-10', done: null, stopped: null },
      ]);
    }));

  it('a victim is first contacted in five working days; the worker sees the day and no word of it', () =>
    trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      const line = {
        service_id: serviceId,
        id: newId(),
        child_id: id,
        label: 'Victim A',
        details_received_on: '2026-04-01',
      };
      await tx.insertInto('victim_involvement').values(line).execute();
      await become('ama-lovelock');
      expect(await duties(tx, 'victim_contacted', id)).toEqual([
        { due: '2026-04-10', done: null, stopped: null },
      ]);
      await becomeOwner();
      await tx
        .insertInto('victim_contact')
        .values({
          service_id: serviceId,
          id: newId(),
          child_id: id,
          victim_involvement_id: line.id,
          held_on: '2026-04-09',
          method: 'phone',
          reached: true,
          note: 'Secret',
        })
        .execute();
      await become('ama-lovelock');
      expect((await duties(tx, 'victim_contacted', id))[0]?.done).toBe('2026-04-09');
      expect(await tx.selectFrom('victim_contact').select('id').execute()).toEqual([]);
    }));

  it('police confirm a decision in two working days; one that was escalated is not theirs to confirm', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      const itemId = await put.panelItem(tx, id, await put.referral(tx, id));
      await put.decision(tx, id, itemId);
      await put.decision(tx, id, itemId, { status: 'escalated' });
      const done = { confirmed_on: '2026-04-02', confirmed_by: staffId('quentin-larkin') };
      await put.decision(tx, id, itemId, { status: 'final', ...done });
      await become('ama-lovelock');
      const found = await duties(tx, 'decision_confirmed', id);
      expect(found.map(({ due }) => due)).toEqual(['2026-04-07', '2026-04-07', '2026-04-07']);
      expect(found.filter(({ done, stopped }) => !done && !stopped)).toHaveLength(1);
      expect(found.filter(({ done }) => done === '2026-04-02')).toHaveLength(1);
    }));
});
