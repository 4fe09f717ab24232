import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { privateDirectory } from './platform/db/private-files.ts';
import { readEnv } from './platform/env.ts';
import { oldNode } from './platform/old-node.ts';
import { startServer } from './start-server.ts';

const running = await start().catch((error: unknown) => {
  console.error(`Foothold does not start. ${reasonOf(error)}`);
  process.exit(1);
});
console.log(running.welcome);

const signal = await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
console.log(`Stopping (${String(signal[0] ?? 'asked')})`);
await running.stop();
process.exit(0);

async function start() {
  const old = oldNode();
  if (old) throw new Error(old);
  const env = readEnv();
  if (!env.DATABASE_URL) privateDirectory(env.FOOTHOLD_DATA);
  if (!env.DATABASE_URL && !existsSync(join(env.FOOTHOLD_DATA, 'database')))
    console.log(
      `Making a database in ${env.FOOTHOLD_DATA}${env.FOOTHOLD_DEMO ? ', with the demonstration' : ''}: the first time only, up to half a minute or so`,
    );
  return startServer(env);
}

// What a person can mend is said in a sentence; where it fails in another way, the place helps whoever looks for it.
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error.name === 'Error' ? error.message : (error.stack ?? error.message);
}
