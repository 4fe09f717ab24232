import type { Kysely } from 'kysely';
import {
  importJob,
  loseImportJob,
  runImportJob,
} from './features/referrals/import/run-import-job.ts';
import type { DB } from './platform/db/tables.generated.ts';
import type { JobHandlers } from './platform/jobs/jobs.ts';
import { logFailure } from './platform/log.ts';

/** Every kind of job and what does it. */
export function jobHandlers(
  db: Kysely<DB>,
  kind: 'embedded' | 'postgres' = 'embedded',
): JobHandlers {
  return {
    [importJob]: {
      run: (data) =>
        runImportJob(db, data, {
          now: () => new Date(),
          hasSecondConnection: kind === 'postgres',
          report: (error) => logFailure(error, crypto.randomUUID().slice(0, 8), importJob),
        }),
      lost: (data) => loseImportJob(db, data, new Date()),
    },
  };
}
