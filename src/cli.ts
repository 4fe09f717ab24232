import { buffer } from 'node:stream/consumers';
import { commands } from './cli/commands.ts';
import { lineFrom } from './cli/line-from.ts';
import { runCommand } from './cli/run-command.ts';

process.exitCode = await runCommand(commands, process.argv.slice(2), {
  out: (text) => void process.stdout.write(`${text}\n`),
  note: (text) => void process.stderr.write(`${text}\n`),
  env: process.env,
  now: () => new Date(),
  readLine: (question) => lineFrom(process.stdin, question),
  readAll: () => buffer(process.stdin),
});
