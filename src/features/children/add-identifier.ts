import type { Actor } from '../../domain/access/can.ts';
import { identifierKey } from '../../domain/people/search-keys.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';
import type { IdentifierInput } from './identifiers.form.ts';

/** Adds another agency's number; false when the child has it already. */
export async function addIdentifier(
  tx: Tx,
  actor: Actor,
  childId: string,
  { kind, value, source }: IdentifierInput,
): Promise<boolean> {
  const added = await tx
    .insertInto('child_identifier')
    .values({
      service_id: actor.serviceId,
      id: newId(),
      child_id: childId,
      kind,
      value,
      value_search: identifierKey(value),
      source,
    })
    .onConflict((conflict) =>
      conflict.columns(['service_id', 'child_id', 'kind', 'value']).doNothing(),
    )
    .executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
}
