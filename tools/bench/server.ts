/** The server that is measured, in a process of its own; the bench asks it what it used and what it sent to the database. */
import type { Statement } from '../../src/platform/db/connect.ts';
import { readEnv } from '../../src/platform/env.ts';
import { startServer } from '../../src/start-server.ts';

/** What the bench asks for: the statements since it last asked, the processor time since the start, or an end. */
export type Question = 'statements' | 'used' | 'stop';
export type Answer = {
  readonly origin: string;
  readonly statements: readonly Statement[];
  readonly usedMs: number;
};

const mostHeard = 10_000;
let heard: Statement[] = [];
const running = await startServer(readEnv(), () => new Date(), {
  onStatement: (statement) => void (heard.length < mostHeard && heard.push(statement)),
});
process.on('message', async (question: Question) => {
  if (question === 'stop') {
    await running.stop();
    process.exit(0);
  }
  const { user, system } = process.cpuUsage();
  const statements = question === 'statements' ? heard : [];
  heard = [];
  process.send?.({
    origin: running.origin,
    statements,
    usedMs: (user + system) / 1000,
  } satisfies Answer);
});
process.send?.({ origin: running.origin, statements: [], usedMs: 0 } satisfies Answer);
