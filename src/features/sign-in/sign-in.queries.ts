import type { Kysely } from 'kysely';
import { isRole, type Role } from '../../domain/access/roles.data.ts';
import type { DB } from '../../platform/db/tables.generated.ts';

export type Persona = {
  readonly authUserId: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly role: Role;
};

/** The demonstration's people, by role; only a demonstration service asks. */
export async function personas(db: Kysely<DB>): Promise<Persona[]> {
  const rows = await db
    .selectFrom('staff')
    .select(['auth_user_id', 'name', 'job_title', 'role'])
    .where('auth_user_id', 'is not', null)
    .orderBy('created_at')
    .orderBy('name')
    .execute();
  return rows.flatMap((row) =>
    row.auth_user_id && isRole(row.role)
      ? [{ authUserId: row.auth_user_id, name: row.name, jobTitle: row.job_title, role: row.role }]
      : [],
  );
}
