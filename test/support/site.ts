import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { readEnv } from '../../src/platform/env.ts';
import { type Running, startServer } from '../../src/start-server.ts';
import { demoSnapshot, dutiesAreKept, letGo } from './database.ts';
import { lend } from './lent.ts';

/** The demonstration service, listening for real on a port of its own, for one test file. */
export function demonstrationSite(settings: Record<string, string> = {}): () => Running {
  let running: Running | undefined;
  let folder = '';
  let giveBack = async () => {};
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'foothold-site-'));
    const lent = await lend(demoSnapshot);
    giveBack = lent.remove;
    running = await startServer(
      readEnv({
        FOOTHOLD_DEMO: '1',
        FOOTHOLD_DATA: folder,
        PORT: '0',
        LOG_LEVEL: 'error',
        ...settings,
      }),
      () => new Date(),
      { ready: lent.database },
    );
  });
  afterAll(async () => {
    if (running) await dutiesAreKept(running.database);
    await running?.stop();
    running = undefined;
    await giveBack();
    letGo();
    await rm(folder, { recursive: true, force: true });
  });
  return () => {
    if (!running) throw new Error('The site is up only while tests run');
    return running;
  };
}
