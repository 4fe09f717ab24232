import { z } from 'zod';
import { askedBy } from '../../../platform/jobs/job-person.ts';

/** What a job about a list is told: which list, and who asked. */
export const jobData = askedBy.extend({ importId: z.string() });

/** Work on a list that stopped for a reason a person can read. */
export class Stopped extends Error {}
