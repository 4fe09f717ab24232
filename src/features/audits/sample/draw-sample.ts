import type { Actor } from '../../../domain/access/can.ts';
import { allocateReaders } from '../../../domain/audits/allocate-readers.ts';
import type { SamplePlan } from '../../../domain/audits/sample-plan.ts';
import type { Day } from '../../../domain/calendar/day.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { newId } from '../../../platform/db/new-id.ts';
import type { Saved } from '../../../platform/db/optimistic.ts';
import { changeRow } from '../../../record/rows.ts';
import type { Audit } from '../audits.queries.ts';
import { openAccess } from '../open-access.ts';
import type { Found } from './find-sample.ts';
import type { FrameRow } from './sample.queries.ts';

/** Keeps a sample with all that it was drawn from, gives each case its readers and opens it to them. */
export async function keepSample(
  tx: Tx,
  actor: Actor,
  audit: Pick<Audit, 'id' | 'version'>,
  plan: SamplePlan,
  { drawn, frame, isBarred, staysFree }: Found,
  today: Day,
): Promise<Saved> {
  const saved = await changeRow(tx, 'audit', audit, {
    status: 'reading',
    drawn_on: today,
    sample_plan: JSON.stringify(plan),
    sample_frame: JSON.stringify(frame),
  });
  if (saved.kind === 'moved-on') return saved;
  const cases = drawn.cases.map((each, index) => caseRow(actor, audit.id, each, index + 1));
  await tx.insertInto('audit_case').values(cases).execute();
  const caseOf = new Map(cases.map(({ id, child_id }) => [child_id, id]));
  const readings = allocateReaders(
    drawn.cases.map(({ childId }) => childId),
    plan.readers,
    isBarred,
    { ...plan, staysFree },
  ).flatMap(({ childId, reading, readerId }) => {
    const caseId = caseOf.get(childId);
    return caseId ? [readingRow(actor, audit.id, caseId, childId, reading, readerId)] : [];
  });
  if (readings.length > 0) await tx.insertInto('audit_reading').values(readings).execute();
  await openAccess(tx, actor, audit.id);
  return saved;
}

export const caseRow = (actor: Actor, auditId: string, each: FrameRow, position: number) => ({
  service_id: actor.serviceId,
  id: newId(),
  audit_id: auditId,
  child_id: each.childId,
  involvement_id: each.involvementId,
  position,
  tier: each.tier,
  disposal: each.disposal,
  sex: each.sex,
  risk: each.risk,
  worker_id: each.workerId,
  team_id: each.teamId,
  victim_id: each.victimId,
});

export const readingRow = (
  actor: Actor,
  auditId: string,
  caseId: string,
  childId: string,
  reading: 'first' | 'second',
  readerId: string,
) => ({
  service_id: actor.serviceId,
  id: newId(),
  audit_id: auditId,
  case_id: caseId,
  child_id: childId,
  reading,
  reader_id: readerId,
});
