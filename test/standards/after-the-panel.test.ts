import { describe, expect, it } from 'vitest';
import { dueWork } from '../../src/platform/db/due-work.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, sharedDatabase, staffId, trialOfDuties } from '../support/database.ts';
import { duties, put } from '../support/duties.ts';

// After Wednesday 1 April 2026 the working days are 2, 7, 8, 9, 10, 13, 14, 15, 16, 17, 20 … 24 April (Easter).
const database = sharedDatabase();
const open = { done: null, stopped: null };

describe('from the outcome to the end', () => {
  it('an outcome is given in ten working days, and the plan agreed in fifteen after that', () =>
    trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      const disposalId = await put.disposal(tx, id);
      await become('ama-lovelock');
      expect(await duties(tx, 'outcome_delivered', id)).toEqual([{ due: '2026-04-17', ...open }]);
      expect(await duties(tx, 'plan_after_outcome', id)).toEqual([]);
      await becomeOwner();
      await tx
        .updateTable('disposal')
        .set({ given_on: '2026-04-01' })
        .where('id', '=', disposalId)
        .execute();
      await become('ama-lovelock');
      expect((await duties(tx, 'outcome_delivered', id))[0]?.done).toBe('2026-04-01');
      expect(await duties(tx, 'plan_after_outcome', id)).toEqual([{ due: '2026-04-24', ...open }]);
      await becomeOwner();
      await tx
        .insertInto('plan')
        .values({
          service_id: serviceId,
          id: newId(),
          child_id: id,
          status: 'agreed',
          started_on: '2026-04-02',
          agreed_on: '2026-04-08',
          review_on: '2026-07-08',
        })
        .execute();
      await become('ama-lovelock');
      expect((await duties(tx, 'plan_after_outcome', id))[0]?.done).toBe('2026-04-08');
      expect(await duties(tx, 'plan_reviewed', id)).toEqual([{ due: '2026-07-08', ...open }]);
    }));

  it('an outcome that was decided anew is owed by nobody', () =>
    trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      await put.disposal(tx, id);
      await becomeOwner();
      await tx
        .updateTable('decision')
        .set({ status: 'replaced' })
        .where('child_id', '=', id)
        .execute();
      await become('ama-lovelock');
      expect((await duties(tx, 'outcome_delivered', id))[0]?.stopped).not.toBeNull();
    }));

  it('a plan that was reviewed is due again three months later', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      const row = { service_id: serviceId, child_id: id };
      await tx
        .insertInto('plan')
        .values({
          ...row,
          id: newId(),
          status: 'agreed',
          started_on: '2026-01-05',
          agreed_on: '2026-01-10',
          review_on: '2026-04-10',
        })
        .execute();
      await tx
        .insertInto('review')
        .values({
          ...row,
          id: newId(),
          reason: 'scheduled',
          opened_on: '2026-04-01',
          due_on: '2026-04-10',
          held_on: '2026-11-30',
          held_by: staffId('ama-lovelock'),
          result: 'plan-changed',
        })
        .execute();
      await become('ama-lovelock');
      expect(await duties(tx, 'plan_reviewed', id)).toEqual([
        { due: '2026-04-10', done: '2026-11-30', stopped: null },
        { due: '2027-02-28', ...open },
      ]);
    }));

  it('an assessment is reviewed three months after it was signed, while the work goes on', () =>
    trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      await put.assessment(tx, id, '2026-01-31');
      await become('ama-lovelock');
      expect(await duties(tx, 'assessment_reviewed', id)).toEqual([]);
      await becomeOwner();
      await put.involvement(tx, id, { started_on: '2026-01-15' });
      await become('ama-lovelock');
      expect(await duties(tx, 'assessment_reviewed', id)).toEqual([{ due: '2026-04-30', ...open }]);
      await becomeOwner();
      await put.assessment(tx, id, '2026-04-20', { kind: 'review' });
      await become('ama-lovelock');
      expect(await duties(tx, 'assessment_reviewed', id)).toEqual([
        { due: '2026-04-30', done: '2026-04-20', stopped: null },
        { due: '2026-07-20', ...open },
      ]);
    }));

  it('a missed appointment is followed up the next working day by a contact that is not missed too', () =>
    trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      await put.involvement(tx, id);
      const missed = {
        attendance: 'unacceptable-absence',
        absence_reason: 'forgot',
        child_seen: 'not-seen',
      };
      await put.contact(tx, id, '2026-04-02', missed);
      await put.contact(tx, id, '2026-04-07', missed);
      await become('ama-lovelock');
      expect(await duties(tx, 'missed_contact_followed_up', id)).toEqual([
        { due: '2026-04-07', ...open },
        { due: '2026-04-08', ...open },
      ]);
      await becomeOwner();
      await put.contact(tx, id, '2026-04-08', { type: 'phone' });
      await become('ama-lovelock');
      expect((await duties(tx, 'missed_contact_followed_up', id)).map(({ done }) => done)).toEqual([
        '2026-04-08',
        '2026-04-08',
      ]);
    }));

  it('a planned contact whose time has passed waits to be written up, one still to come does not', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      await put.involvement(tx, id);
      const planned = { status: 'planned', attendance: null, held_at: null };
      await put.contact(tx, id, '', { ...planned, planned_at: '2025-04-16T15:00:00Z' });
      await put.contact(tx, id, '', { ...planned, planned_at: '2039-04-01T15:00:00Z' });
      await become('ama-lovelock');
      // Good Friday 2025 is 18 April and Easter Monday the 21st.
      const due = (await dueWork(tx, serviceId, [id])).filter(
        ({ standard }) => standard === 'contact-note',
      );
      expect(due.map(({ dueOn }) => dueOn)).toEqual(['2025-04-22']);
    }));

  it('a change is reviewed by its own day, a warning by its own, and an action by the day now due', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      await put.involvement(tx, id);
      const row = { service_id: serviceId, child_id: id };
      await tx
        .insertInto('review')
        .values({
          ...row,
          id: newId(),
          reason: 'change-event',
          opened_on: '2026-04-01',
          due_on: '2026-04-02',
        })
        .execute();
      const warning = {
        ...row,
        kind: 'weapons',
        detail: 'Invented',
        owner_id: staffId('ama-lovelock'),
        raised_on: '2026-04-01',
        review_on: '2026-10-01',
      };
      await tx
        .insertInto('warning')
        .values([
          { ...warning, id: newId() },
          {
            ...warning,
            id: newId(),
            review_on: '2026-11-01',
            ended_on: '2026-04-20',
            end_reason: 'Over',
          },
        ])
        .execute();
      await tx
        .insertInto('action')
        .values({
          ...row,
          id: newId(),
          about_table: 'panel_item',
          about_id: newId(),
          what: 'Ring',
          owner_id: staffId('ama-lovelock'),
          owner_name: 'Ama',
          agency: 'yjs',
          original_due: '2026-04-10',
          due_on: '2026-04-17',
        })
        .execute();
      await become('ama-lovelock');
      expect(await duties(tx, 'change_reviewed', id)).toEqual([{ due: '2026-04-02', ...open }]);
      expect(await duties(tx, 'warning_reviewed', id)).toEqual([
        { due: '2026-10-01', ...open },
        { due: '2026-11-01', done: '2026-04-20', stopped: null },
      ]);
      expect(await duties(tx, 'action_done', id)).toEqual([{ due: '2026-04-17', ...open }]);
    }));

  it('police are told within a working day when an outcome that they wait for ends, kept or not', () =>
    trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      const ended = { given_on: '2026-03-01', completed_on: '2026-04-02' };
      await put.disposal(tx, id, { outcome: 'outcome-22', completion: 'completed', ...ended });
      const disposalId = await put.disposal(tx, id, {
        outcome: 'outcome-23',
        completion: 'not-completed',
        ...ended,
      });
      await become('ama-lovelock');
      expect(await duties(tx, 'police_notified', id)).toEqual([{ due: '2026-04-07', ...open }]);
      await becomeOwner();
      await tx
        .insertInto('police_notice')
        .values({
          service_id: serviceId,
          id: newId(),
          child_id: id,
          disposal_id: disposalId,
          kind: 'not-complied',
          evidence: 'Invented',
          sent_on: '2026-04-07',
          sent_to: 'Desk',
          proof: 'Receipt',
        })
        .execute();
      await become('ama-lovelock');
      expect((await duties(tx, 'police_notified', id))[0]?.done).toBe('2026-04-07');
    }));
});
