import { type Actor, claimsOf } from './can.ts';
import type { RecordClass } from './record-classes.data.ts';

// Ways of seeing a child that are no working relationship: as their service, as a manager, from the inbox, by a victim line, by what they promised.
const noRelationship = ['service', 'manager', 'inbox', 'victim-line', 'promise'];

/** Whether the person sees the child through a working relationship of their own. */
export const worksWith = (child: { readonly via: string }): boolean =>
  !noRelationship.includes(child.via);

/** May this person write rows of a class for this child? The policies ask the same; this only draws or hides the form. */
export function canWriteFor(
  actor: Pick<Actor, 'role'>,
  recordClass: RecordClass,
  child: { readonly via: string },
): boolean {
  const { write, writeRelated } = claimsOf(actor.role);
  if (write.includes(recordClass)) return true;
  return writeRelated.includes(recordClass) && worksWith(child);
}
