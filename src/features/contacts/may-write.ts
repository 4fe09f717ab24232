import { type Actor, can, claimsOf } from '../../domain/access/can.ts';

/**
 * Whether this person may write contacts of this child: some roles for any child they see, others only for children
 * they work with. The same rule as the policy of the table, so that a page offers no button that would be refused.
 */
export function mayWriteContacts(actor: Actor, child: { readonly via: string }): boolean {
  if (!can(actor, 'contact.write')) return false;
  const claims = claimsOf(actor.role);
  if (claims.write.includes('RC3')) return true;
  return (
    claims.writeRelated.includes('RC3') && !['service', 'manager', 'inbox'].includes(child.via)
  );
}
