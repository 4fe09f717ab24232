import type { Actor } from '../../domain/access/can.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';
import type { NameInput } from './names.form.ts';
import { refreshSearchNames } from './search-names.ts';

/** Adds another name of the child, by which the search finds them from now on. */
export async function addName(
  tx: Tx,
  actor: Actor,
  childId: string,
  input: NameInput,
): Promise<void> {
  await tx
    .insertInto('child_name')
    .values({
      service_id: actor.serviceId,
      id: newId(),
      child_id: childId,
      forename: input.forename,
      surname: input.surname,
      kind: input.kind,
      source: input.source,
      valid_from: input.from,
      valid_to: input.until,
    })
    .execute();
  await refreshSearchNames(tx, childId);
}
