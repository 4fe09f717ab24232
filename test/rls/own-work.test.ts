import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild, relate } from '../support/children.ts';
import { serviceId, sharedDatabase, staffId, trialOfDuties } from '../support/database.ts';
import { layPanel } from '../support/panel-rows.ts';
import { makeInvolvement } from '../support/work-rows.ts';

const database = sharedDatabase();
const own = (childId: string) => ({ service_id: serviceId, id: newId(), child_id: childId });

describe('nobody gives their own work a second signature by adding it already signed', () => {
  it('a worker adds no assessment that carries a manager’s countersignature', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const childId = await makeChild(tx, { worker: 'ama-lovelock' });
      await become('ama-lovelock');
      await expect(
        tx
          .insertInto('assessment')
          .values({
            ...own(childId),
            template_id: 'foothold',
            template_version: 1,
            kind: 'initial',
            status: 'signed',
            started_on: '2026-02-01',
            started_by: staffId('ama-lovelock'),
            likelihood_level: 'low',
            safety_level: 'low',
            harm_level: 'low',
            signed_on: '2026-02-02',
            countersigned_by: staffId('marguerite-oyelaran'),
          })
          .execute(),
      ).rejects.toThrow(/row-level security/);
    }));

  it('a worker adds no closing that is already approved', () =>
    trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
      const childId = await makeChild(tx, { worker: 'ama-lovelock' });
      const work = await makeInvolvement(tx, childId, 'ama-lovelock');
      await becomeOwner();
      await tx.deleteFrom('closure').where('involvement_id', '=', work).execute();
      await become('ama-lovelock');
      await expect(
        tx
          .insertInto('closure')
          .values({
            ...own(childId),
            involvement_id: work,
            status: 'approved',
            opened_on: '2026-02-01',
            approved_on: '2026-02-02',
            approved_by: staffId('marguerite-oyelaran'),
          })
          .execute(),
      ).rejects.toThrow(/row-level security/);
    }));

  it('a worker adds no review that a manager has already checked', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const childId = await makeChild(tx, { worker: 'ama-lovelock' });
      await become('ama-lovelock');
      await expect(
        tx
          .insertInto('review')
          .values({
            ...own(childId),
            reason: 'scheduled',
            opened_on: '2026-02-01',
            due_on: '2026-02-10',
            manager_checked_on: '2026-02-02',
            manager_checked_by: staffId('marguerite-oyelaran'),
          })
          .execute(),
      ).rejects.toThrow(/row-level security/);
    }));

  it('a worker adds no exception that a manager has already reviewed', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const rows = await layPanel(tx);
      await become('ama-lovelock');
      await expect(
        tx
          .insertInto('gate_exception')
          .values({
            ...rows.own,
            id: newId(),
            gate: 'panel',
            requirement: 'child-met',
            about_table: 'panel_item',
            about_id: rows.item,
            reason: 'No time to meet the child',
            recorded_on: '2026-02-01',
            created_by: staffId('ama-lovelock'),
            reviewed_on: '2026-02-02',
            reviewed_by: staffId('marguerite-oyelaran'),
          })
          .execute(),
      ).rejects.toThrow(/row-level security/);
    }));

  it('a manager reviews an exception in their own name only', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const rows = await layPanel(tx);
      await become('marguerite-oyelaran');
      await expect(
        tx
          .updateTable('gate_exception')
          .set({ reviewed_on: '2026-02-02', reviewed_by: staffId('philippa-standfast') })
          .where('id', '=', rows.exception)
          .execute(),
      ).rejects.toThrow(/row-level security/);
    }));

  it('a manager does not make a decision final that police have not confirmed', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const rows = await layPanel(tx);
      await become('marguerite-oyelaran');
      await expect(
        tx
          .updateTable('decision')
          .set({ status: 'final' })
          .where('id', '=', rows.decision)
          .execute(),
      ).rejects.toThrow(/whoever may confirm it/);
    }));

  it('nobody records a decision as final from the start', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const rows = await layPanel(tx);
      await become('marguerite-oyelaran');
      await expect(
        tx
          .insertInto('decision')
          .values({
            ...rows.own,
            id: newId(),
            about_table: 'panel_item',
            about_id: rows.item,
            question: 'What should follow?',
            information: 'The assessment',
            rationale: 'Enough',
            decided_on: '2026-02-02',
            decided_by: staffId('marguerite-oyelaran'),
            status: 'final',
          })
          .execute(),
      ).rejects.toThrow(/row-level security/);
    }));
});

describe('nobody lengthens their own sight of a child', () => {
  it.each(['rosamund-achebe', 'quentin-larkin'])(
    '%s, asked a question, ends the tie but never moves its end further off',
    (code) =>
      trialOfDuties(database(), async ({ tx, become }) => {
        const childId = await makeChild(tx, { worker: 'ama-lovelock' });
        await relate(tx, childId, code, 'information-request', new Date(Date.now() + 3_600_000));
        await become(code);
        await expect(
          tx
            .updateTable('relationship')
            .set({ ends_at: null })
            .where('child_id', '=', childId)
            .where('kind', '=', 'information-request')
            .execute(),
        ).rejects.toThrow(/only be brought nearer/);
      }),
  );

  it('business support does not keep a panel member reading after the panel’s days', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const rows = await layPanel(tx);
      await relate(tx, rows.childId, 'xanthe-goodenough', 'panel', rows.window.closes);
      await become('annie-twelvetrees');
      await expect(
        tx
          .updateTable('relationship')
          .set({ ends_at: new Date(Date.now() + 900 * 24 * 3_600_000) })
          .where('child_id', '=', rows.childId)
          .where('kind', '=', 'panel')
          .execute(),
      ).rejects.toThrow(/only be brought nearer/);
    }));

  it('nobody says why they look at a record for days that have not come', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const childId = await makeChild(tx, { worker: 'ama-lovelock' });
      await become('ben-thackery');
      await expect(
        tx
          .insertInto('access_log')
          .values({
            service_id: serviceId,
            id: newId(),
            child_id: childId,
            staff_id: staffId('ben-thackery'),
            kind: 'purpose',
            page: '/children/:childId',
            at: new Date(Date.now() + 900 * 24 * 3_600_000),
          })
          .execute(),
      ).rejects.toThrow(/permission denied/);
    }));

  it('a case manager does not make one record a pointer to another', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const childId = await makeChild(tx, { worker: 'ama-lovelock' });
      const other = await makeChild(tx, { worker: 'ama-lovelock' });
      await become('ama-lovelock');
      await expect(
        tx.updateTable('child').set({ merged_into: other }).where('id', '=', childId).execute(),
      ).rejects.toThrow(/permission denied/);
    }));
});

describe('the history keeps what its rows kept', () => {
  const history = (
    tx: Parameters<Parameters<typeof trialOfDuties>[1]>[0]['tx'],
    childId: string,
    table: string,
  ) =>
    tx
      .selectFrom('change_log')
      .select('id')
      .where('child_id', '=', childId)
      .where('table_name', '=', table)
      .execute();

  it('why a record was sealed stays with those on its list after the seal has ended', () =>
    trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
      const childId = await makeChild(tx, { worker: 'ama-lovelock', restricted: true });
      await tx
        .updateTable('restricted_record')
        .set({ ended_on: '2026-02-01' })
        .where('child_id', '=', childId)
        .execute();
      await become('ben-thackery');
      expect(await history(tx, childId, 'restricted_record')).toEqual([]);
      await becomeOwner();
      await become('philippa-standfast');
      expect((await history(tx, childId, 'restricted_record')).length).toBeGreaterThan(0);
    }));

  it('an emergency’s reason is read by its reviewers, not by every worker', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const childId = await makeChild(tx, { worker: 'ama-lovelock' });
      await sql`insert into break_glass (service_id, id, child_id, staff_id, reason, starts_at, ends_at)
        values (${serviceId}, ${newId()}, ${childId}, ${staffId('marguerite-oyelaran')}, 'Police at the door', now(), now() + interval '1 hour')`.execute(
        tx,
      );
      await become('ben-thackery');
      expect(await history(tx, childId, 'break_glass')).toEqual([]);
    }));

  it('a member who has declared an interest does not read the paper in the history', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const rows = await layPanel(tx);
      await tx
        .insertInto('panel_conflict')
        .values({
          ...rows.own,
          id: newId(),
          panel_item_id: rows.item,
          staff_id: staffId('ama-lovelock'),
          interest: 'A cousin',
          managed_by: 'Leaves the room',
        })
        .execute();
      await become('ama-lovelock');
      expect(await history(tx, rows.childId, 'panel_paper')).toEqual([]);
    }));

  it('a member’s interest is read in the history by those who run panels only', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const rows = await layPanel(tx);
      await tx
        .insertInto('panel_conflict')
        .values({
          ...rows.own,
          id: newId(),
          panel_item_id: rows.item,
          staff_id: staffId('xanthe-goodenough'),
          interest: 'A cousin',
          managed_by: 'Leaves the room',
        })
        .execute();
      await become('ben-thackery');
      expect(await history(tx, rows.childId, 'panel_conflict')).toEqual([]);
    }));

  it('a record merged into a sealed one is sealed with it', () =>
    trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
      const kept = await makeChild(tx, { worker: 'ama-lovelock' });
      const merged = await makeChild(tx, { forename: 'Wrenn', worker: 'ama-lovelock' });
      await become('marguerite-oyelaran');
      await sql`select merge_children(${kept}::uuid, ${merged}::uuid, 'The same birth certificate')`.execute(
        tx,
      );
      await becomeOwner();
      await sql`insert into restricted_record (service_id, id, child_id, reason, detail, starts_on)
        values (${serviceId}, ${newId()}, ${kept}, 'child-of-staff', 'Invented', '2026-01-01')`.execute(
        tx,
      );
      await relate(tx, kept, 'gus-merriman', 'named-list');
      for (const code of ['ben-thackery', 'marguerite-oyelaran', 'philippa-standfast']) {
        await become(code);
        expect(
          await tx.selectFrom('child').select('id').where('id', '=', merged).execute(),
        ).toEqual([]);
        expect(
          await tx.selectFrom('change_log').select('id').where('child_id', '=', merged).execute(),
        ).toEqual([]);
        await becomeOwner();
      }
      await become('gus-merriman');
      expect(
        await tx.selectFrom('child').select('id').where('id', '=', merged).execute(),
      ).toHaveLength(1);
    }));
});
