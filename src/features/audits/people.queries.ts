import { rolesThat } from '../../domain/access/can.ts';
import type { Role } from '../../domain/access/roles.data.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';

/** Roles that lead audits and read their cases. */
export const leadRoles: readonly Role[] = rolesThat('audit.manage');

/** Roles that settle what readers differ on: they run audits and see every child's record. */
export const settlerRoles: readonly Role[] = rolesThat('oversight.write');

/** Whether an audit is of an inspection or rehearses one. */
export const isOfInspection = (kind: string): boolean =>
  kind === 'inspection' || kind === 'mock-inspection';

/** Roles that may read the cases of a kind of audit, and those of victims; may_be_reader() in the database says the same. */
export const readerRolesOf = (kind: string, ofVictims: boolean): readonly Role[] =>
  (isOfInspection(kind) ? rolesThat('audit.read') : leadRoles).filter(
    (role) => !ofVictims || rolesThat('victim.view').includes(role),
  );

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

/** People as a form offers them. */
export const choicesOf = (people: readonly Person[]) =>
  people.map(({ id, name, job_title }) => ({ value: id, text: `${name}, ${job_title}` }));
