import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { serviceId, staffId } from './database.ts';
import { put } from './duties.ts';
import { layLetter, layPoint, laySending } from './letters.ts';
import { layOrder } from './orders.ts';
import { approvedBy, layReport, sentBy } from './reports.ts';

/** Rows of one child from which every standard gives a duty, made as the owner; all work is begun in April 2026. */
export async function layEveryDuty(tx: Tx, childId: string): Promise<void> {
  const own = () => ({ service_id: serviceId, id: newId(), child_id: childId });
  const ama = staffId('ama-lovelock');
  const referralId = await put.referral(tx, childId);
  const involvementId = await put.involvement(tx, childId);
  await put.contact(tx, childId, '2026-04-02', {
    attendance: 'unacceptable-absence',
    absence_reason: 'forgot',
    child_seen: 'not-seen',
    involvement_id: involvementId,
  });
  const planned = {
    status: 'planned',
    attendance: null,
    held_at: null,
    involvement_id: involvementId,
  };
  await put.contact(tx, childId, '', { ...planned, planned_at: '2025-04-16T15:00:00Z' });
  const sent = { submitted_on: '2026-04-08', submitted_by: ama };
  await put.assessment(tx, childId, '2026-04-02', { referral_id: referralId });
  await put.assessment(tx, childId, null, {
    status: 'submitted',
    needs_countersign: true,
    ...sent,
  });
  await tx
    .insertInto('closure')
    .values({
      ...own(),
      involvement_id: involvementId,
      status: 'submitted',
      opened_on: '2026-04-07',
      ...sent,
    })
    .execute();
  const decisionId = await put.decision(tx, childId, await put.panelItem(tx, childId, referralId), {
    decided_on: '2026-04-09',
  });
  await tx
    .insertInto('escalation')
    .values({
      ...own(),
      decision_id: decisionId,
      level: 1,
      grounds: 'Too heavy',
      parties: 'Managers',
      raised_on: '2026-04-10',
      raised_by: staffId('quentin-larkin'),
      due_on: '2026-04-14',
    })
    .execute();
  await tx
    .insertInto('gate_exception')
    .values({
      ...own(),
      gate: 'panel',
      requirement: 'parent-met',
      about_table: 'panel_item',
      about_id: newId(),
      reason: 'Working away until May',
      recorded_on: '2026-04-13',
      created_by: ama,
    })
    .execute();
  await tx
    .insertInto('information_request')
    .values({
      ...own(),
      agency: 'education',
      record_class: 'RC9',
      question: 'Attendance?',
      asked_on: '2026-04-14',
      due_on: '2026-04-21',
      status: 'answered',
      answered_on: '2026-04-15',
    })
    .execute();
  const disposalId = await put.disposal(tx, childId, {
    outcome: 'outcome-23',
    decided_on: '2026-04-16',
    given_on: '2026-04-17',
    completed_on: '2026-04-20',
    completion: 'not-completed',
  });
  await tx
    .insertInto('outcome_condition')
    .values({
      ...{ service_id: serviceId, id: newId(), child_id: childId, disposal_id: disposalId },
      ...{ position: 1, text: 'Four sessions', due_on: '2026-06-01' },
    })
    .execute();
  await tx
    .insertInto('work_step')
    .values({
      ...own(),
      kind: 'charge',
      about_table: 'disposal',
      about_id: disposalId,
      begun_on: '2026-04-16',
      owner_id: ama,
    })
    .execute();
  const orderId = await layOrder(tx, childId, { first_day: '2026-04-01' });
  await layContract(tx, childId);
  const notKept = { happened_on: '2026-04-22', what: 'Did not come' };
  await tx
    .insertInto('failure_to_comply')
    .values({ ...own(), order_id: orderId, ...notKept })
    .execute();
  const decided = { decision: 'not-acceptable', decided_on: '2026-04-24', decision_reason: 'None' };
  await tx
    .insertInto('failure_to_comply')
    .values({
      ...{ ...own(), order_id: orderId, ...notKept, happened_on: '2026-04-23' },
      ...{ asked_on: '2026-04-24', barriers: ['transport'], ...decided },
    })
    .execute();
  const breach = {
    order_id: orderId,
    goes_to: 'court',
    relied_on: [newId()],
    reasons: 'Invented',
    tried: 'Invented',
    proposed_on: '2026-04-27',
    proposed_by: ama,
  };
  await tx
    .insertInto('breach')
    .values([
      { ...own(), ...breach },
      {
        ...own(),
        ...{ ...breach, proposed_on: '2026-04-28', status: 'approved', approved_on: '2026-04-28' },
        approved_by: staffId('marguerite-oyelaran'),
      },
    ])
    .execute();
  await layHearings(tx, childId);
  await layRest(tx, childId);
}

/** A referral order whose contract took effect, with what was agreed not signed yet. */
async function layContract(tx: Tx, childId: string): Promise<void> {
  const own = () => ({ service_id: serviceId, id: newId(), child_id: childId });
  const order = { ...own(), kind: 'referral-order', court: 'Eastmarsh Youth Court', amount: 12 };
  await tx
    .insertInto('court_order')
    .values({
      ...{ ...order, made_on: '2026-10-05', convicted_on: '2026-10-05' },
      ...{ first_day: '2026-11-02', last_day: '2027-11-01' },
    })
    .execute();
  const about = { order_id: order.id, meeting: 'first', state: 'decided' };
  const panel_item_id = await put.panelItem(tx, childId, null, about);
  await tx
    .insertInto('order_meeting')
    .values({
      ...{ ...own(), order_id: order.id, panel_item_id, outcome: 'contract' },
      ...{ happened_on: '2026-11-02', note: 'Agreed together' },
    })
    .execute();
}

/** A hearing that nobody covers, one covered by somebody, and a result that the record does not follow yet. */
async function layHearings(tx: Tx, childId: string): Promise<void> {
  const own = () => ({ service_id: serviceId, id: newId(), child_id: childId });
  const hearing = { court: 'Eastmarsh Youth Court', created_at: '2026-04-20T09:00:00Z' };
  const ben = staffId('ben-thackery');
  const heard = {
    ...{ ...own(), ...hearing, kind: 'plea', listed_on: '2026-04-22' },
    ...{ state: 'held', recorded_on: '2026-04-22', covered_by: ben, covered_on: '2026-04-21' },
    created_at: '2026-04-21T09:00:00Z',
  };
  const sentence = { ...own(), ...hearing, kind: 'sentence', listed_on: '2026-05-12' };
  await tx.insertInto('hearing').values(sentence).execute();
  await layReports(tx, childId, sentence.id);
  await layLetters(tx, childId);
  await tx.insertInto('hearing').values(heard).execute();
  await tx
    .insertInto('hearing_result')
    .values({ ...own(), hearing_id: heard.id, code: 'DTO' })
    .execute();
}

/** A report that is being written, one that waits for a manager, and one that was approved before a charge came. */
async function layReports(tx: Tx, childId: string, hearing_id: string): Promise<void> {
  const sent = { ...sentBy('ama-lovelock'), sent_on: '2026-04-23' };
  await layReport(tx, childId, { asked_on: '2026-04-20', hearing_id });
  await layReport(tx, childId, { asked_on: '2026-04-21', ...sent });
  await layReport(tx, childId, {
    ...{ asked_on: '2026-04-22', hearing_id, ...sent, sent_on: '2026-04-24' },
    ...{ ...approvedBy('marguerite-oyelaran'), approved_on: '2026-04-25' },
  });
  await tx
    .insertInto('charge')
    .values({
      ...{ service_id: serviceId, id: newId(), child_id: childId, charged_on: '2026-04-26' },
      ...{ charged_by: 'police', wording: 'Affray', created_at: '2026-04-27T09:00:00Z' },
    })
    .execute();
}

/** A letter that is in the outbox. */
async function layLetters(tx: Tx, childId: string): Promise<void> {
  const made = { created_at: '2026-04-27T09:00:00Z', created_by: staffId('ama-lovelock') };
  const letter_id = await layLetter(tx, childId);
  const contact_point_id = await layPoint(tx, childId);
  await laySending(tx, childId, { letter_id, contact_point_id, ...made });
}

async function layRest(tx: Tx, childId: string): Promise<void> {
  const own = () => ({ service_id: serviceId, id: newId(), child_id: childId });
  const ben = staffId('ben-thackery');
  await tx
    .insertInto('review')
    .values({ ...own(), reason: 'change-event', opened_on: '2026-04-21', due_on: '2026-04-22' })
    .execute();
  await tx
    .insertInto('warning')
    .values({
      ...own(),
      kind: 'weapons',
      detail: 'Invented',
      owner_id: ben,
      raised_on: '2026-04-22',
      review_on: '2026-10-22',
    })
    .execute();
  await tx
    .insertInto('action')
    .values({
      ...own(),
      about_table: 'panel_item',
      about_id: newId(),
      what: 'Ring the school',
      owner_id: ben,
      owner_name: 'Ben',
      agency: 'yjs',
      original_due: '2026-04-30',
      due_on: '2026-05-07',
      created_at: '2026-04-23T09:00:00Z',
    })
    .execute();
  await tx
    .insertInto('break_glass')
    .values({
      ...own(),
      staff_id: staffId('nasir-hollyoak'),
      reason: 'A child at risk tonight',
      starts_at: '2026-04-24T23:30:00Z',
      ends_at: '2026-04-25T01:30:00Z',
    })
    .execute();
  const plan = {
    ...own(),
    status: 'agreed',
    started_on: '2026-04-20',
    agreed_on: '2026-04-27',
    review_on: '2026-07-27',
  };
  await tx.insertInto('plan').values(plan).execute();
  await tx
    .insertInto('plan_line')
    .values({
      ...own(),
      plan_id: plan.id,
      kind: 'exit',
      who: 'Wren',
      text: 'Say goodbye',
      by_on: '2026-07-20',
    })
    .execute();
  const shortfall = { ...own(), began_week: '2026-04-06', opened_on: '2026-04-13' };
  await tx.insertInto('education_shortfall').values(shortfall).execute();
  await tx
    .insertInto('education_step')
    .values({
      ...{ ...own(), shortfall_id: shortfall.id, rung: 'school', asked_on: '2026-04-15' },
      ...{ asked_who: 'Head of year', asked_what: 'What would bring more hours?' },
    })
    .execute();
  const line = { ...own(), label: 'Victim A', details_received_on: '2026-04-28' };
  await tx.insertInto('victim_involvement').values(line).execute();
  await tx
    .insertInto('victim')
    .values({ ...own(), victim_involvement_id: line.id, name: 'Invented', is_child: false })
    .execute();
}

/** What else a home is made of: a high level, and a decision to be looked at again. */
export async function layInbox(tx: Tx, childId: string): Promise<void> {
  await put.assessment(tx, childId, '2026-04-03', { safety_level: 'high' });
  const item = await put.panelItem(tx, childId, await put.referral(tx, childId));
  await put.decision(tx, childId, item, { review_on: '2026-05-01' });
}
