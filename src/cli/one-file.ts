import { Mend } from './command.ts';

/** The one file that a command was given; `command` is what is typed, as "import referrals". */
export function oneFile(positionals: readonly string[], command: string): string {
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new Mend(`Name one file: foothold ${command} FILE`);
  return file;
}
