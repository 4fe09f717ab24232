import { type Permission, permissionNames, permissions } from './permissions.data.ts';
import type { RecordClass } from './record-classes.data.ts';
import { type Role, type RoleRow, roleNames, roles, type Scope } from './roles.data.ts';

/** Who is asking: one member of staff of one service. */
export type Actor = {
  readonly staffId: string;
  readonly serviceId: string;
  readonly name: string;
  readonly role: Role;
  readonly agency: string;
  readonly teamId: string | null;
};

/** May this role do this at all? The same question stands behind a page's link and its route. */
export function can(actor: { readonly role: Role }, permission: Permission): boolean {
  return (permissions[permission] as readonly Role[]).includes(actor.role);
}

/** The roles that may do something: for asking the database which people they are. */
export const rolesThat = (permission: Permission): readonly Role[] => permissions[permission];

const rowOf = (role: Role): RoleRow => roles[role];

/** The roles whose people have children allocated to them. */
export const caseloadRoles: readonly Role[] = roleNames.filter((role) => rowOf(role).holdsCaseload);

/** Whether people of a role have children allocated to them. */
export const holdsCaseload = (role: Role): boolean => caseloadRoles.includes(role);

/** Whether a manager of this role manages every team, and not only their own. */
export const managesEveryTeam = (role: Role): boolean => rowOf(role).managesEveryTeam === true;

/** The agency that people of a role usually belong to. */
export const agencyOf = (role: Role): string => rowOf(role).agency ?? 'youth-justice';

/** Separation of duties: no one approves what they themselves did. */
export function canApprove(actor: Actor, permission: Permission, doneBy: string | null): boolean {
  return can(actor, permission) && doneBy !== actor.staffId;
}

/** Lists a role's permissions, for the database's claims and the printed matrix. */
function permissionsOf(role: Role): Permission[] {
  return permissionNames.filter((name) => (permissions[name] as readonly Role[]).includes(role));
}

/** What the database is told about a request; every policy reads these and nothing else. */
export type Claims = {
  readonly scope: Scope;
  readonly read: string[];
  readonly write: string[];
  readonly writeRelated: string[];
  readonly may: Permission[];
};

/** Turns a role's row of the matrix into claims. `RC4S` is the sanitised part of RC4, which every reader of RC4 also has. */
export function claimsOf(role: Role): Claims {
  const row: RoleRow = roles[role];
  const read: string[] = [];
  const write: string[] = [];
  const writeRelated: string[] = [];
  for (const [name, access] of Object.entries(row.classes) as [RecordClass, string][]) {
    const letter = access.charAt(0);
    const starred = access.endsWith('*');
    read.push(`${name}S`);
    if (letter === 'P') read.push(`${name}P`);
    if (letter === 'W' || letter === 'R' || letter === 'A') read.push(name, `${name}P`);
    if (letter === 'W')
      (starred || row.scope === 'related' ? writeRelated : write).push(name, `${name}P`);
    if (name === 'RC1' && letter === 'W') read.push('RC1N');
  }
  const may = permissionsOf(role);
  if (may.includes('panel.paper')) read.push('RC5P');
  if (may.includes('panel.prepare') && !writeRelated.includes('RC5P'))
    (row.classes.RC5 === 'A' ? write : writeRelated).push('RC5P');
  return { scope: row.scope, read: [...new Set(read)], write, writeRelated, may };
}
