import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Actor } from '../../domain/access/can.ts';
import type { Role } from '../../domain/access/roles.data.ts';
import { addDays, type Day } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';
import { type Saved, savedOf } from '../../platform/db/optimistic.ts';
import { isEmailTaken } from './staff.queries.ts';

export type StaffInput = {
  readonly name: string;
  readonly email: string;
  readonly jobTitle: string;
  readonly agency: string;
  readonly role: Role;
  readonly teamId: string | null;
  readonly managerId: string | null;
  readonly skills: readonly string[];
  readonly caseLimit: number | null;
  readonly activeFrom: Day;
  readonly activeTo: Day | null;
};

const columnsOf = (input: StaffInput) => ({
  name: input.name,
  email: input.email.toLowerCase(),
  job_title: input.jobTitle,
  agency: input.agency,
  role: input.role,
  team_id: input.teamId,
  manager_id: input.managerId,
  skills: [...input.skills],
  case_limit: input.caseLimit,
  active_from: input.activeFrom,
  active_to: input.activeTo,
});

/** Enters a person; null when somebody here has that e-mail. */
export async function addStaff(tx: Tx, actor: Actor, input: StaffInput): Promise<string | null> {
  if (await isEmailTaken(tx, input.email, null)) return null;
  const id = newId();
  await tx
    .insertInto('staff')
    .values({ service_id: actor.serviceId, id, ...columnsOf(input) })
    .execute();
  return id;
}

/** Changes a person's row. The database refuses a change of one's own. */
export async function changeStaff(
  tx: Tx,
  id: string,
  version: number,
  input: StaffInput,
): Promise<Saved | { readonly kind: 'email-taken' }> {
  if (await isEmailTaken(tx, input.email, id)) return { kind: 'email-taken' };
  return savedOf(
    await tx
      .updateTable('staff')
      .set(columnsOf(input))
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst(),
  );
}

/** Ends access from this moment: yesterday becomes the last day, and every open page asks to sign in again. */
export async function endAccess(tx: Tx, id: string, today: Day): Promise<boolean> {
  const ended = await tx
    .updateTable('staff')
    .set({ active_to: addDays(today, -1) })
    .where('id', '=', id)
    .executeTakeFirst();
  return ended.numUpdatedRows === 1n;
}

/** Makes a one-time token to set a password with, good for three days; with `afresh` the second step starts again. */
export async function giveSignIn(tx: Tx, staffId: string, afresh: boolean): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await sql`select give_sign_in(${staffId}::uuid, ${token}, ${afresh})`.execute(tx);
  return token;
}
