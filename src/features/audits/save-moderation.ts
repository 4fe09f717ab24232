import type { Actor } from '../../domain/access/can.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';
import { type Saved, savedOf } from '../../platform/db/optimistic.ts';
import type { Moderation, ReadCase } from './moderate.queries.ts';

/** Keeps the judgement that was agreed for one key question of a case. */
export async function saveModeration(
  tx: Tx,
  actor: Actor,
  found: Pick<ReadCase, 'id' | 'auditId'>,
  childId: string,
  keyQuestion: string,
  before: Moderation | undefined,
  input: { readonly version: number; readonly answer: string; readonly reason: string },
  today: Day,
): Promise<Saved> {
  const row = { answer: input.answer, reason: input.reason, moderated_on: today };
  if (before)
    return savedOf(
      await tx
        .updateTable('audit_moderation')
        .set(row)
        .where('service_id', '=', actor.serviceId)
        .where('id', '=', before.id)
        .where('version', '=', input.version)
        .executeTakeFirst(),
    );
  await tx
    .insertInto('audit_moderation')
    .values({
      ...row,
      service_id: actor.serviceId,
      id: newId(),
      audit_id: found.auditId,
      case_id: found.id,
      child_id: childId,
      key_question: keyQuestion,
    })
    .execute();
  return { kind: 'saved' };
}
