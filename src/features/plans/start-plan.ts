import type { Actor } from '../../domain/access/can.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { AssessmentForPlan } from '../../domain/plans/from-assessment.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';
import { addRow } from '../../record/rows.ts';

/** Begins the child's plan with its exit step and with the rows of the signed assessment as starting lines. */
export async function startPlan(
  tx: Tx,
  actor: Actor,
  input: {
    childId: string;
    today: Day;
    exit: { text: string; who: string; by_on: Day | null };
    assessment: AssessmentForPlan;
  },
): Promise<void> {
  const { childId, today, exit, assessment } = input;
  const planId = await addRow(tx, actor, 'plan', {
    child_id: childId,
    status: 'draft',
    started_on: today,
    adaptations: assessment.adaptationsNeeded || null,
    child_words: assessment.childWords || null,
    parent_words: assessment.parentWords || null,
  });
  const line = (kind: string, position: number) => ({
    service_id: actor.serviceId,
    id: newId(),
    child_id: childId,
    plan_id: planId,
    kind,
    position,
  });
  await tx
    .insertInto('plan_line')
    .values([
      { ...line('exit', 1), ...exit, accepted: 'waiting' },
      // Rows written for professionals stay off the child's page until somebody has put them in the child's words.
      ...assessment.safetyRows.map((row, index) => ({
        ...line('safety', index + 1),
        risk: row.risk,
        text: row.control,
        who: row.who || null,
        agency: row.agency || null,
        by_on: row.reviewOn,
        on_child_page: false,
      })),
      ...assessment.contingencyRows.map((row, index) => ({
        ...line('contingency', index + 1),
        about: row.about,
        text: row.trigger,
        then_text: row.action,
        who: row.who,
        within: row.within,
        tell: row.tell,
        on_child_page: false,
      })),
    ])
    .execute();
}
