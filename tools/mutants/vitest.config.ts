import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const root = join(import.meta.dirname, '../..');
const { MUTANT_FILE, MUTANT_TEXT, MUTANT_TESTS = '' } = process.env;
const tests = MUTANT_TESTS.split(' ').map((test) => join(root, test));

/** The closest tests first: whatever notices the change ends the run. */
class AsListed extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((a, b) => tests.indexOf(a.moduleId) - tests.indexOf(b.moduleId));
  }
}

export default defineConfig({
  root,
  plugins: [
    {
      name: 'mutant',
      enforce: 'pre',
      load: (id) =>
        MUTANT_TEXT && MUTANT_FILE && id.split('?')[0] === join(root, MUTANT_FILE)
          ? readFileSync(MUTANT_TEXT, 'utf8')
          : null,
    },
  ],
  test: {
    include: MUTANT_TESTS.split(' '),
    sequence: { sequencer: AsListed },
    pool: 'forks',
    maxWorkers: 1,
    isolate: false,
    bail: 1,
    // It knows a file by its name: a change would not be read.
    fsModuleCache: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['json'],
    outputFile: process.env.MUTANT_REPORT ?? '/dev/null',
  },
});
