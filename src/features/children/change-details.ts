import type { Actor } from '../../domain/access/can.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';
import type { OpenChild } from '../../platform/db/open-child.ts';
import { type Saved, savedOf } from '../../platform/db/optimistic.ts';
import type { DetailsInput } from './details.form.ts';
import { refreshSearchNames } from './search-names.ts';

/** Changes name, birth and sex. The name it had stays as another name, so that papers under it still find the child. */
export async function changeDetails(
  tx: Tx,
  actor: Actor,
  child: OpenChild,
  input: DetailsInput,
  today: Day,
): Promise<Saved> {
  const saved = savedOf(
    await tx
      .updateTable('child')
      .set({
        forename: input.forename,
        surname: input.surname,
        known_as: input.knownAs,
        date_of_birth: input.birth,
        date_of_birth_status: input.birthStatus,
        sex: input.sex,
      })
      .where('id', '=', child.id)
      .where('version', '=', input.version)
      .executeTakeFirstOrThrow(),
  );
  if (saved.kind === 'moved-on') return saved;
  if (isRenamed(child, input))
    await tx
      .insertInto('child_name')
      .values({
        service_id: actor.serviceId,
        id: newId(),
        child_id: child.id,
        forename: child.forename,
        surname: child.surname,
        kind: input.why === 'changed' ? 'earlier' : 'spelling',
        source: 'earlier-record',
        valid_to: input.why === 'changed' ? today : null,
      })
      .execute();
  await refreshSearchNames(tx, child.id);
  return saved;
}

/** Whether the form gives the child another forename or surname. */
export const isRenamed = (
  child: Pick<OpenChild, 'forename' | 'surname'>,
  input: Pick<DetailsInput, 'forename' | 'surname'>,
) => child.forename !== input.forename || child.surname !== input.surname;
