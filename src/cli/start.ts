import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { readEnv } from '../platform/env.ts';
import type { Command } from './command.ts';

/** Starts the server and runs until it is told to stop. */
export const start: Command = {
  help: `foothold start [--demo] [--json]

  --demo   make the demonstration service first, and let people sign in as its people
  --json   say where it listens as {"address": …}

Settings: PORT, HOST, FOOTHOLD_DATA, DATABASE_URL. Stop it with Ctrl+C.`,
  run: async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: { demo: { type: 'boolean' }, json: { type: 'boolean' } },
    });
    const { startServer } = await import('../start-server.ts');
    const env = readEnv(values.demo ? { ...io.env, FOOTHOLD_DEMO: '1' } : io.env);
    const running = await startServer(env, io.now);
    io.out(values.json ? JSON.stringify({ address: running.origin }) : running.welcome);
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    await running.stop();
    return 0;
  },
};
