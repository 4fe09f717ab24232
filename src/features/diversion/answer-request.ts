import type { Actor } from '../../domain/access/can.ts';
import type { Day } from '../../domain/calendar/day.ts';
import { questionFor } from '../../domain/information/agencies.data.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';
import { type Saved, savedOf } from '../../platform/db/optimistic.ts';
import { endRequestAccess } from './request-access.ts';

export type Answer = {
  readonly childId: string;
  readonly requestId: string;
  readonly version: number;
  readonly outcome: 'answered' | 'nothing-held' | 'declined';
  /** What the team needs to know, or why the agency declines. */
  readonly lineForTeam: string | null;
  /** The agency's own record, kept in its own class. */
  readonly detail: string | null;
  readonly handlingCode: string | null;
  readonly today: Day;
};

/** A partner answers: the detail stays in their own class, the line goes to the team, and their sight of the child ends. */
export async function answerRequest(tx: Tx, actor: Actor, answer: Answer): Promise<Saved> {
  const saved = savedOf(
    await tx
      .updateTable('information_request')
      .set({
        status: answer.outcome,
        answer_for_team: answer.lineForTeam,
        answered_on: answer.today,
        answered_by: actor.staffId,
      })
      .where('id', '=', answer.requestId)
      .where('child_id', '=', answer.childId)
      .where('status', '=', 'asked')
      .where('version', '=', answer.version)
      .executeTakeFirst(),
  );
  if (saved.kind === 'moved-on') return saved;
  if (answer.detail)
    await addNote(tx, actor, { ...answer, detail: answer.detail, requestId: answer.requestId });
  await endRequestAccess(tx, answer.childId, actor.agency);
  return saved;
}

/** A partner's own note about a child, with or without a question. */
export async function addNote(
  tx: Tx,
  actor: Actor,
  note: {
    readonly childId: string;
    readonly requestId: string | null;
    readonly detail: string;
    readonly handlingCode: string | null;
  },
): Promise<void> {
  await tx
    .insertInto('partner_note')
    .values({
      service_id: actor.serviceId,
      id: newId(),
      child_id: note.childId,
      request_id: note.requestId,
      record_class: questionFor(actor.agency).recordClass,
      handling_code: note.handlingCode,
      detail: note.detail,
    })
    .execute();
}
