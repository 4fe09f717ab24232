import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import type { Database } from '../../src/platform/db/connect.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild, relate } from './children.ts';
import { serviceId, trial } from './database.ts';

type Values = Readonly<Record<string, string | number | boolean | null>>;
type Case = {
  readonly table: string;
  /** The row's own columns; what it hangs on may be made first, as the owner. */
  readonly row: (tx: Tx, childId: string) => Values | Promise<Values>;
  readonly change: Values;
  /** People by code, each with a working relationship to the child. */
  readonly readers: readonly string[];
  readonly notReaders: readonly string[];
  readonly writers: readonly string[];
  readonly notWriters: readonly string[];
};

/** What each person cannot see or change in one table of a child's record, and who can. */
export function cannotTests(database: () => Database, test: Case): void {
  const { table } = test;
  const lay = async (tx: Tx, restricted = false) => {
    const child = await makeChild(tx, { worker: 'ama-lovelock', restricted });
    const values = await test.row(tx, child);
    await add(tx, table, child, values);
    return { child, values };
  };

  describe(`${table}: who cannot see it`, () => {
    it('nobody without claims', () =>
      trial(database(), async ({ tx }) => {
        const { child } = await lay(tx);
        await sql`select set_config('role', 'foothold_staff', true)`.execute(tx);
        expect(await count(tx, table, child)).toBe(0);
      }));

    it.each([
      'rosamund-achebe',
      'quentin-larkin',
      'viv-tolliver',
      'xanthe-goodenough',
      'cleo-abacus',
    ])('%s, who does not work with the child', (code) =>
      trial(database(), async ({ tx, become }) => {
        const { child } = await lay(tx);
        await become(code);
        expect(await count(tx, table, child)).toBe(0);
      }),
    );

    it('nobody but the named list when the record is sealed', () =>
      trial(database(), async ({ tx, become }) => {
        const { child } = await lay(tx, true);
        for (const code of ['ama-lovelock', 'marguerite-oyelaran', 'philippa-standfast']) {
          await become(code);
          expect(await count(tx, table, child), code).toBe(0);
        }
      }));

    it.each(test.notReaders)('%s, even while working with the child', (code) =>
      trial(database(), async ({ tx, become }) => {
        const { child } = await lay(tx);
        await relate(tx, child, code, 'partner');
        await become(code);
        expect(await count(tx, table, child)).toBe(0);
      }),
    );
  });

  describe(`${table}: who cannot change it`, () => {
    it.each(['ben-thackery', ...test.notWriters])('%s adds no row and changes none', (code) =>
      trial(database(), async ({ tx, become }) => {
        const { child, values } = await lay(tx);
        if (code !== 'ben-thackery') await relate(tx, child, code, 'partner');
        await become(code);
        expect(await change(tx, table, child, test.change)).toBe(0);
        await expect(add(tx, table, child, values)).rejects.toThrow(/row-level security/);
      }),
    );

    it('nobody deletes', () =>
      trial(database(), async ({ tx, become }) => {
        const { child } = await lay(tx);
        await become('marguerite-oyelaran');
        await expect(
          sql`delete from ${sql.table(table)} where child_id = ${child}`.execute(tx),
        ).rejects.toThrow(/permission denied/);
      }));

    it('nobody moves a row to another child', () =>
      trial(database(), async ({ tx, become }) => {
        const { child } = await lay(tx);
        await become('ama-lovelock');
        await expect(
          sql`update ${sql.table(table)} set child_id = ${newId()} where child_id = ${child}`.execute(
            tx,
          ),
        ).rejects.toThrow(/permission denied/);
      }));
  });

  describe(`${table}: who can`, () => {
    it.each(test.readers)('%s reads it', (code) =>
      trial(database(), async ({ tx, become }) => {
        const { child } = await lay(tx);
        if (code !== 'ama-lovelock') await relate(tx, child, code, 'partner');
        await become(code);
        expect(await count(tx, table, child)).toBe(1);
      }),
    );

    it.each(test.writers)('%s changes it', (code) =>
      trial(database(), async ({ tx, become }) => {
        const { child } = await lay(tx);
        if (code !== 'ama-lovelock') await relate(tx, child, code, 'partner');
        await become(code);
        expect(await change(tx, table, child, test.change)).toBe(1);
      }),
    );
  });
}

const count = async (tx: Tx, table: string, child: string) => {
  const { rows } = await sql`select id from ${sql.table(table)} where child_id = ${child}`.execute(
    tx,
  );
  return rows.length;
};

async function add(tx: Tx, table: string, child: string, values: Values): Promise<void> {
  const row: Values = { service_id: serviceId, id: newId(), child_id: child, ...values };
  const columns = sql.join(Object.keys(row).map((name) => sql.ref(name)));
  await sql`insert into ${sql.table(table)} (${columns}) select ${columns} from jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(row)}::jsonb)`.execute(
    tx,
  );
}

async function change(tx: Tx, table: string, child: string, values: Values): Promise<number> {
  const set = sql.join(
    Object.entries(values).map(([name, value]) => sql`${sql.ref(name)} = ${value}`),
  );
  const result = await sql`update ${sql.table(table)} set ${set} where child_id = ${child}`.execute(
    tx,
  );
  return Number(result.numAffectedRows ?? 0n);
}
