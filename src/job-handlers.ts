import type { Kysely } from 'kysely';
import {
  letterJob,
  letterRetries,
  loseLetter,
  sendLetter,
} from './features/letters/send-letter-job.ts';
import {
  importJob,
  loseImportJob,
  runImportJob,
} from './features/referrals/import/run-import-job.ts';
import { judgeJob, loseJudgeJob, runJudgeJob } from './features/referrals/import/run-judge-job.ts';
import type { DB } from './platform/db/tables.generated.ts';
import type { JobHandlers } from './platform/jobs/jobs.ts';
import { logFailure } from './platform/log.ts';
import type { Senders } from './platform/notify/sender.ts';

/** Every kind of job and what does it. */
export function jobHandlers(
  db: Kysely<DB>,
  kind: 'embedded' | 'postgres' = 'embedded',
  senders: Senders = { email: null, text: null },
): JobHandlers {
  const toolsFor = (job: string) => ({
    now: () => new Date(),
    hasSecondConnection: kind === 'postgres',
    report: (error: unknown) => logFailure(error, crypto.randomUUID().slice(0, 8), job),
  });
  return {
    [judgeJob]: {
      run: (data) => runJudgeJob(db, data, toolsFor(judgeJob)),
      lost: (data) => loseJudgeJob(db, data),
    },
    [importJob]: {
      run: (data) => runImportJob(db, data, toolsFor(importJob)),
      lost: (data) => loseImportJob(db, data, new Date()),
    },
    [letterJob]: {
      run: (data) => sendLetter(db, data, senders),
      lost: (data) => loseLetter(db, data),
      retries: letterRetries,
    },
  };
}
