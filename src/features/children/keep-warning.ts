import type { Actor } from '../../domain/access/can.ts';
import { addMonths, type Day } from '../../domain/calendar/day.ts';
import type { Code } from '../../domain/reference/codes.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';
import { savedOf } from '../../platform/db/optimistic.ts';
import type { ChangeWarningInput, EndWarningInput, WarningInput } from './warnings.form.ts';

const usualMonths = 3;

/** When a warning of a kind is usually looked at again: its list says after how many months. */
function usualReview(kinds: readonly Code[], kind: string, today: Day): Day {
  const attributes = kinds.find(({ code }) => code === kind)?.attributes;
  const months =
    typeof attributes === 'object' && attributes !== null && !Array.isArray(attributes)
      ? Number(attributes.default_review_months)
      : usualMonths;
  return addMonths(today, Number.isInteger(months) && months > 0 ? months : usualMonths);
}

/** Raises a warning, with an owner and a day to look again. */
export async function addWarning(
  tx: Tx,
  actor: Actor,
  childId: string,
  input: WarningInput,
  { today, kinds }: { today: Day; kinds: readonly Code[] },
): Promise<void> {
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
      review_on: input.review ?? usualReview(kinds, input.kind, today),
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
