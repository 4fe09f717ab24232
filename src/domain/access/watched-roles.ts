import { can } from './can.ts';
import type { Permission } from './permissions.data.ts';
import { type Role, roleNames, roles } from './roles.data.ts';

const strong: readonly Permission[] = [
  'record.restrict',
  'break-glass.review',
  'child.allocate',
  'audit.manage',
  'staff.manage',
];

/** Roles that see every child's record which is not sealed, or that decide over access, audits or staff. */
export const watchedRoles: readonly Role[] = roleNames.filter(
  (role) =>
    roles[role].scope === 'service' || strong.some((permission) => can({ role }, permission)),
);
