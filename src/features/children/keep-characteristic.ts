import type { Actor } from '../../domain/access/can.ts';
import type { Day } from '../../domain/calendar/day.ts';
import { formatDay } from '../../domain/calendar/day.ts';
import { readAnswer } from '../../domain/people/characteristic-answer.ts';
import {
  type CharacteristicKind,
  characteristicKinds,
} from '../../domain/people/characteristic-kinds.data.ts';
import type { Code } from '../../domain/reference/codes.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';
import { savedOf } from '../../platform/db/optimistic.ts';
import type { FormError } from '../../platform/http/parse-form.ts';
import type { CharacteristicInput, SettleInput } from './characteristics.form.ts';
import { characteristics } from './characteristics.queries.ts';

/** Keeps what one source says; what the same source said before ends on that day. Other sources stand beside it. */
export async function addCharacteristic(
  tx: Tx,
  actor: Actor,
  childId: string,
  kind: CharacteristicKind,
  input: CharacteristicInput,
  { today, codes }: { today: Day; codes: readonly Code[] },
): Promise<readonly FormError[] | null> {
  const answer = readAnswer(
    input.answer,
    codes.map(({ code }) => code),
  );
  if (!answer) return [{ field: 'answer', message: 'Choose an answer, or why there is none' }];
  const before = (await characteristics(tx, childId)).find(
    (told) => told.kind === kind && told.source === input.source && told.ended_on === null,
  );
  if (before && before.recorded_on > input.on)
    return [
      {
        field: 'on-day',
        message: `This source told us something later, on ${formatDay(before.recorded_on)}`,
      },
    ];
  if (before)
    await tx
      .updateTable('characteristic')
      .set({ ended_on: input.on })
      .where('id', '=', before.id)
      .execute();
  const isVerified = input.flags.includes('verified');
  await tx
    .insertInto('characteristic')
    .values({
      service_id: actor.serviceId,
      id: newId(),
      child_id: childId,
      kind,
      record_class: characteristicKinds[kind].recordClass,
      ...answer,
      detail: input.detail,
      source: input.source,
      recorded_on: input.on,
      ...(isVerified ? { verified_on: today, verified_by: actor.staffId } : {}),
    })
    .execute();
  return null;
}

/** Says that what a source told us was checked and is right, or that it is not (any more). */
export async function settleCharacteristic(
  tx: Tx,
  actor: Actor,
  id: string,
  { verdict, version }: SettleInput,
  today: Day,
) {
  return savedOf(
    await tx
      .updateTable('characteristic')
      .set(
        verdict === 'right'
          ? { verified_on: today, verified_by: actor.staffId }
          : { ended_on: today },
      )
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirstOrThrow(),
  );
}
