import type { CommandEntry } from './command.ts';

/** Every command, in the order in which help lists them. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'start',
    summary: 'Start the server',
    load: async () => (await import('./start.ts')).start,
  },
  {
    name: 'migrate',
    summary: 'Bring the database to the newest shape',
    load: async () => (await import('./migrate.ts')).migrateDatabase,
  },
  {
    name: 'demo',
    summary: 'Make the demonstration service, of any size',
    load: async () => (await import('./demo.ts')).demo,
  },
  {
    name: 'import referrals',
    summary: 'Import a police list of referrals, or say what that would do',
    load: async () => (await import('./import-referrals.ts')).importReferrals,
  },
  {
    name: 'import register',
    summary: 'Bring in a court’s register, or say what that would do',
    load: async () => (await import('./import-register.ts')).importRegister,
  },
  {
    name: 'import statistics',
    summary: 'Load a later vintage of published statistics and say what was restated',
    load: async () => (await import('./import-statistics.ts')).importStatistics,
  },
  {
    name: 'import inspections',
    summary: 'Add published inspection results of services from a file',
    load: async () => (await import('./import-inspections.ts')).importInspections,
  },
  {
    name: 'import template',
    summary: 'Load an assessment tool from a file, or say what is wrong in it',
    load: async () => (await import('./import-template.ts')).importTemplate,
  },
  {
    name: 'export case-level',
    summary: 'Write the record as a case-level bundle of CSV files',
    load: async () => (await import('./export-case-level.ts')).exportCaseLevel,
  },
  {
    name: 'user add',
    summary: 'Enter a member of staff who signs in with a password',
    load: async () => (await import('./user-add.ts')).userAdd,
  },
  {
    name: 'backup',
    summary: 'Write everything there is to one file, while the server runs',
    load: async () => (await import('./backup.ts')).backup,
  },
  {
    name: 'restore',
    summary: 'Bring a backup into an empty place',
    load: async () => (await import('./restore.ts')).restore,
  },
  {
    name: 'doctor',
    summary: 'Check this computer, the data directory and the database',
    load: async () => (await import('./doctor.ts')).doctor,
  },
  {
    name: 'calc',
    summary: 'Work out published measures exactly from their counts',
    load: async () => (await import('./calc.ts')).calc,
  },
  {
    name: 'dto-dates',
    summary: 'Work out the dates of detention and training orders',
    load: async () => (await import('./dto-dates.ts')).dtoDates,
  },
  {
    name: 'measure',
    summary: 'Work out the national measures from a case-level bundle, or from the record',
    load: async () => (await import('./measure.ts')).measure,
  },
  {
    name: 'rate',
    summary: 'Work out inspection ratings, and what contradicts them',
    load: async () => (await import('./rate.ts')).rate,
  },
  {
    name: 'reproduce',
    summary: 'Work the shipped published figures out again and compare',
    load: async () => (await import('./reproduce.ts')).reproduce,
  },
  {
    name: 'rri',
    summary: 'Work out a relative rate index with its exact interval',
    load: async () => (await import('./rri.ts')).rri,
  },
  {
    name: 'suppress',
    summary: 'Hide small numbers in a table, and what would give them away',
    load: async () => (await import('./suppress.ts')).suppressTable,
  },
];
