/** Where a command writes: answers on standard output, everything else on standard error. */
export type Io = {
  readonly out: (text: string) => void;
  readonly note: (text: string) => void;
  readonly env: NodeJS.ProcessEnv;
  readonly now: () => Date;
  /** One line from standard input, for what must not stand in a command's own words. */
  readonly readLine: (question: string) => Promise<string>;
  /** All of standard input. */
  readonly readAll: () => Promise<Uint8Array>;
};

/** One command of `foothold`. `run` gives the exit status. */
export type Command = {
  readonly help: string;
  run(args: readonly string[], io: Io): Promise<number>;
};

/** A command by its name. It is loaded only when it is asked for, so that a small one answers at once. */
export type CommandEntry = {
  /** As it is typed: one word, or two as in "user add". */
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<Command>;
};

/** Something the person at the keyboard can put right; shown without a stack. */
export class Mend extends Error {}
