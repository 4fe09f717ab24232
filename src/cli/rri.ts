import { parseArgs } from 'node:util';
import { MOST_COUNT, readCount } from '../domain/figures/read-count.ts';
import { relativeRate } from '../domain/figures/rri.ts';
import { type Command, Mend } from './command.ts';

/** Works out a relative rate index and its exact interval. */
export const rri: Command = {
  help: `foothold rri --events E --total N --ref-events e --ref-total n [--json]

  --events, --total          events and children in the group
  --ref-events, --ref-total  the same in the reference group, usually White children

Counts are whole numbers without commas, from 0 to ${MOST_COUNT.toLocaleString('en-GB')}.

Prints the relative rate index (1 is parity) and its exact conditional 95% interval; with --json as
{"rri": …, "lower": …, "upper": …}. Where nothing happened in the reference group there is no index
and no upper limit: both are null.`,
  run: async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        events: { type: 'string' },
        total: { type: 'string' },
        'ref-events': { type: 'string' },
        'ref-total': { type: 'string' },
        json: { type: 'boolean' },
      },
    });
    const found = relativeRate(
      {
        numerator: count(values.events, '--events'),
        denominator: count(values.total, '--total'),
      },
      {
        numerator: count(values['ref-events'], '--ref-events'),
        denominator: count(values['ref-total'], '--ref-total'),
      },
    );
    if (found.kind === 'none') throw new Mend(found.reason);
    const { index, lower, upper, reason } = found;
    const rri = index && Number(index.p) / Number(index.q);
    if (reason) io.note(reason);
    io.out(
      values.json
        ? JSON.stringify({ rri, lower, upper })
        : `${rri?.toFixed(6) ?? 'no index'} (95% interval ${lower.toFixed(6)} to ${upper?.toFixed(6) ?? 'no upper limit'})`,
    );
    return 0;
  },
};

function count(text: string | undefined, option: string): bigint {
  if (text === undefined) throw new Mend(`Give ${option}`);
  const found = readCount(text);
  if (typeof found === 'bigint') return found;
  throw new Mend(`${option}: “${text}” ${found}`);
}
