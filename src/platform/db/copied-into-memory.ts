import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MemoryFS } from '@electric-sql/pglite';

// Where the embedded database looks for its files.
const home = '/pglite/data';

/** Files of an embedded database in memory that begin as those of a folder, which stays as it is. */
export function copiedIntoMemory(folder: string): MemoryFS {
  const files = new MemoryFS();
  const init = files.init.bind(files);
  files.init = (database, options) => {
    files.initialSyncFs = async () => {
      const { FS } = database.Module;
      FS.mkdirTree(home);
      for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
        const bytes = bytesOf(join(folder, path));
        // What was read is handed over, not copied once more.
        if (bytes) FS.writeFile(`${home}/${path}`, bytes, { canOwn: true });
        else FS.mkdirTree(`${home}/${path}`);
      }
    };
    return init(database, options);
  };
  return files;
}

/** Null for a folder. */
function bytesOf(path: string): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EISDIR') return null;
    throw error;
  }
}
