import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Change } from './change.ts';
import { sqlChanges } from './sql-changes.ts';
import { tsChanges } from './ts-changes.ts';

export const root = join(import.meta.dirname, '../..');
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');
const filesOf = (folder: string, ending: RegExp) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => join(folder, name))
    .sort();

/** Where meaning is changed, by which rules, and which tests must notice it, the closest first. */
export type Place = {
  readonly files: readonly string[];
  readonly changesOf: (file: string, text: string) => Change[];
  readonly tests: (file: string) => string[];
  /** A folder of SQL files that are applied together; code is read as it stands. */
  readonly sqlFolder?: string;
  readonly secondsAtMost: number;
};

export const places: Readonly<Record<string, () => Place>> = {
  domain: () => {
    const tests = filesOf('src/domain', /\.test\.ts$/);
    const readBy = new Map(tests.map((test) => [test, importedBy(test)]));
    return {
      files: filesOf('src/domain', /\.ts$/).filter((file) => !/\.(test|fixture)\.ts$/.test(file)),
      changesOf: tsChanges,
      tests: (file) =>
        tests
          .filter((test) => readBy.get(test)?.has(file))
          .sort((a, b) => (readBy.get(a)?.get(file) ?? 0) - (readBy.get(b)?.get(file) ?? 0)),
      secondsAtMost: 60,
    };
  },
  policies: () =>
    sqlPlace(
      'db/policies',
      [...filesOf('test/rls', /\.test\.ts$/), ...filesOf('test/standards', /\.test\.ts$/)],
      // Tests of all policies at once are of every file and, in the shared database, cost next to nothing: they come first.
      // Those that ask every policy of rows are of every file too, and take some seconds.
      (text) =>
        (/\bpg_policies\b/.test(text) && /\bsharedDatabase\b/.test(text) ? 1000 : 0) +
        (/\bpolicyQuestions\b/.test(text) ? 50 : 0),
    ),
  standards: () =>
    sqlPlace(
      'db/standards',
      [
        ...filesOf('test/standards', /\.test\.ts$/),
        ...filesOf('test/rls', /\.test\.ts$/).filter((file) =>
          /\bdue_|record_gap|live_work|\bduty\b/.test(textOf(file)),
        ),
      ],
      (text) => (/\blayEveryDuty\b/.test(text) ? 1000 : 0),
    ),
};

/** Tests of a folder of SQL; `ofAll` says which are of every file, and how early they come. */
function sqlPlace(
  folder: string,
  tests: readonly string[],
  ofAll: (text: string) => number,
): Place {
  const texts = new Map(tests.map((test) => [test, textOf(test)]));
  return {
    files: filesOf(folder, /\.sql$/),
    changesOf: sqlChanges,
    sqlFolder: folder,
    secondsAtMost: 600,
    tests: (file) => {
      const names = [basename(file, '.sql')]
        .concat(
          [...textOf(file).matchAll(/(?:function|view|_table\(')\s*(\w+)/g)].map(
            (match) => match[1]?.replace(/^due_/, '') ?? '',
          ),
        )
        .filter((name) => name !== '');
      const asTable = names.map(
        (name) => new RegExp(`(['"\`(]|\\b(from|into|join|update|due)[ _])${name}\\b`),
      );
      const asks = (test: string, what: RegExp) => what.test(texts.get(test) ?? '');
      const closeness = (test: string) =>
        ofAll(texts.get(test) ?? '') +
        names.filter((name) => test.includes(`/${name}.test`)).length * 100 +
        asTable.filter((name) => asks(test, name)).length;
      // So are those that ask the catalogue for its tables, and they take longer.
      const near = tests.filter((test) => closeness(test) > 0 || asks(test, /\bpg_class\b/));
      // What all of them stand on is named by few tests: any of them may be the one.
      const isBase = near.length === 0 || /^\d/.test(basename(file));
      return (isBase ? tests : near).toSorted((a, b) => closeness(b) - closeness(a));
    },
  };
}

/** Every file of ours that a file reads when it is loaded, with how many steps away it is. */
function importedBy(file: string): Map<string, number> {
  const found = new Map([[file, 0]]);
  for (const [from, steps] of found) {
    for (const [, path = ''] of textOf(from).matchAll(
      /^(?:import|export)[^;]*?from '(\.[^']+\.tsx?)'/gm,
    )) {
      const to = join(dirname(from), path);
      if (!found.has(to)) found.set(to, steps + 1);
    }
  }
  return found;
}
