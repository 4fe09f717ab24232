import { sql } from 'kysely';
import type { Database } from './connect.ts';

type Row = {
  login: string;
  above: boolean;
  owns: boolean;
};

/** What lets the server's own login past the policies, each as a sentence that says what to do; none when it is held to them. */
export async function loginFaults({ kind, app }: Database): Promise<readonly string[]> {
  // An embedded database has one connection and no logins: whoever holds its files holds everything.
  if (kind === 'embedded') return [];
  const { rows } = await sql<Row>`
    select r.rolname as login, r.rolsuper or r.rolbypassrls as above,
      exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind in ('r', 'p') and pg_has_role(session_user, c.relowner, 'MEMBER')) as owns
    from pg_roles r where r.rolname = session_user`.execute(app);
  return rows.flatMap(({ login, above, owns }) => {
    if (above)
      return [
        `The login ${login} of DATABASE_URL is above every policy of the database (a superuser, or bypassrls): give the server a login of its own, see "Two logins" in docs/running.md`,
      ];
    return owns
      ? [
          `The login ${login} of DATABASE_URL owns the tables, so that a fault in the server could pass their policies: give the owner's login as DATABASE_OWNER_URL to "foothold migrate" only, and the server one that owns nothing, see "Two logins" in docs/running.md`,
        ]
      : [];
  });
}
