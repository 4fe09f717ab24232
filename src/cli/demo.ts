import { parseArgs } from 'node:util';
import { makeDemonstration } from '../demo/make-demonstration.ts';
import { isDay } from '../domain/calendar/day.ts';
import { readCount } from '../domain/figures/read-count.ts';
import { openDatabase } from '../platform/db/connect.ts';
import { migrate } from '../platform/db/migrate.ts';
import { type Command, Mend } from './command.ts';
import { databaseOptions } from './open-record.ts';

/** Makes the demonstration service of invented people. */
export const demo: Command = {
  help: `foothold demo [--children N] [--as-of DATE] [--seed N] [--json]

  --children N    how many children (usually as many as three years of a middling service)
  --as-of DATE    the day that counts as today, as 2026-10-31 (usually today)
  --seed N        another service of the same shape; the same number gives the same service

Everyone in it is invented. It is made once: a database that has it already is left as it is.`,
  run: async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        children: { type: 'string' },
        'as-of': { type: 'string' },
        seed: { type: 'string' },
        json: { type: 'boolean' },
      },
    });
    const children = wholeNumber(values.children, '--children');
    const seed = wholeNumber(values.seed, '--seed');
    const asOf = values['as-of'];
    if (asOf !== undefined && !isDay(asOf))
      throw new Mend(`--as-of must be a day such as 2026-10-31, not “${asOf}”`);
    const database = await openDatabase(databaseOptions(io.env));
    try {
      await migrate(database);
      const made = await makeDemonstration(database, {
        now: asOf ? new Date(`${asOf}T12:00:00Z`) : io.now(),
        ...(children === undefined ? {} : { children }),
        ...(seed === undefined ? {} : { seed }),
      });
      const text = made
        ? 'The demonstration service is made.'
        : 'It was there already: nothing changed.';
      io.out(values.json ? JSON.stringify({ made }) : text);
    } finally {
      await database.close();
    }
    return 0;
  },
};

function wholeNumber(text: string | undefined, option: string): number | undefined {
  if (text === undefined) return undefined;
  const found = readCount(text, 9_999_999n);
  if (typeof found === 'bigint') return Number(found);
  throw new Mend(`${option}: “${text}” ${found}`);
}
