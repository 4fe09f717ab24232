import { sql } from 'kysely';
import type { Tx } from '../../src/platform/db/as-actor.ts';

/** What a table's policies ask, together, of a row that somebody reads, adds, changes (as it was, as it becomes) or deletes. */
export type Question = { readonly table: string; readonly of: What; readonly condition: string };
export type What = 'read' | 'add' | 'change from' | 'change to' | 'delete';
export type Candidate = Readonly<Record<string, unknown>>;

type Policy = {
  readonly table: string;
  readonly command: string;
  readonly permissive: boolean;
  readonly using: string | null;
  readonly check: string | null;
};

const asked = [
  ['read', 'SELECT', 'using'],
  ['add', 'INSERT', 'check'],
  ['change from', 'UPDATE', 'using'],
  ['change to', 'UPDATE', 'check'],
  ['delete', 'DELETE', 'using'],
] as const;

/** The catalogue's own policies, put together as the database does: any of the usual ones, and each of the restrictive. */
export async function policyQuestions(
  tx: Tx,
  role = 'foothold_staff',
): Promise<readonly Question[]> {
  const { rows } = await sql<Policy>`
    select tablename as table, cmd as command, permissive = 'PERMISSIVE' as permissive, qual as using, with_check as check
    from pg_policies where schemaname = 'public' and ${role} = any (roles) order by tablename, policyname`.execute(
    tx,
  );
  const found: Question[] = [];
  for (const [table, policies] of Map.groupBy(rows, (row) => row.table))
    for (const [of, command, part] of asked) {
      const own = policies.filter((policy) => [command, 'ALL'].includes(policy.command));
      const conditions = (permissive: boolean) =>
        own
          .filter((policy) => policy.permissive === permissive)
          .map((policy) => `(${(part === 'check' ? policy.check : null) ?? policy.using})`);
      if (conditions(true).length === 0) continue;
      const condition = [`(${conditions(true).join(' or ')})`, ...conditions(false)].join(' and ');
      found.push({ table, of, condition });
    }
  return found;
}

/**
 * Which of the given rows, by their places, whoever asks now may read, add, change or delete, as the policies themselves answer it.
 * The rows need not stand in their tables: a policy is asked of rows that nothing else would let stand.
 */
export async function allowed(
  tx: Tx,
  questions: readonly Question[],
  candidates: Readonly<Record<string, readonly Candidate[]>>,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const found = new Map<string, readonly number[]>();
  const answerable = questions.filter(({ table }) => candidates[table]?.length);
  for (let from = 0; from < answerable.length; from += 40) {
    const parts = answerable.slice(from, from + 40).map(
      ({ table, of, condition }) => sql`
        select ${sql.lit(`${table} ${of}`)} as what, array(
          select given.place::integer - 1 from jsonb_array_elements(${JSON.stringify(candidates[table])}::jsonb) with ordinality as given (its, place)
          cross join lateral jsonb_populate_record(null::${sql.table(table)}, given.its) as ${sql.table(table)}
          where ${sql.raw(condition)} order by 1) as places`,
    );
    const { rows } = await sql<{ what: string; places: number[] }>`${sql.join(
      parts,
      sql` union all `,
    )}`.execute(tx);
    for (const { what, places } of rows) found.set(what, places);
  }
  return found;
}
