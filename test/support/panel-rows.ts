import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild, relate } from './children.ts';
import { serviceId, staffId } from './database.ts';

const hour = 3_600_000;

/** Rows of one child heard by one panel whose window is open, with a decision, its outcome and a notice; made as the owner. */
export async function layPanel(tx: Tx, given: { restricted?: boolean; worker?: string } = {}) {
  const childId = await makeChild(tx, {
    worker: given.worker ?? 'ama-lovelock',
    ...(given.restricted ? { restricted: true } : {}),
  });
  const id = {
    panel: newId(),
    attendee: newId(),
    item: newId(),
    referral: newId(),
    paper: newId(),
  };
  const later = {
    decision: newId(),
    escalation: newId(),
    disposal: newId(),
    condition: newId(),
    notice: newId(),
    exception: newId(),
  };
  const window = { opens: new Date(Date.now() - hour), closes: new Date(Date.now() + 48 * hour) };
  const own = { service_id: serviceId, child_id: childId };
  await tx
    .insertInto('panel')
    .values({
      service_id: serviceId,
      id: id.panel,
      name: 'Joint decision panel',
      starts_at: new Date(Date.now() + 24 * hour),
      place: 'Wharf House',
      window_opens: window.opens,
      window_closes: window.closes,
    })
    .execute();
  for (const [code, agency] of [
    ['xanthe-goodenough', 'health'],
    ['quentin-larkin', 'police'],
  ] as const)
    await tx
      .insertInto('panel_attendee')
      .values({
        service_id: serviceId,
        id: code === 'xanthe-goodenough' ? id.attendee : newId(),
        panel_id: id.panel,
        staff_id: staffId(code),
        name: code,
        agency,
      })
      .execute();
  await tx
    .insertInto('referral')
    .values({
      ...own,
      id: id.referral,
      source: 'police',
      agency: 'police',
      referred_on: '2026-01-05',
      received_on: '2026-01-05',
      state: 'allocated',
      triaged_on: '2026-01-05',
    })
    .execute();
  await tx
    .insertInto('panel_item')
    .values({ ...own, id: id.item, panel_id: id.panel, referral_id: id.referral, state: 'ready' })
    .execute();
  await tx
    .insertInto('panel_paper')
    .values({
      ...own,
      id: id.paper,
      panel_item_id: id.item,
      content: JSON.stringify({ summary: 'Quiet' }),
    })
    .execute();
  await tx
    .insertInto('decision')
    .values({
      ...own,
      id: later.decision,
      about_table: 'panel_item',
      about_id: id.item,
      question: 'What should follow?',
      information: 'The assessment',
      rationale: 'Enough',
      outcome: 'outcome-23',
      decided_on: '2026-02-02',
      decided_by: staffId('marguerite-oyelaran'),
    })
    .execute();
  await tx
    .insertInto('disposal')
    .values({
      ...own,
      id: later.disposal,
      referral_id: id.referral,
      decision_id: later.decision,
      outcome: 'outcome-23',
      decided_on: '2026-02-02',
    })
    .execute();
  await tx
    .insertInto('outcome_condition')
    .values({
      ...own,
      id: later.condition,
      disposal_id: later.disposal,
      position: 1,
      text: 'Four sessions',
    })
    .execute();
  await tx
    .insertInto('police_notice')
    .values({
      ...own,
      id: later.notice,
      disposal_id: later.disposal,
      kind: 'not-complied',
      evidence: 'Came once',
    })
    .execute();
  await tx
    .insertInto('gate_exception')
    .values({
      ...own,
      id: later.exception,
      gate: 'panel',
      requirement: 'parent-met',
      about_table: 'panel_item',
      about_id: id.item,
      reason: 'Working away until March',
      recorded_on: '2026-02-01',
      created_by: staffId('ama-lovelock'),
    })
    .execute();
  await tx
    .insertInto('escalation')
    .values({
      ...own,
      id: later.escalation,
      decision_id: later.decision,
      level: 1,
      grounds: 'Too heavy',
      parties: 'Managers',
      raised_on: '2026-02-03',
      raised_by: staffId('quentin-larkin'),
      due_on: '2026-02-05',
    })
    .execute();
  return { childId, ...id, ...later, window, own };
}

/** The live seat that lets a member read within the window. */
export const seat = (tx: Tx, childId: string, code = 'xanthe-goodenough') =>
  relate(tx, childId, code, 'panel', new Date(Date.now() + 48 * hour));

/** Members of outside bodies, other partners and those who see no child. */
export const outsiders = [
  'xanthe-goodenough',
  'quentin-larkin',
  'rosamund-achebe',
  'tegan-bamford-ali',
  'viv-tolliver',
  'winston-appleby',
  'desmond-plumb',
  'edith-fairlamp',
  'cleo-abacus',
  'gwendolen-osei',
  'freddie-okafor-bright',
] as const;
