import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { makeChild } from '../support/children.ts';
import { sharedDatabase, trial } from '../support/database.ts';

const database = sharedDatabase();

describe('functions that look past the policies', () => {
  it('find their tables where they are, and never among the tables that a person made for themselves', () =>
    trial(database(), async ({ tx }) => {
      const { rows } = await sql<{ name: string }>`
        select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname = 'public' and p.prosecdef and not coalesce(p.proconfig, '{}') @> '{"search_path=public, pg_temp"}'`.execute(
        tx,
      );
      expect(rows).toEqual([]);
    }));

  it('are for whom they were granted to, and not for everybody who can reach the database', () =>
    trial(database(), async ({ tx }) => {
      const { rows } = await sql<{ name: string }>`
        select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname = 'public' and p.prosecdef
          and exists (select 1 from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0 and a.privilege_type = 'EXECUTE')`.execute(
        tx,
      );
      expect(rows).toEqual([]);
    }));

  it('nobody makes a temporary table, whose name could stand in for one of the record', () =>
    trial(database(), async ({ tx, become }) => {
      await become('freddie-okafor-bright');
      await expect(sql`create temp table mine (id integer)`.execute(tx)).rejects.toThrow(
        /permission denied/,
      );
    }));

  it('nobody opens a sealed record with a table of their own by the name of the list of seals', () =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { restricted: true });
      await become('ama-lovelock');
      await sql`savepoint before`.execute(tx);
      await sql`create temp table restricted_record (service_id uuid, child_id uuid, ended_on date, kind text)`
        .execute(tx)
        .catch(() => sql`rollback to savepoint before`.execute(tx));
      expect(await tx.selectFrom('child').select('id').where('id', '=', child).execute()).toEqual(
        [],
      );
    }));
});
