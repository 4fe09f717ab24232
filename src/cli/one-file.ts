import { Mend } from './command.ts';

/** What every command that brings a file into the record may be told; for `parseArgs`. */
export const importOptions = {
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
  service: { type: 'string' },
  as: { type: 'string' },
} as const;

/** The one file that a command was given; `command` is what is typed, as "import referrals". */
export function oneFile(positionals: readonly string[], command: string): string {
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new Mend(`Name one file: foothold ${command} FILE`);
  return file;
}
