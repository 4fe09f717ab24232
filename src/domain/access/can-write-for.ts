import { type Actor, claimsOf } from './can.ts';
import type { RecordClass } from './record-classes.data.ts';

const noRelationship = ['service', 'manager', 'inbox'];

/** May this person write rows of a class for this child? The database asks the same; this only draws or hides the form. */
export function canWriteFor(
  actor: Pick<Actor, 'role'>,
  recordClass: RecordClass,
  child: { readonly via: string },
): boolean {
  const { write, writeRelated } = claimsOf(actor.role);
  if (write.includes(recordClass)) return true;
  return writeRelated.includes(recordClass) && !noRelationship.includes(child.via);
}
