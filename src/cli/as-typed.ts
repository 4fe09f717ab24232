import { resolve } from 'node:path';
import type { Io } from './command.ts';

/** A file or folder as it was named at the keyboard: npm runs in the project's directory, and the person may be in another. */
export const asTyped = (name: string, io: Pick<Io, 'env'>): string =>
  resolve(io.env.INIT_CWD ?? '.', name);
