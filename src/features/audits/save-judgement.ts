import type { Actor } from '../../domain/access/can.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';
import { type Saved, savedOf } from '../../platform/db/optimistic.ts';
import { judgementOf } from './judgements.ts';
import type { JudgementInput } from './question-form.ts';
import type { Reading } from './reading.queries.ts';

/** Keeps a reader's judgement of one key question; judging it again keeps the earlier words in the history. */
export async function saveJudgement(
  tx: Tx,
  actor: Actor,
  reading: Reading,
  childId: string,
  keyQuestion: string,
  input: JudgementInput,
): Promise<Saved> {
  const row = {
    answer: input.answer,
    reason: input.reason,
    prompts: JSON.stringify(input.prompts),
    evidence: JSON.stringify(input.evidence),
  };
  const before = judgementOf(reading, keyQuestion);
  if (!before) {
    if (input.version !== 0) return { kind: 'moved-on' };
    await tx
      .insertInto('audit_judgement')
      .values({
        ...row,
        service_id: actor.serviceId,
        id: newId(),
        case_id: reading.caseId,
        reading_id: reading.id,
        child_id: childId,
        reader_id: actor.staffId,
        key_question: keyQuestion,
      })
      .execute();
    return { kind: 'saved' };
  }
  return savedOf(
    await tx
      .updateTable('audit_judgement')
      .set(row)
      .where('service_id', '=', actor.serviceId)
      .where('id', '=', before.id)
      .where('version', '=', input.version)
      .executeTakeFirst(),
  );
}
