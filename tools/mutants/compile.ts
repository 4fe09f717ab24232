import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Change, changed } from './change.ts';
import { root } from './places.ts';

/** The changes that the compiler refuses: nobody could commit them. One of each file is looked at in each round. */
export function doNotCompile(changes: readonly Change[]): Set<Change> {
  const folder = join(root, '.tmp/mutants/compile');
  const broken = new Set<Change>();
  const files = Map.groupBy(changes, ({ file }) => file);
  const rounds = Math.max(0, ...[...files.values()].map((own) => own.length));
  for (let round = 0; round < rounds; round += 1) {
    const together = [...files.values()].flatMap((own) => own[round] ?? []);
    for (const change of refused(folder, together)) broken.add(change);
  }
  return broken;
}

function refused(folder: string, changes: readonly Change[]): Change[] {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(join(root, 'src/domain'), join(folder, 'src/domain'), { recursive: true });
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: '../../../tsconfig.json',
      include: ['src'],
      exclude: ['**/*.test.ts'],
    }),
  );
  for (const change of changes)
    writeFileSync(
      join(folder, change.file),
      changed(readFileSync(join(root, change.file), 'utf8'), change),
    );
  const { stdout } = spawnSync(
    join(root, 'node_modules/.bin/tsc'),
    ['--noEmit', '--pretty', 'false', '-p', folder],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  return changes.filter(({ file }) =>
    new RegExp(`^${file.replaceAll('.', '\\.')}\\(`, 'm').test(stdout),
  );
}
