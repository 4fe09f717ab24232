import { sql } from 'kysely';
import { demoId } from '../../src/demo/random.ts';
import type { Database } from '../../src/platform/db/connect.ts';
import { serviceId } from './database.ts';

const otherServiceId = demoId('service', 'northmere');

/**
 * A second service beside Eastmarsh, with teams and people of its own. Whatever a trial lays out for Eastmarsh stands there
 * too, under the same ids: ids are made outside the database, so no policy may trust that they differ. One that forgets
 * whose row it is shows two rows for one, and one that turns it round shows the wrong one. What is due there follows by itself.
 */
export async function addOtherService(database: Database): Promise<void> {
  await database.owner.transaction().execute(async (tx) => {
    await sql`
      insert into service (id, code, name, nation)
      values (${otherServiceId}, 'northmere', 'Northmere Youth Justice Service', 'england')`.execute(
      tx,
    );
    await sql`insert into team (service_id, id, name)
      select ${otherServiceId}, id, name from team where service_id = ${serviceId}`.execute(tx);
    // Nobody signs in there, and their managers are not needed.
    await sql`insert into staff select (jsonb_populate_record(s, jsonb_build_object(
        'service_id', ${otherServiceId}::uuid, 'id', md5(s.id::text)::uuid, 'auth_user_id', null, 'manager_id', null, 'email', replace(s.email, 'eastmarsh', 'northmere')))).*
      from staff s where service_id = ${serviceId}`.execute(tx);
  });
}

const mirrored = `
  select t.relname as name,
    (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
      where attrelid = t.oid and attnum > 0 and not attisdropped and attidentity = '' and attgenerated = '') as columns,
    (select string_agg(format('%1$I = old.%1$I', a.attname), ' and ') from pg_index i
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
      where i.indrelid = t.oid and i.indisprimary and a.attname <> 'service_id') as same_row
  from pg_class t join pg_namespace n on n.oid = t.relnamespace
  where n.nspname = 'public' and t.relkind = 'r' and t.relname not in ('staff', 'team', 'duty')
    and exists (select 1 from pg_attribute where attrelid = t.oid and attname = 'service_id' and not attisdropped)`;

/** Run by a superuser: what stands in the other service comes about without checks, stamps and history of its own. */
export const mirrorScript = `
  create schema other_service;
  create function other_service.leave_alone() returns trigger language plpgsql as $$ begin return null; end $$;
  -- Rows of a table that stand in the other service alone, whatever they name.
  create function other_service.take(tbl text, given jsonb) returns void language plpgsql security definer
    set search_path = public, pg_temp set session_replication_role = replica as $$
  declare names text := (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
    where attrelid = tbl::regclass and attnum > 0 and not attisdropped and attidentity = '' and attgenerated = '');
  begin
    execute format('insert into %1$I (%2$s) select %2$s from jsonb_populate_recordset(null::%1$I, $1) on conflict do nothing', tbl, names)
      using (select jsonb_agg(row || '{"service_id":"${otherServiceId}"}') from jsonb_array_elements(given) row);
  end $$;
  grant usage on schema other_service to public;
  do $do$ declare own record; begin
    for own in ${mirrored} loop
      execute format($f$
        create function other_service.%1$I() returns trigger language plpgsql security definer
          set search_path = public, pg_temp set session_replication_role = replica as $b$
        begin
          if tg_op <> 'INSERT' and old.service_id = '${serviceId}' then
            delete from %1$I where service_id = '${otherServiceId}' and %3$s;
          end if;
          if tg_op <> 'DELETE' and new.service_id = '${serviceId}' then
            new.service_id := '${otherServiceId}';
            insert into %1$I (%2$s) select %4$s on conflict do nothing;
          end if;
          return null;
        end $b$;
        create trigger zz_other_service after insert or update or delete on %1$I for each row
          when (current_setting('test.two_services', true) = 'on') execute function other_service.%1$I();
        -- A test that lays rows out for Eastmarsh means no others: they follow by themselves. The database keeps duties of both.
        create trigger "0_other_service" before update or delete on %1$I for each row
          when (%5$L not like 'duty%%' and old.service_id = '${otherServiceId}' and current_setting('role') = 'none' and current_setting('test.two_services', true) = 'on')
          execute function other_service.leave_alone();
      $f$, own.name, own.columns, coalesce(own.same_row, 'true'), regexp_replace(own.columns, '(^|, )', '\\1new.', 'g'), own.name);
    end loop;
  end $do$;`;
