import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { openDatabase } from '../../src/platform/db/connect.ts';
import { readEnv } from '../../src/platform/env.ts';
import { type Running, startServer } from '../../src/start-server.ts';
import { demoSnapshotFile, dutiesAreKept } from './database.ts';

/** The demonstration service, listening for real on a port of its own, for one test file. */
export function demonstrationSite(settings: Record<string, string> = {}): () => Running {
  let running: Running | undefined;
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'foothold-site-'));
    const copy = new Blob([new Uint8Array(await readFile(demoSnapshotFile))]);
    const database = await openDatabase({ directory: folder, copyOf: copy });
    await database.close();
    running = await startServer(
      readEnv({
        FOOTHOLD_DEMO: '1',
        FOOTHOLD_DATA: folder,
        PORT: '0',
        LOG_LEVEL: 'error',
        ...settings,
      }),
    );
  });
  afterAll(async () => {
    await running?.stop();
    const left = await openDatabase({ directory: folder });
    await dutiesAreKept(left);
    await left.close();
    await rm(folder, { recursive: true, force: true });
  });
  return () => {
    if (!running) throw new Error('The site is up only while tests run');
    return running;
  };
}
