import { z } from 'zod';
import type { Actor } from '../../domain/access/can.ts';
import type { Day } from '../../domain/calendar/day.ts';
import { escalationLevels } from '../../domain/panels/escalation.data.ts';
import { escalated } from '../../domain/panels/escalation.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { limitDue } from '../../platform/db/limit-due.ts';
import { newId } from '../../platform/db/new-id.ts';
import { requiredText, versionField } from '../../platform/http/parse-form.ts';
import type { DecisionOne, EscalationRow } from './decision-rows.ts';

export const groundsForm = z.object({
  grounds: requiredText('Enter why you disagree with the decision', 8000),
});

export const resultForm = z.object({
  result: z.enum(['upheld', 'changed'], { error: 'Select whether the decision stands' }),
  note: requiredText('Enter why the decision was upheld or changed', 8000),
  version: versionField,
});

/** Raises a disagreement, or takes an open one up a level; the level before is closed with it. */
export async function raise(
  tx: Tx,
  actor: Actor,
  childId: string,
  decision: DecisionOne,
  grounds: string,
  today: Day,
): Promise<{ kind: 'raised' } | { kind: 'refused'; problems: Problem[] }> {
  const kind = decision.escalations.length === 0 ? 'raise' : 'take-up';
  const move = escalated(decision.escalations, { kind, grounds, by: actor.staffId, on: today });
  if (move.kind === 'refused') return move;
  const step = move.steps.at(-1);
  const level = escalationLevels.find((each) => each.level === step?.level);
  if (!step || !level) throw new Error('A disagreement that was raised has a level');
  const dueOn = await limitDue(tx, actor.serviceId, level.limit, today);
  if (!dueOn) throw new Error(`There is no time limit ${level.limit}`);
  await tx
    .insertInto('escalation')
    .values({
      service_id: actor.serviceId,
      id: newId(),
      child_id: childId,
      decision_id: decision.id,
      level: step.level,
      grounds: step.grounds,
      parties: level.parties,
      raised_on: today,
      raised_by: actor.staffId,
      due_on: dueOn,
    })
    .execute();
  return { kind: 'raised' };
}

/** Answers an open disagreement. When the decision is to change, the new one is recorded next and replaces it. */
export async function resolve(
  tx: Tx,
  actor: Actor,
  decision: DecisionOne,
  step: EscalationRow,
  form: z.output<typeof resultForm>,
  today: Day,
): Promise<{ kind: 'resolved' } | { kind: 'moved-on' } | { kind: 'refused'; problems: Problem[] }> {
  const move = escalated(decision.escalations, {
    kind: 'resolve',
    result: form.result,
    note: form.note,
    by: actor.staffId,
    on: today,
  });
  if (move.kind === 'refused') return move;
  const result = await tx
    .updateTable('escalation')
    .set({
      result: form.result,
      result_note: form.note,
      resolved_on: today,
      resolved_by: actor.staffId,
    })
    .where('id', '=', step.id)
    .where('version', '=', form.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n ? { kind: 'resolved' } : { kind: 'moved-on' };
}
