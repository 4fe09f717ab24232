import type { Kysely } from 'kysely';
import type { DB } from './platform/db/tables.generated.ts';
import type { JobHandlers } from './platform/jobs/jobs.ts';

/** Every kind of job and what does it. */
export function jobHandlers(_db: Kysely<DB>): JobHandlers {
  return {};
}
