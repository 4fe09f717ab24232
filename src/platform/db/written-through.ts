import { closeSync, fsyncSync, openSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

// What the embedded database knows as an input or output error.
const ioError = 29;

type Stream = { readonly nfd?: number; readonly node: unknown };
type Nodefs = {
  readonly stream_ops: { fsync?: (stream: Stream) => number };
  readonly realPath: (node: unknown) => string;
};

/**
 * Files of an embedded database that are on the disk, and not only with the operating system, before a save is answered: what
 * was saved outlasts a power cut. As it comes, the embedded database leaves that to chance.
 */
export function writtenThrough(directory: string) {
  const files = new NodeFS(directory);
  const init = files.init.bind(files);
  files.init = (database, options) =>
    init(database, {
      ...options,
      preRun: [
        ...(options.preRun ?? []),
        (module: unknown) => {
          const { NODEFS: nodefs } = module as { NODEFS: Nodefs };
          nodefs.stream_ops.fsync = (stream) => flush(stream, nodefs);
        },
      ],
    });
  const { defaultStartParams } = PGlite;
  return {
    fs: files,
    startParams: [
      // -F turns fsync off; of the ways to flush, fsync is the one that reaches us.
      ...defaultStartParams.filter((param) => param !== '-F'),
      ...['-c', 'wal_sync_method=fsync'],
    ],
  };
}

function flush(stream: Stream, nodefs: Nodefs): number {
  try {
    if (stream.nfd !== undefined) {
      fsyncSync(stream.nfd);
      return 0;
    }
    // A folder, which has no open file of its own.
    const folder = openSync(nodefs.realPath(stream.node), 'r');
    fsyncSync(folder);
    closeSync(folder);
    return 0;
  } catch {
    return ioError;
  }
}
