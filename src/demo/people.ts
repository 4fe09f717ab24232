import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Transaction } from 'kysely';
import { isRole, type Role } from '../domain/access/roles.data.ts';
import type { DB } from '../platform/db/tables.generated.ts';
import { demoId } from './random.ts';
import type { Rows } from './rows.ts';

export type DemoStaff = {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly agency: string;
  readonly teamId: string;
};
export type DemoPeople = { readonly serviceId: string; readonly staff: readonly DemoStaff[] };

type Row = {
  code: string;
  name: string;
  job_title: string;
  role: string;
  team: string;
  agency: string;
};

const skills: Record<string, string[]> = {
  'ama-lovelock': ['girls', 'Welsh'],
  'chandra-pell': ['harmful sexual behaviour', 'mentoring new staff'],
  'gus-merriman': ['serious youth violence'],
  'farida-quill': ['prevention', 'Urdu'],
  'lorcan-dewsnap': ['prevention'],
  'hana-wildgoose': ['autism'],
  'ibrahim-catchpole': ['Somali', 'exploitation'],
};

/** The rooms at Wharf House. */
export const demoRooms = ['Wharf House, room 1', 'Wharf House, room 2', 'Wharf House, garden room'];

/** The service, its teams and its people, each with a sign-in identity for the demonstration. */
export async function demoPeople(tx: Transaction<DB>, now: Date): Promise<DemoPeople> {
  const rows: Row[] = parse(
    readFileSync(new URL('../../db/reference/demo/staff.csv', import.meta.url)),
    { columns: true },
  );
  const serviceId = demoId('service', 'eastmarsh');
  await tx
    .insertInto('service')
    .values({
      id: serviceId,
      code: 'eastmarsh',
      name: 'Eastmarsh Youth Justice Service',
      nation: 'england',
      settings: JSON.stringify({ childNumberPrefix: 'EM' }),
    })
    .execute();
  const teams = [...new Set(rows.map((row) => row.team))];
  await tx
    .insertInto('team')
    .values(
      teams.map((name) => ({
        service_id: serviceId,
        id: demoId('team', name),
        name: titleCase(name),
      })),
    )
    .execute();
  await tx
    .insertInto('room')
    .values(demoRooms.map((name) => ({ service_id: serviceId, id: demoId('room', name), name })))
    .execute();
  await tx
    .insertInto('auth_user')
    .values(
      rows.map((row) => ({
        id: demoId('auth', row.code),
        name: row.name,
        email: emailOf(row),
        emailVerified: true,
      })),
    )
    .execute();
  const year = now.getUTCFullYear();
  const staff = rows.map((row, index) => ({
    service_id: serviceId,
    id: demoId('staff', row.code),
    auth_user_id: demoId('auth', row.code),
    name: row.name,
    email: emailOf(row),
    job_title: row.job_title,
    agency: row.agency,
    role: roleOf(row),
    team_id: demoId('team', row.team),
    manager_id: managerOf(row),
    skills: skills[row.code] ?? [],
    case_limit: row.role === 'case-manager' ? 14 : null,
    active_from: `${year - 4}-04-01`,
    created_at: new Date(Date.UTC(year - 4, 3, 1, 9, 0, index)),
  }));
  await tx
    .insertInto('staff')
    .values(staff.map(({ manager_id: _later, ...row }) => row))
    .execute();
  for (const row of staff) {
    if (row.manager_id)
      await tx
        .updateTable('staff')
        .set({ manager_id: row.manager_id })
        .where('id', '=', row.id)
        .execute();
  }
  return {
    serviceId,
    staff: staff.map((row) => ({
      id: row.id,
      name: row.name,
      role: row.role,
      agency: row.agency,
      teamId: row.team_id,
    })),
  };
}

function roleOf(row: Row): Role {
  if (!isRole(row.role))
    throw new Error(`db/reference/demo/staff.csv: ${row.code} has the unknown role ${row.role}`);
  return row.role;
}

const emailOf = (row: Row) => `${row.code.replace('-', '.')}@eastmarsh.example`;
const titleCase = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function managerOf(row: Row): string | null {
  if (row.role === 'case-manager')
    return demoId('staff', row.team === 'north' ? 'marguerite-oyelaran' : 'nasir-hollyoak');
  if (row.role === 'practice-manager' || row.team === 'partners')
    return demoId('staff', 'philippa-standfast');
  return null;
}

/** All case managers, with as many invented ones more as the number of children asks for, in teams of their own. */
export function moreWorkers(
  rows: Rows,
  people: DemoPeople,
  wanted: number,
  asOf: string,
): DemoStaff[] {
  const workers = people.staff.filter(({ role }) => role === 'case-manager');
  for (let number = workers.length + 1; number <= wanted; number += 1) {
    const team = `Team ${Math.ceil(number / 8)}`;
    const teamId = demoId('team', team);
    if (!workers.some((each) => each.teamId === teamId))
      rows.add('team', { service_id: people.serviceId, id: teamId, name: team });
    const worker: DemoStaff = {
      id: demoId('staff', `worker-${number}`),
      name: `Worker ${number}`,
      role: 'case-manager',
      agency: 'youth-justice',
      teamId,
    };
    rows.add('staff', {
      service_id: people.serviceId,
      id: worker.id,
      name: worker.name,
      email: `worker.${number}@eastmarsh.example`,
      job_title: 'Case manager',
      agency: worker.agency,
      role: worker.role,
      team_id: teamId,
      skills: [],
      case_limit: 14,
      active_from: asOf,
    });
    workers.push(worker);
  }
  return workers;
}
