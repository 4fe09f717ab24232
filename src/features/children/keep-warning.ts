import type { Actor } from '../../domain/access/can.ts';
import { addMonths, type Day } from '../../domain/calendar/day.ts';
import type { Code } from '../../domain/reference/codes.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { limitDue } from '../../platform/db/limit-due.ts';
import { newId } from '../../platform/db/new-id.ts';
import { savedOf } from '../../platform/db/optimistic.ts';
import type { ChangeWarningInput, EndWarningInput, WarningInput } from './warnings.form.ts';

/** When a warning of a kind is usually looked at again: after its list's months, or else by the time limit of all warnings. */
async function usualReview(
  tx: Tx,
  serviceId: string,
  kind: Code | undefined,
  today: Day,
): Promise<Day> {
  const months = Number(kind?.attributes.default_review_months);
  if (Number.isInteger(months) && months > 0) return addMonths(today, months);
  const due = await limitDue(tx, serviceId, 'warning-review', today);
  if (!due) throw new Error('There is no time limit warning-review');
  return due;
}

/** Raises a warning, with an owner and a day to look again. */
export async function addWarning(
  tx: Tx,
  actor: Actor,
  childId: string,
  input: WarningInput,
  { today, kinds }: { today: Day; kinds: readonly Code[] },
): Promise<void> {
  const kind = kinds.find(({ code }) => code === input.kind);
  await tx
    .insertInto('warning')
    .values({
      service_id: actor.serviceId,
      id: newId(),
      child_id: childId,
      kind: input.kind,
      detail: input.detail,
      owner_id: input.owner,
      raised_on: today,
      review_on: input.review ?? (await usualReview(tx, actor.serviceId, kind, today)),
    })
    .execute();
}

/** Looks at a warning again: its words, its owner and the next day. */
export const changeWarning = async (tx: Tx, id: string, input: ChangeWarningInput) =>
  savedOf(
    await tx
      .updateTable('warning')
      .set({ detail: input.detail, owner_id: input.owner, review_on: input.review })
      .where('id', '=', id)
      .where('ended_on', 'is', null)
      .where('version', '=', input.version)
      .executeTakeFirstOrThrow(),
  );

/** Ends a warning, with the reason. */
export const endWarning = async (tx: Tx, id: string, input: EndWarningInput, today: Day) =>
  savedOf(
    await tx
      .updateTable('warning')
      .set({ ended_on: today, end_reason: input.reason })
      .where('id', '=', id)
      .where('ended_on', 'is', null)
      .where('version', '=', input.version)
      .executeTakeFirstOrThrow(),
  );
