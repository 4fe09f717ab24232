import { commands } from '../../src/cli/commands.ts';
import { runCommand } from '../../src/cli/run-command.ts';

/** Types a command that needs no database, with this text on standard input; gives its status, answer and notes. */
export const typed = (input: string | Uint8Array, ...words: string[]) =>
  typedIn({}, input, ...words);

/** The same with these words in the environment. */
export async function typedIn(
  env: NodeJS.ProcessEnv,
  input: string | Uint8Array,
  ...words: string[]
) {
  const answer: string[] = [];
  const notes: string[] = [];
  const status = await runCommand(commands, words, {
    out: (text) => answer.push(text),
    note: (text) => notes.push(text),
    env,
    now: () => new Date('2026-01-31T12:00:00Z'),
    readLine: async () => '',
    readAll: async () => (typeof input === 'string' ? Buffer.from(input) : input),
  });
  return { status, answer: answer.join('\n'), notes: notes.join('\n') };
}
