import type { Command } from './command.ts';
import { demo } from './demo.ts';
import { doctor } from './doctor.ts';
import { importReferrals } from './import-referrals.ts';
import { migrateDatabase } from './migrate.ts';
import { start } from './start.ts';
import { userAdd } from './user-add.ts';

/** Every command, in the order in which help lists them. */
export const commands: readonly Command[] = [
  start,
  migrateDatabase,
  demo,
  importReferrals,
  userAdd,
  doctor,
];
