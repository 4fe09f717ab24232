import { describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, sharedDatabase, staffId, trialOfDuties } from '../support/database.ts';
import { duties, put } from '../support/duties.ts';

// After Wednesday 1 April 2026 the working days are 2, 7, 8, 9, 10, 13 … April (Easter).
const database = sharedDatabase();
const open = { done: null, stopped: null };

describe('what managers owe', () => {
  it('a countersignature two working days after it was asked for', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      const asked = {
        needs_countersign: true,
        submitted_on: '2026-04-01',
        submitted_by: staffId('ama-lovelock'),
      };
      await put.assessment(tx, id, null, { status: 'submitted', ...asked });
      await put.assessment(tx, id, '2026-04-02', {
        ...asked,
        countersigned_by: staffId('marguerite-oyelaran'),
      });
      await put.assessment(tx, id, null, { status: 'returned', ...asked });
      await become('marguerite-oyelaran');
      const found = await duties(tx, 'assessment_countersigned', id);
      expect(found).toHaveLength(2);
      expect(found).toContainEqual({ due: '2026-04-07', ...open });
      expect(found).toContainEqual({ due: '2026-04-07', done: '2026-04-02', stopped: null });
    }));

  it('an answer to a closure that was sent in, and none to one still being written', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      const row = { service_id: serviceId, child_id: id, opened_on: '2026-03-20' };
      const sent = { submitted_on: '2026-04-01', submitted_by: staffId('ama-lovelock') };
      const [first, second] = [await put.involvement(tx, id), await put.involvement(tx, id)];
      await tx
        .insertInto('closure')
        .values([
          { ...row, id: newId(), involvement_id: first, status: 'submitted', ...sent },
          { ...row, id: newId(), involvement_id: second, status: 'open' },
        ])
        .execute();
      await become('marguerite-oyelaran');
      expect(await duties(tx, 'closure_approved', id)).toEqual([{ due: '2026-04-07', ...open }]);
    }));

  it('a look at each exception within five working days', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      const exception = {
        service_id: serviceId,
        child_id: id,
        gate: 'panel',
        requirement: 'parent-met',
        about_table: 'panel_item',
        about_id: newId(),
        reason: 'Mother was in hospital',
        recorded_on: '2026-04-01',
        created_by: staffId('ama-lovelock'),
      };
      const reviewed = { reviewed_on: '2026-04-02', reviewed_by: staffId('marguerite-oyelaran') };
      await tx
        .insertInto('gate_exception')
        .values([
          { ...exception, id: newId() },
          { ...exception, id: newId(), ...reviewed },
        ])
        .execute();
      await become('marguerite-oyelaran');
      const found = await duties(tx, 'exception_reviewed', id);
      expect(found).toContainEqual({ due: '2026-04-10', ...open });
      expect(found).toContainEqual({ due: '2026-04-10', done: '2026-04-02', stopped: null });
    }));

  it('an answer to a disagreement by the day set when it was raised', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      const itemId = await put.panelItem(tx, id, await put.referral(tx, id));
      const decisionId = await put.decision(tx, id, itemId);
      await tx
        .insertInto('escalation')
        .values({
          service_id: serviceId,
          id: newId(),
          child_id: id,
          decision_id: decisionId,
          level: 1,
          grounds: 'Invented',
          parties: 'Police, service',
          raised_on: '2026-04-01',
          raised_by: staffId('ama-lovelock'),
          due_on: '2026-04-10',
        })
        .execute();
      await become('philippa-standfast');
      expect(await duties(tx, 'escalation_answered', id)).toEqual([{ due: '2026-04-10', ...open }]);
    }));

  it('a look at emergency access the next working day, without naming a child sealed from them', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const plain = await makeChild(tx);
      const sealed = await makeChild(tx, { restricted: true });
      const glass = {
        service_id: serviceId,
        staff_id: staffId('marguerite-oyelaran'),
        reason: 'A child at risk tonight',
        starts_at: '2026-04-02T20:00:00Z',
        ends_at: '2026-04-02T22:00:00Z',
      };
      await tx
        .insertInto('break_glass')
        .values([
          { ...glass, id: newId(), child_id: plain },
          { ...glass, id: newId(), child_id: sealed },
        ])
        .execute();
      await become('nasir-hollyoak');
      expect(await duties(tx, 'break_glass_reviewed', plain)).toEqual([
        { due: '2026-04-07', ...open },
      ]);
      expect(await tx.selectFrom('child').select('id').where('id', '=', sealed).execute()).toEqual(
        [],
      );
      const { length } = await tx
        .selectFrom('duty')
        .select('subject_id')
        .where('standard', '=', 'break-glass-review')
        .where('child_id', '=', sealed)
        .execute();
      expect(length).toBe(1);
    }));
});

describe('the worklist as a whole', () => {
  it('follows the service’s own figure when it has one', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      await put.referral(tx, id);
      await tx
        .insertInto('time_limit_override')
        .values({
          service_id: serviceId,
          time_limit_id: 'first-contact-child',
          number: 1,
          unit: 'weeks',
          reason: 'Agreed by the board',
        })
        .execute();
      await become('ama-lovelock');
      expect((await duties(tx, 'first_contact_child', id))[0]?.due).toBe('2026-04-08');
    }));

  it('names the allocated worker as owner, and whoever a row names instead', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const id = await makeChild(tx, { worker: 'ben-thackery' });
      await put.involvement(tx, id);
      await put.assessment(tx, id, '2026-04-01');
      const planned = { status: 'planned', attendance: null, held_at: null };
      await put.contact(tx, id, '', { ...planned, planned_at: '2026-04-01T15:00:00Z' });
      await become('ben-thackery');
      const rows = await tx
        .selectFrom('duty')
        .select(['standard', 'owner_id'])
        .where('child_id', '=', id)
        .where('done_on', 'is', null)
        .orderBy('standard')
        .execute();
      expect(rows).toEqual([
        { standard: 'assessment-review', owner_id: staffId('ben-thackery') },
        { standard: 'contact-frequency', owner_id: staffId('ben-thackery') },
        { standard: 'contact-note', owner_id: staffId('ama-lovelock') },
      ]);
    }));

  it('shows nothing of a sealed child to anyone off the list, and all of it to their own worker on it', () =>
    trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock', restricted: true });
      await put.disposal(tx, id, { given_on: '2026-04-01' });
      await put.assessment(tx, id, '2026-04-01');
      const count = async () =>
        (await tx.selectFrom('duty').select('what').where('child_id', '=', id).execute()).length;
      const onCall = async () =>
        (
          await tx
            .selectFrom('duty')
            .select('subject_id')
            .where('service_id', '=', serviceId)
            .where('child_id', 'is not', null)
            .execute()
        ).length;
      for (const code of [
        'ama-lovelock',
        'marguerite-oyelaran',
        'philippa-standfast',
        'quentin-larkin',
        'ursula-peaceful',
      ]) {
        await become(code);
        expect(await count(), code).toBe(0);
        expect(await onCall(), code).toBe(0);
      }
      await becomeOwner();
      await tx
        .insertInto('relationship')
        .values({
          service_id: serviceId,
          id: newId(),
          child_id: id,
          staff_id: staffId('ama-lovelock'),
          kind: 'named-list',
          starts_at: new Date(Date.now() - 60_000),
          reason: 'On the list',
        })
        .execute();
      await become('ama-lovelock');
      expect(await count()).toBeGreaterThan(3);
    }));
});
