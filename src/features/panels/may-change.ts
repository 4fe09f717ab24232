import { type Actor, can } from '../../domain/access/can.ts';
import { canWriteFor } from '../../domain/access/can-write-for.ts';
import type { Permission } from '../../domain/access/permissions.data.ts';

/** Whether this person may do this for this child: some roles write only for children they work with. */
export const mayChange = (
  actor: Actor,
  child: { readonly via: string },
  permission: Permission,
): boolean => can(actor, permission) && canWriteFor(actor, 'RC2', child);
