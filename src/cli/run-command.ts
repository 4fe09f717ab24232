import { oldNode } from '../platform/old-node.ts';
import type { CommandEntry, Io } from './command.ts';
import { Mend } from './command.ts';

/** Finds the command that was typed, runs it and gives the exit status: 0 done, 1 not done, 2 not understood. */
export async function runCommand(
  commands: readonly CommandEntry[],
  typed: readonly string[],
  io: Io,
): Promise<number> {
  const entry = commands.find(({ name }) => typed.join(' ').concat(' ').startsWith(`${name} `));
  if (!entry) {
    const isAsking = typed.length === 0 || ['help', '--help', '-h'].includes(typed[0] ?? '');
    const write = isAsking ? io.out : io.note;
    if (!isAsking) io.note(`There is no command “${typed.join(' ')}”.\n`);
    write(listOf(commands));
    return isAsking ? 0 : 2;
  }
  // `doctor` says it too, among what else needs mending.
  const old = entry.name === 'doctor' ? null : oldNode();
  if (old) {
    io.note(`foothold ${entry.name}: ${old}`);
    return 1;
  }
  const command = await entry.load();
  const args = typed.slice(entry.name.split(' ').length);
  if (args.includes('--help') || args.includes('-h')) {
    io.out(`${entry.summary}\n\n${command.help}`);
    return 0;
  }
  try {
    return await command.run(args, io);
  } catch (error) {
    const message = messageOf(error);
    if (args.includes('--json')) io.out(JSON.stringify({ error: message }));
    io.note(`foothold ${entry.name}: ${message}`);
    return isMisunderstood(error) ? 2 : 1;
  }
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof Mend || isMisunderstood(error)) return error.message;
  const cause = error.cause instanceof Error ? `: ${error.cause.message}` : '';
  return `${error.message}${cause}`;
}

// An option that the command does not know: node's own parser says which.
function isMisunderstood(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  );
}

function listOf(commands: readonly CommandEntry[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2;
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}${summary}`);
  return `Foothold: record, oversight and evidence for youth justice services

npm run -s foothold -- <command>

${lines.join('\n')}

Each command has --help and --json. Settings come from the environment: FOOTHOLD_DATA (the data
directory of the embedded database), or DATABASE_URL (and DATABASE_OWNER_URL) for PostgreSQL.`;
}
