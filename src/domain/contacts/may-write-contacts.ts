import { type Actor, can } from '../access/can.ts';
import { canWriteFor } from '../access/can-write-for.ts';

/** Whether this person may write contacts of this child, so that a page offers no button that the database would refuse. */
export const mayWriteContacts = (
  actor: Pick<Actor, 'role'>,
  child: { readonly via: string },
): boolean => can(actor, 'contact.write') && canWriteFor(actor, 'RC3', child);
