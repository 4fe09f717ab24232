import { type PGlite, parse, protocol, type Results } from '@electric-sql/pglite';
import type { PGliteDialectConfig } from 'kysely';

type Embedded = Exclude<PGliteDialectConfig['pglite'], (...all: never[]) => unknown>;
type Messages = Parameters<typeof parse.parseResults>[0];
type Plan = {
  readonly name: string;
  readonly types: readonly number[];
  readonly columns: Messages;
};

const { serialize } = protocol;
// A plan stays in memory: enough for every page, and an end for lists of changing length.
const mostPlans = 1_000;
const planned = /^\s*(select|with|insert|update|delete)\b/i;

/**
 * The same embedded database, which plans a statement once: with its policies, planning a page takes longer than running
 * it. `forget` is for after a script, which may have changed what the plans are of.
 */
export function rememberEmbeddedPlans(pglite: PGlite): {
  readonly pglite: Embedded;
  readonly forget: () => Promise<void>;
} {
  const plans = new Map<string, Plan>();
  const send = (message: Uint8Array) => pglite.execProtocolStream(message, { syncToFs: false });

  async function planOf(text: string): Promise<Plan> {
    const known = plans.get(text);
    if (known) return known;
    const name = planned.test(text) && plans.size < mostPlans ? `s${plans.size + 1}` : '';
    await send(serialize.parse({ name, text }));
    const described = await send(serialize.describe({ type: 'S', name }));
    const plan = {
      name,
      types: parse.parseDescribeStatementResults(described),
      columns: described.filter((message) => message.name === 'rowDescription'),
    };
    if (name) plans.set(text, plan);
    return plan;
  }

  const written = (value: unknown, type = 0) =>
    value === null || value === undefined ? null : (pglite.serializers[type] ?? String)(value);

  async function answers(text: string, values: readonly unknown[]): Promise<Messages> {
    try {
      const { name, types, columns } = await planOf(text);
      const bound = values.map((value, at) => written(value, types[at]));
      await send(serialize.bind({ statement: name, values: bound }));
      return [...columns, ...(await send(serialize.execute({})))];
    } finally {
      await send(serialize.sync());
    }
  }

  async function query<T>(text: string, values: readonly unknown[] = []): Promise<Results<T>> {
    const messages = await pglite.runExclusive(() => answers(text, values));
    const [result] = parse.parseResults(messages, pglite.parsers, { rowMode: 'object' });
    return { fields: [], ...result, rows: (result?.rows ?? []) as T[] };
  }

  return {
    pglite: {
      get closed() {
        return pglite.closed;
      },
      get ready() {
        return pglite.ready;
      },
      waitReady: pglite.waitReady,
      close: () => pglite.close(),
      // By itself a statement waits for the transaction of another, as one of its own.
      query: <T>(text: string, values: unknown[] = []) =>
        planned.test(text)
          ? pglite.transaction(() => query<T>(text, values))
          : pglite.query<T>(text, values),
      transaction: (work) =>
        pglite.transaction((tx) => work({ query, rollback: () => tx.rollback() })),
    },
    forget: async () => {
      plans.clear();
      await pglite.exec('deallocate all');
    },
  };
}
