import { type Database, type OpenOptions, openDatabase } from '../../src/platform/db/connect.ts';
import { type AsItWas, putBack, remember } from './put-back.ts';

type Watch = NonNullable<OpenOptions['onStatement']>;
type Lent = { readonly database: Database; readonly was: AsItWas; watch: Watch | undefined };

// One of each kind for all the files of this process, which follow one another.
const idle = new Map<string, Lent>();

/**
 * Lends a test file an embedded database that begins as a copy, with `remove` for after it: what the file wrote is undone,
 * and the next file has it with the plans of its pages made.
 */
export async function lend(copyOf: string, watch?: Watch) {
  const lent = idle.get(copyOf) ?? (await open(copyOf));
  idle.delete(copyOf);
  lent.watch = watch;
  return {
    // Whoever stops a server closes its database: this one goes on.
    database: { ...lent.database, close: async () => undefined },
    remove: async () => {
      lent.watch = undefined;
      if (!idle.has(copyOf) && (await putBack(lent.database, lent.was))) idle.set(copyOf, lent);
      else await lent.database.close();
    },
  };
}

async function open(copyOf: string): Promise<Lent> {
  const lent: Partial<Lent> = {};
  const database = await openDatabase({
    copyOf,
    onStatement: (statement) => lent.watch?.(statement),
  });
  return Object.assign(lent, { database, was: await remember(database), watch: undefined });
}
