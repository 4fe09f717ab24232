import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { serviceId, staffId } from './database.ts';
import { put } from './duties.ts';
import { layReport, sentBy } from './reports.ts';

const ama = () => staffId('ama-lovelock');
const own = (childId: string) => ({ service_id: serviceId, id: newId(), child_id: childId });

/** What came back to its writer, what a manager checks and looks at, what an audit asks, and what a person harmed was given. */
export async function layWhatFollows(tx: Tx, childId: string): Promise<void> {
  const work = await put.involvement(tx, childId, { type: 'youth-caution' });
  await layWhatCameBack(tx, childId, work);
  await layWhatIsLookedAt(tx, childId, work);
  await layAuditOf(tx, childId, work);
  await layHarmed(tx, childId);
  await layResults(tx, childId);
}

/** What a court did about a charge and about an order, beside the order that it made. */
async function layResults(tx: Tx, childId: string): Promise<void> {
  const { hearing_id } = await tx
    .selectFrom('hearing_result')
    .select('hearing_id')
    .where('service_id', '=', serviceId)
    .where('child_id', '=', childId)
    .executeTakeFirstOrThrow();
  const charge = await idOf(tx, 'charge', childId);
  const order = await idOf(tx, 'court_order', childId);
  await tx
    .insertInto('hearing_result')
    .values([
      { ...own(childId), hearing_id, code: 'wdrn', charge_id: charge },
      { ...own(childId), hearing_id, code: 'OREV', order_id: order },
    ])
    .execute();
}

const idOf = async (tx: Tx, table: 'charge' | 'court_order' | 'plan', childId: string) =>
  (
    await tx
      .selectFrom(table)
      .select('id')
      .where('service_id', '=', serviceId)
      .where('child_id', '=', childId)
      .orderBy('id')
      .executeTakeFirstOrThrow()
  ).id;

async function layWhatCameBack(tx: Tx, childId: string, involvement_id: string): Promise<void> {
  const back = { returned_on: '2026-04-29', manager_note: 'Say why' };
  await put.assessment(tx, childId, null, {
    ...{ status: 'returned', submitted_on: '2026-04-28', submitted_by: ama() },
    ...{ returned_on: '2026-04-29', returned_comment: 'Say why' },
  });
  await tx
    .insertInto('closure')
    .values({ ...own(childId), ...back, involvement_id, status: 'open', opened_on: '2026-04-27' })
    .execute();
  await layReport(tx, childId, {
    ...{ asked_on: '2026-04-20', ...sentBy('ama-lovelock'), sent_on: '2026-04-28' },
    ...{ status: 'returned', ...back },
  });
  const order_id = await idOf(tx, 'court_order', childId);
  await tx
    .insertInto('breach')
    .values({
      ...{ ...own(childId), ...back, order_id, goes_to: 'court', relied_on: [newId()] },
      ...{ reasons: 'Invented', tried: 'Invented', status: 'returned' },
      ...{ proposed_on: '2026-04-28', proposed_by: ama() },
    })
    .execute();
}

async function layWhatIsLookedAt(tx: Tx, childId: string, involvement_id: string): Promise<void> {
  await put.contact(tx, childId, '2026-04-30', { safeguarding: true, involvement_id });
  await tx
    .insertInto('child_address')
    .values({
      ...{ ...own(childId), lines: 'With a friend’s brother', source: 'child' },
      ...{ accommodation_type: 'sofa-surfing', valid_from: '2026-04-30' },
    })
    .execute();
  await layForeseen(tx, childId, await idOf(tx, 'plan', childId), '2026-04-30');
  await tx
    .insertInto('review')
    .values({
      ...{ ...own(childId), reason: 'manager', opened_on: '2026-04-20', due_on: '2026-04-30' },
      ...{ held_on: '2026-04-30', held_by: ama(), findings: 'Invented' },
      ...{ result: 'nothing-changed', no_change_reason: 'Invented' },
    })
    .execute();
}

/** A contingency line of a plan, of which what it speaks of has happened. */
export async function layForeseen(tx: Tx, childId: string, planId: string, happened_on: string) {
  await tx
    .insertInto('plan_line')
    .values({
      ...{ ...own(childId), plan_id: planId, kind: 'contingency', about: 'safety' },
      ...{ text: 'Wren goes missing', then_text: 'Look together', who: 'Ama', within: '1 day' },
      ...{ tell: 'Children’s services', happened_on, happened_note: 'Out all night' },
    })
    .execute();
}

async function layAuditOf(tx: Tx, childId: string, involvement_id: string): Promise<void> {
  const audit = {
    ...{ service_id: serviceId, id: newId(), title: 'Assessing', kind: 'monthly' },
    ...{ framework_id: '2021', standards: ['3.1'], month: '2026-05-01', due_on: '2026-05-29' },
    ...{ lead_id: staffId('marguerite-oyelaran'), status: 'reading', drawn_on: '2026-05-01' },
    ...{ sample_plan: '{}', sample_frame: '{}' },
  };
  await tx.insertInto('audit').values(audit).execute();
  const drawn = {
    ...{ ...own(childId), audit_id: audit.id, involvement_id, position: 1, risk: 'low' },
    ...{ tier: 'out-of-court', disposal: 'youth-caution', sex: 'not-asked', worker_id: ama() },
  };
  await tx.insertInto('audit_case').values(drawn).execute();
  const about = { audit_id: audit.id, case_id: drawn.id };
  await tx
    .insertInto('audit_reading')
    .values({ ...own(childId), ...about, reader_id: staffId('ben-thackery'), reading: 'first' })
    .execute();
  await tx
    .insertInto('audit_feedback')
    .values({
      ...{ ...own(childId), ...about, worker_id: ama(), audit_title: 'Assessing' },
      ...{ framework_id: '2021', strengths: 'Invented', learning: 'Invented', judgements: '[]' },
      shared_on: '2026-05-11',
    })
    .execute();
}

/** Somebody who was reached, and was given one right in the record and one by what they said. */
async function layHarmed(tx: Tx, childId: string): Promise<void> {
  const line = {
    ...{ ...own(childId), label: 'Victim B', details_received_on: '2026-04-29' },
    ...{ updates_wanted: 'yes', wishes: 'given', wishes_on: '2026-05-06' },
  };
  await tx.insertInto('victim_involvement').values(line).execute();
  const about = { victim_involvement_id: line.id };
  await tx
    .insertInto('victim')
    .values({ ...own(childId), ...about, name: 'Invented', is_child: true })
    .execute();
  await tx
    .insertInto('victim_contact')
    .values({
      ...{ ...own(childId), ...about, held_on: '2026-05-05', method: 'phone', reached: true },
      note: 'Invented',
    })
    .execute();
  await tx
    .insertInto('victim_right')
    .values([
      { ...own(childId), ...about, code: 'information', done_on: '2026-05-05' },
      { ...own(childId), ...about, code: 'updates', done_on: '2026-05-07' },
    ])
    .execute();
}
