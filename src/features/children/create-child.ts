import { sql } from 'kysely';
import type { Actor } from '../../domain/access/can.ts';
import type { Day } from '../../domain/calendar/day.ts';
import { readAnswer } from '../../domain/people/characteristic-answer.ts';
import type { Code } from '../../domain/reference/codes.ts';
import { addChild } from '../../platform/db/add-child.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';
import type { NewRecord } from './create.form.ts';

type Lists = { readonly ethnicity: readonly Code[]; readonly language: readonly Code[] };
type Distinction = { readonly from: readonly string[]; readonly reason: string } | null;

/**
 * Makes the record, with duty of it for whoever made it until it is allocated. `distinction` names the likely duplicates
 * that somebody looked at and said are other children, and why; it stays on the record.
 */
export async function createChild(
  tx: Tx,
  actor: Actor,
  input: NewRecord,
  { today, lists, distinction }: { today: Day; lists: Lists; distinction: Distinction },
): Promise<string> {
  const id = await addChild(tx, actor, {
    forename: input.forename,
    surname: input.surname,
    knownAs: input.knownAs,
    dateOfBirth: input.birth,
    dateOfBirthStatus: input.birthStatus,
    sex: input.sex,
  });
  const row = { service_id: actor.serviceId, child_id: id };
  await tx
    .insertInto('relationship')
    .values({
      ...row,
      id: newId(),
      staff_id: actor.staffId,
      kind: 'duty',
      starts_at: sql<Date>`now()`,
      reason: 'Made the record',
      conflict_check: 'not-applicable',
    })
    .execute();
  const told = (['ethnicity', 'language'] as const).flatMap((kind) => {
    const answer = readAnswer(
      input[kind],
      lists[kind].map(({ code }) => code),
    );
    return answer ? [{ kind, ...answer }] : [];
  });
  if (told.length > 0)
    await tx
      .insertInto('characteristic')
      .values(
        told.map((answer) => ({
          ...row,
          ...answer,
          id: newId(),
          record_class: 'RC1',
          source: input.source,
          recorded_on: today,
        })),
      )
      .execute();
  await keepWhereabouts(tx, row, input, today);
  if (distinction && distinction.from.length > 0)
    await tx
      .insertInto('child_distinction')
      .values(
        distinction.from.map((other) => ({
          ...row,
          id: newId(),
          other_child_id: other,
          reason: distinction.reason,
        })),
      )
      .execute();
  return id;
}

async function keepWhereabouts(
  tx: Tx,
  row: { readonly service_id: string; readonly child_id: string },
  input: NewRecord,
  today: Day,
): Promise<void> {
  if (input.lines)
    await tx
      .insertInto('child_address')
      .values({
        ...row,
        id: newId(),
        lines: input.lines,
        postcode: input.postcode,
        postcode_search: input.postcode?.replace(' ', '') ?? null,
        accommodation_type: input.accommodation ?? 'other',
        valid_from: today,
        source: input.source,
      })
      .execute();
  if (input.phone)
    await tx
      .insertInto('child_contact_point')
      .values({
        ...row,
        id: newId(),
        kind: input.phone.startsWith('+447') ? 'mobile' : 'telephone',
        value: input.phone,
        value_search: input.phone,
        whose: input.phoneWhose ?? 'Not recorded',
        valid_from: today,
      })
      .execute();
}
