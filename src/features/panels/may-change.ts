import { type Actor, can } from '../../domain/access/can.ts';
import { canWriteFor, worksWith } from '../../domain/access/can-write-for.ts';
import type { Permission } from '../../domain/access/permissions.data.ts';

/**
 * Whether this person may do this for this child: some roles write only for children they work with, and police, who only
 * read the class, have their own pen in a decision that they are party to.
 */
export const mayChange = (
  actor: Actor,
  child: { readonly via: string },
  permission: Permission,
): boolean => can(actor, permission) && (worksWith(child) || canWriteFor(actor, 'RC2', child));

/** The gate is true only for those who may read all that it turns on. */
export const seesGate = (actor: Pick<Actor, 'role'>): boolean =>
  can(actor, 'panel.prepare') || can(actor, 'assessment.countersign');
