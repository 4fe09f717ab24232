import { sql } from 'kysely';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import type { Statement } from '../../src/platform/db/connect.ts';

type Node = {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly Node[];
};

/** A part of a statement that reads many rows for few, or a whole table. */
export type Reading = {
  readonly table: string;
  readonly how: string;
  readonly read: number;
  readonly given: number;
};

// Fewer are read in a moment, whatever for.
const many = 1000;
const forOne = 20;

/** What a statement reads in vain, planned as the server plans it: once, for whatever parameters. */
export async function readInVain(tx: Tx, { sql: text, parameters }: Statement): Promise<Reading[]> {
  await sql`set local plan_cache_mode = force_generic_plan`.execute(tx);
  await sql.raw(`prepare looked_at as ${text}`).execute(tx);
  const given = parameters.length > 0 ? `(${parameters.map(literal).join(', ')})` : '';
  const { rows } = await sql
    .raw<{ 'QUERY PLAN': readonly { readonly Plan: Node }[] }>(
      `explain (analyze, timing off, format json) execute looked_at ${given}`,
    )
    .execute(tx);
  await sql.raw('deallocate looked_at').execute(tx);
  return (rows[0]?.['QUERY PLAN'] ?? []).flatMap(({ Plan }) => inVain(Plan));
}

function inVain(node: Node): Reading[] {
  const loops = node['Actual Loops'];
  const given = node['Actual Rows'] * loops;
  const dropped =
    (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  const read = given + dropped * loops;
  // A list of a hundred rows is read whole, and by no index, however often it is asked.
  const isSeq = node['Node Type'] === 'Seq Scan';
  const table = node['Relation Name'];
  const own =
    table && (isSeq ? read / loops >= many : read >= many && read > forOne * given)
      ? [{ table, how: node['Node Type'], read, given }]
      : [];
  return [...own, ...(node.Plans ?? []).flatMap(inVain)];
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return quoted(value.toISOString());
  if (Array.isArray(value))
    return quoted(`{${value.map((each) => JSON.stringify(each)).join(',')}}`);
  return quoted(String(value));
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
