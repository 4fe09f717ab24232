import { type Actor, can } from '../../domain/access/can.ts';
import { canWriteFor } from '../../domain/access/can-write-for.ts';

/** Whether this person may write contacts of this child, so that a page offers no button that the database would refuse. */
export const mayWriteContacts = (actor: Actor, child: { readonly via: string }): boolean =>
  can(actor, 'contact.write') && canWriteFor(actor, 'RC3', child);
