import { configDefaults, defineConfig } from 'vitest/config';
import { SlowestFirst } from './test/support/slowest-first.ts';

// What only a server has: several logins, several processes. See tools/with-postgres.ts.
const exclude = process.env.TEST_DATABASE_URL
  ? configDefaults.exclude
  : [...configDefaults.exclude, 'test/postgres/**'];

export default defineConfig({
  test: {
    globalSetup: ['test/support/prepare.ts'],
    sequence: { sequencer: SlowestFirst },
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        // Browsers and whole servers: a process for each file.
        test: {
          name: 'whole',
          include: ['test/{journeys,durability,postgres,cli}/**/*.test.ts'],
          exclude,
        },
      },
      {
        extends: true,
        // Everything else is read into a process once, and its files follow each other there.
        test: {
          name: 'parts',
          include: ['src/**/*.test.{ts,tsx}', 'test/{rls,routes,standards}/**/*.test.ts'],
          isolate: false,
        },
      },
    ],
  },
});
