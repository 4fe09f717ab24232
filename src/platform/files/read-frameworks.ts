import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Framework } from '../../domain/inspections/framework.ts';
import { loadedFramework } from '../../domain/inspections/loaded-framework.ts';

const shipped = join(import.meta.dirname, '../../../db/reference/inspection-frameworks');
let read: readonly Framework[] | undefined;

/** Every inspection framework, the newest first, read once; a file that is wrong stops with what to mend in it. */
export function readFrameworks(): readonly Framework[] {
  read ??= frameworksIn(shipped);
  return read;
}

/** The frameworks in a folder, one JSON file each, the newest first. */
export function frameworksIn(folder: string): readonly Framework[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const loaded = loadedFramework(JSON.parse(readFileSync(join(folder, name), 'utf8')));
      if (loaded.kind === 'refused')
        throw new Error(`${name} is no inspection framework:\n${loaded.problems.join('\n')}`);
      return loaded.framework;
    })
    .sort((one, other) => other.validFrom.localeCompare(one.validFrom));
}
