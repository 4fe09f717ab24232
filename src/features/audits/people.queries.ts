import type { Role } from '../../domain/access/roles.data.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';

/** Roles that may read cases; the policy of audit_reading names the same. */
export const readerRoles = [
  'practice-manager',
  'head-of-service',
  'auditor',
  'inspector',
] as const satisfies readonly Role[];

export type Person = {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly job_title: string;
};

/** Who works here today in one of some roles, by name. */
export function peopleOf(
  tx: Tx,
  serviceId: string,
  roles: readonly Role[],
  today: Day,
): Promise<Person[]> {
  return tx
    .selectFrom('staff')
    .select(['id', 'name', 'role', 'job_title'])
    .where('service_id', '=', serviceId)
    .where('role', 'in', [...roles])
    .where('active_from', '<=', today)
    .where((build) => build.or([build('active_to', 'is', null), build('active_to', '>=', today)]))
    .orderBy('name')
    .execute();
}
