import { type Actor, can, claimsOf } from '../../domain/access/can.ts';
import type { Permission } from '../../domain/access/permissions.data.ts';

/** Whether this person may do this for this child: some roles write only for children they work with. */
export function mayChange(
  actor: Actor,
  child: { readonly via: string },
  permission: Permission,
): boolean {
  if (!can(actor, permission)) return false;
  const worksWithChild = !['service', 'inbox', 'manager'].includes(child.via);
  return worksWithChild || claimsOf(actor.role).write.includes('RC2');
}
