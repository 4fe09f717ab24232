import { configDefaults, defineConfig } from 'vitest/config';
import { chooseClock } from './test/support/clock.ts';
import { SlowestFirst } from './test/support/slowest-first.ts';

chooseClock();

export default defineConfig({
  test: {
    include: ['{src,test}/**/*.test.{ts,tsx}'],
    // What only a server has: several logins, several processes. See tools/with-postgres.ts.
    exclude: process.env.TEST_DATABASE_URL
      ? configDefaults.exclude
      : [...configDefaults.exclude, 'test/postgres/**'],
    globalSetup: ['test/support/prepare.ts'],
    sequence: { sequencer: SlowestFirst },
    pool: 'forks',
    // One more than the two cores that it is meant for: a browser waits for its server and the server for its browser.
    maxWorkers: 3,
    // The program is read into each process once, and its files follow each other there.
    isolate: false,
    // See `letGo` in test/support/database.ts.
    execArgv: ['--expose-gc'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
