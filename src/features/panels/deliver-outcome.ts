import type { z } from 'zod';
import type { Actor } from '../../domain/access/can.ts';
import { deliveryProblems, noticeKinds } from '../../domain/panels/delivery.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';
import type { DisposalOne } from './outcome.queries.ts';
import type { completionForm, givenForm, noticeForm } from './outcome-form.ts';

export type Kept =
  | { kind: 'saved' }
  | { kind: 'moved-on' }
  | { kind: 'refused'; problems: Problem[] };

type Given = z.output<ReturnType<typeof givenForm>>;

/** Records that the outcome was given, and begins the work under it. Without work the referral is closed. */
export async function giveOutcome(
  tx: Tx,
  actor: Actor,
  childId: string,
  disposal: DisposalOne,
  form: Given,
): Promise<Kept> {
  const draft = {
    givenOn: form['given-on'],
    conditions: form.conditions,
    attendanceHours: form['attendance-hours'],
    dueBy: form['due-by'],
  };
  const problems = deliveryProblems(
    disposal.outcome,
    disposal.decided_on,
    draft,
    disposal.most_hours,
  );
  if (disposal.decision_status !== 'final')
    problems.push({
      anchor: 'given-on',
      message:
        'The decision must be confirmed by police, with no disagreement open, before it is given',
    });
  if (problems.length > 0) return { kind: 'refused', problems };
  const result = await tx
    .updateTable('disposal')
    .set({
      given_on: form['given-on'],
      given_by: form['given-by'],
      appropriate_adult: form['appropriate-adult'],
      conditions: form.conditions,
      attendance_hours: form['attendance-hours'],
      due_by: form['due-by'],
    })
    .where('id', '=', disposal.id)
    .where('version', '=', form.version)
    .where('given_on', 'is', null)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) return { kind: 'moved-on' };
  await beginWork(tx, actor, childId, disposal, form);
  return { kind: 'saved' };
}

async function beginWork(
  tx: Tx,
  actor: Actor,
  childId: string,
  disposal: DisposalOne,
  form: Given,
) {
  const type = disposal.outcome.involvementType;
  const support = !offersChoice(disposal.outcome.code) || form.support === 'yes';
  if (!type || !support) {
    await tx
      .updateTable('referral')
      .set({
        state: 'closed',
        closed_on: form['given-on'],
        closed_reason: `${disposal.outcome.label}, with no work to follow`,
      })
      .where('id', '=', disposal.referral_id)
      .execute();
    return;
  }
  const involvementId = newId();
  await tx
    .insertInto('involvement')
    .values({
      service_id: actor.serviceId,
      id: involvementId,
      child_id: childId,
      referral_id: disposal.referral_id,
      type,
      legal_basis: disposal.legal_basis,
      started_on: form['given-on'],
      expected_end: form['due-by'],
    })
    .execute();
  await tx
    .updateTable('disposal')
    .set({ involvement_id: involvementId })
    .where('id', '=', disposal.id)
    .execute();
}

/** After no further action the family may still take help; every other outcome carries its own work. */
export const offersChoice = (outcome: string) => outcome === 'no-further-action';

/** Records how the outcome ended and what shows it. */
export async function endOutcome(
  tx: Tx,
  disposal: DisposalOne,
  form: z.output<ReturnType<typeof completionForm>>,
): Promise<Kept> {
  if (disposal.given_on !== null && form['completed-on'] < disposal.given_on) {
    const message = 'The day it ended must not be before the day it was given';
    return { kind: 'refused', problems: [{ anchor: 'completed-on', message }] };
  }
  const result = await tx
    .updateTable('disposal')
    .set({
      completion: form.completion,
      completed_on: form['completed-on'],
      completion_evidence: form.evidence,
    })
    .where('id', '=', disposal.id)
    .where('version', '=', form.version)
    .where('given_on', 'is not', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n ? { kind: 'saved' } : { kind: 'moved-on' };
}

/** Keeps what police are told. It stays due until the day, the receiver, the way and the proof of sending are there. */
export async function notifyPolice(
  tx: Tx,
  actor: Actor,
  childId: string,
  disposal: DisposalOne,
  form: z.output<ReturnType<typeof noticeForm>>,
): Promise<Kept> {
  if (!disposal.completion || !disposal.completed_on) return { kind: 'moved-on' };
  const sentOn = form['sent-on'];
  if (sentOn !== null && sentOn < disposal.completed_on) {
    const message = 'The day it was sent must not be before the day the outcome ended';
    return { kind: 'refused', problems: [{ anchor: 'sent-on', message }] };
  }
  const told = {
    kind: noticeKinds[disposal.completion].kind,
    evidence: form.evidence,
    sent_on: sentOn,
    sent_to: form['sent-to'],
    sent_how: form['sent-how'],
    proof: form.proof,
    acknowledged_on: form['acknowledged-on'],
    police_decision: form['police-decision'],
  };
  if (!disposal.notice) {
    const made = await tx
      .insertInto('police_notice')
      .values({
        ...told,
        service_id: actor.serviceId,
        id: newId(),
        child_id: childId,
        disposal_id: disposal.id,
      })
      .onConflict((conflict) => conflict.columns(['service_id', 'disposal_id']).doNothing())
      .executeTakeFirst();
    return made.numInsertedOrUpdatedRows === 1n ? { kind: 'saved' } : { kind: 'moved-on' };
  }
  const result = await tx
    .updateTable('police_notice')
    .set(told)
    .where('id', '=', disposal.notice.id)
    .where('version', '=', form.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n ? { kind: 'saved' } : { kind: 'moved-on' };
}
