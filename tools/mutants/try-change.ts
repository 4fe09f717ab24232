import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Change, changed } from './change.ts';
import { type Place, root } from './places.ts';

export type Answer = { readonly noticed: boolean; readonly by: string };

/**
 * An SQL folder as one script: as its files are applied when one changes, with what is kept of them. What comes before the
 * changed file stands as it was, and so does what follows a table's own policies: nothing is made of them.
 */
export function scriptWith(folder: string, change: Change, end = 'commit'): string {
  const isAlone = folder === 'db/policies' && !/\/\d/.test(change.file);
  const texts = readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.sql'))
    .filter((name) =>
      isAlone ? join(folder, name) === change.file : join(folder, name) >= change.file,
    )
    .sort()
    .map((name) => {
      const text = readFileSync(join(root, folder, name), 'utf8');
      return change.file === join(folder, name) ? changed(text, change) : text;
    });
  return `begin;\n${texts.join('\n')}\n${isAlone ? '' : 'call keep_all_duties();'}\n${end};`;
}

/** Runs the tests that matter with one change made, until one fails; with no change, all of the given ones. */
export async function tryChange(
  place: Place,
  change: Change | null,
  tests: readonly string[],
  scratch: string,
): Promise<Answer> {
  if (tests.length === 0) return { noticed: false, by: 'no test reads it' };
  const environment: Record<string, string> = {
    MUTANT_TESTS: tests.join(' '),
    MUTANT_REPORT: `${scratch}.json`,
  };
  if (change && place.sqlFolder) {
    writeFileSync(`${scratch}.sql`, scriptWith(place.sqlFolder, change));
    environment.FOOTHOLD_TEST_SCRIPT = `${scratch}.sql`;
  } else if (change) {
    environment.MUTANT_FILE = change.file;
    environment.MUTANT_TEXT = `${scratch}.ts`;
    writeFileSync(`${scratch}.ts`, changed(readFileSync(join(root, change.file), 'utf8'), change));
  }
  writeFileSync(`${scratch}.json`, '{}');
  const ended = await run(environment, place.secondsAtMost);
  if (ended === 'passed') return { noticed: false, by: '' };
  return {
    noticed: true,
    by: ended === 'endless' ? 'it did not end' : firstFailure(`${scratch}.json`),
  };
}

function run(environment: Record<string, string>, seconds: number): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(
      join(root, 'node_modules/.bin/vitest'),
      ['run', '--config', 'tools/mutants/vitest.config.ts'],
      { cwd: root, env: { ...process.env, ...environment }, stdio: 'ignore', detached: true },
    );
    let endless = false;
    const timer = setTimeout(() => {
      endless = true;
      // Its workers too: an endless loop hears nothing else.
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
    }, seconds * 1000);
    child.on('exit', (code) => {
      clearTimeout(timer);
      resolve(endless ? 'endless' : code === 0 ? 'passed' : 'failed');
    });
  });
}

type Report = {
  readonly testResults?: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
};

function firstFailure(file: string): string {
  const report: Report = JSON.parse(readFileSync(file, 'utf8'));
  for (const { name, message, assertionResults } of report.testResults ?? []) {
    const test = assertionResults.find(({ status }) => status === 'failed');
    if (test)
      return `${name.slice(root.length + 1)}: ${test.fullName}: ${test.failureMessages?.[0]?.split('\n')[0] ?? ''}`;
    if (message) return `${name.slice(root.length + 1)}: ${message.split('\n')[0]}`;
  }
  return 'it did not run';
}
