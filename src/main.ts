import { once } from 'node:events';
import { readEnv } from './platform/env.ts';
import { startServer } from './start-server.ts';

const env = readEnv();
const running = await startServer(env);
console.log(running.welcome);

const signal = await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
console.log(`Stopping (${String(signal[0] ?? 'asked')})`);
await running.stop();
process.exit(0);
