import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Actor } from '../../domain/access/can.ts';
import { isRole } from '../../domain/access/roles.data.ts';
import type { DB } from '../db/tables.generated.ts';

/** Who asked for a job, as every job of a person is told. */
export const askedBy = z.object({ serviceId: z.string(), staffId: z.string() });

/** The person who asked for a job, as they are now. */
export async function personOf(
  db: Kysely<DB>,
  { serviceId, staffId }: z.infer<typeof askedBy>,
): Promise<Actor> {
  const row = await db
    .selectFrom('staff')
    .select(['id', 'service_id', 'name', 'role', 'agency', 'team_id'])
    .where('service_id', '=', serviceId)
    .where('id', '=', staffId)
    .executeTakeFirstOrThrow();
  if (!isRole(row.role)) throw new Error('The person who asked for a job has no known role');
  return {
    staffId: row.id,
    serviceId: row.service_id,
    name: row.name,
    role: row.role,
    agency: row.agency,
    teamId: row.team_id,
  };
}
