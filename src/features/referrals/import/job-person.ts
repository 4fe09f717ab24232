import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Actor } from '../../../domain/access/can.ts';
import { isRole } from '../../../domain/access/roles.data.ts';
import type { DB } from '../../../platform/db/tables.generated.ts';

/** What a job about a list is told: which list, and who asked. */
export const jobData = z.object({
  importId: z.string(),
  serviceId: z.string(),
  staffId: z.string(),
});

/** Work on a list that stopped for a reason a person can read. */
export class Stopped extends Error {}

/** The person who asked for a job, as they are now. */
export async function personOf(
  db: Kysely<DB>,
  { serviceId, staffId }: Pick<z.infer<typeof jobData>, 'serviceId' | 'staffId'>,
): Promise<Actor> {
  const row = await db
    .selectFrom('staff')
    .select(['id', 'service_id', 'name', 'role', 'agency', 'team_id'])
    .where('service_id', '=', serviceId)
    .where('id', '=', staffId)
    .executeTakeFirstOrThrow();
  if (!isRole(row.role)) throw new Error('The person who asked for the import has no known role');
  return {
    staffId: row.id,
    serviceId: row.service_id,
    name: row.name,
    role: row.role,
    agency: row.agency,
    teamId: row.team_id,
  };
}
