import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { dutiesOf } from '../../src/platform/db/due-work.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { addRow } from '../../src/record/rows.ts';
import { dueLink } from '../../src/record/subject-link.ts';
import { urls } from '../../src/urls.ts';
import { layAudit } from '../support/audits.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, settle, sharedDatabase, staffId, trialOfDuties } from '../support/database.ts';
import { makeInspection } from '../support/inspections.ts';

// What due_inspection_led, due_inspection_cases_planned and due_audit_led say.
const database = sharedDatabase();
const lead = 'edith-fairlamp';

type Become = (code: string) => Promise<Parameters<typeof dutiesOf>[1]>;

/** What waits for somebody because they lead it: in words, by when, and where it is done. */
const led = async (tx: Tx, become: Become, code: string) => {
  const actor = await become(code);
  return (await dutiesOf(tx, actor))
    .filter(({ linkKind }) => ['inspection', 'audit'].includes(linkKind))
    .map((duty) => `${duty.what} | ${duty.dueOn} | ${dueLink(actor, duty)}`);
};

it('an inspection stands on the home of whoever leads it until it is published: its fieldwork, then its report', () =>
  trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
    const id = await makeInspection(tx, { lead });
    await makeInspection(tx, { lead, published: true });
    const title = `Inspection ${id.slice(-6)}`;
    const to = urls.inspections.one(id);
    const moved = async (state: string) => {
      await becomeOwner();
      await tx.updateTable('inspection').set({ state }).where('id', '=', id).execute();
      await settle(tx);
      return led(tx, become, lead);
    };
    expect(await moved('preparing')).toEqual([
      `Prepare the inspection for its fieldwork: ${title} | 2026-06-01 | ${to}`,
    ]);
    expect(await moved('fieldwork')).toEqual([
      `Finish the fieldwork of the inspection: ${title} | 2026-06-05 | ${to}`,
    ]);
    expect(await moved('ratings-panel')).toEqual([
      `Bring the inspection to its published report: ${title} | 2026-07-31 | ${to}`,
    ]);
    expect(await led(tx, become, 'philippa-standfast')).toEqual([]);
    // A lead who left leads no more: whoever may name another is told.
    await becomeOwner();
    await tx
      .updateTable('staff')
      .set({ active_to: '2026-06-06' })
      .where('id', '=', staffId(lead))
      .execute();
    await settle(tx);
    expect(await led(tx, become, 'philippa-standfast')).toEqual([
      `Bring the inspection to its published report, whose lead has left: ${title} | 2026-07-31 | ${to}`,
    ]);
    expect(await led(tx, become, 'ama-lovelock')).toEqual([]);
  }));

it('an inspection that an inspector leads stands on the home of the head of service until its cases are planned, for its lead may not draw them', () =>
  trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
    const id = await makeInspection(tx, { lead });
    await makeInspection(tx, { lead: 'philippa-standfast' });
    const waits = async (code: string) => {
      await settle(tx);
      const found = await led(tx, become, code);
      await becomeOwner();
      return found.filter((text) => text.startsWith('Plan the reading'));
    };
    await becomeOwner();
    const plan = `Plan the reading of cases, which its lead cannot draw: Inspection ${id.slice(-6)} | 2026-06-01 | ${urls.inspections.one(id)}`;
    expect(await waits('philippa-standfast')).toEqual([plan]);
    for (const code of [lead, 'ama-lovelock', 'desmond-plumb'])
      expect(await waits(code), code).toEqual([]);
    const audit = await layAudit(tx, await makeChild(tx), { first: 'nasir-hollyoak' });
    await tx
      .insertInto('inspection_audit')
      .values({ service_id: serviceId, id: newId(), inspection_id: id, audit_id: audit.audit })
      .execute();
    expect(await waits('philippa-standfast')).toEqual([]);
  }));

it('an audit stands on its lead’s home from its own month on, until it is finished or called off', () =>
  trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
    const audit = (title: string, month: string, due_on: string) =>
      addRow(tx, { serviceId }, 'audit', {
        ...{ title, month, due_on, kind: 'themed', framework_id: '2025', standards: ['2.1'] },
        lead_id: staffId(lead),
      });
    const now = await audit('This month’s', '2026-01-01', '2026-01-30');
    await audit('One to come', '2999-01-01', '2999-01-30');
    await settle(tx);
    expect(await led(tx, become, lead)).toEqual([
      `Draw the cases of the audit: This month’s | 2026-01-30 | ${urls.audits.one(now)}`,
    ]);
    await becomeOwner();
    await tx
      .updateTable('audit')
      .set({ status: 'cancelled', cancelled_reason: 'Nobody to read' })
      .where('id', '=', now)
      .execute();
    await settle(tx);
    expect(await led(tx, become, lead)).toEqual([]);
    await becomeOwner();
    const { rows } =
      await sql`select 1 from due_audit_led where subject_id = ${now} and stopped_on is not null`.execute(
        tx,
      );
    expect(rows).toHaveLength(1);
  }));
