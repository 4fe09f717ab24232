-- Claims of the request, set once by set_config(..., true). Absent claim: null or empty, so no rows.
create or replace function my_service() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.service', true), '')::uuid $$;
create or replace function my_staff() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.staff', true), '')::uuid $$;
create or replace function my_agency() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('app.agency', true), '') $$;
create or replace function my_scope() returns text language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('app.scope', true), ''), 'none') $$;
-- Lists of words are kept as ,one,two, so that one word is looked for in the text: to take the list apart takes longer, and each
-- policy of each table of a statement asks.
create or replace function claims_of(setting text) returns text[] language sql stable parallel safe
  as $$ select string_to_array(trim(both ',' from coalesce(current_setting(setting, true), '')), ',') $$;
create or replace function has_claim(setting text, word text) returns boolean language sql stable parallel safe
  as $$ select strpos(coalesce(current_setting(setting, true), ''), ',' || word || ',') > 0 $$;
create or replace function my_read() returns text[] language sql stable parallel safe as $$ select claims_of('app.read') $$;
-- Classes this person may write for any child they see, and for children they work with.
create or replace function my_write() returns text[] language sql stable parallel safe as $$ select claims_of('app.write') $$;
create or replace function my_write_related() returns text[] language sql stable parallel safe as $$ select claims_of('app.write_related') $$;
create or replace function may_read(class text) returns boolean language sql stable parallel safe as $$ select has_claim('app.read', class) $$;
-- The service, to whoever may read a class of its records: one thing for a policy to ask instead of two.
create or replace function service_may_read(class text) returns uuid language sql stable parallel safe
  as $$ select case when has_claim('app.read', class) then my_service() end $$;
create or replace function may_write(class text) returns boolean language sql stable parallel safe as $$ select has_claim('app.write', class) $$;
create or replace function may_write_related(class text) returns boolean language sql stable parallel safe
  as $$ select has_claim('app.write_related', class) $$;
create or replace function may(permission text) returns boolean language sql stable parallel safe as $$ select has_claim('app.may', permission) $$;

-- Functions that look in tables are plpgsql: a connection plans them once, where an sql function is planned again by every policy
-- of every table of a statement, which took longer than the statement itself.

-- Whose children somebody sees is asked by the policies of every table of a statement, and is the same until what it is made of
-- changes: it is found once a transaction and kept beside the claims, under the person (or service) whom it was found for.
-- Whoever changes such a table lets it be found again. It is read by sql functions, so that a statement reads it as it reads
-- a claim; where it is not kept, it is found. A tie that somebody else ends is missed until the transaction's own end.

-- Sealed records of the service, and those that were merged into one. Definer: the policies of the tables it reads would call it again.
create or replace function find_hidden_children() returns uuid[] language plpgsql stable security definer
  set search_path = public, pg_temp
  as $$
declare found_now uuid[];
begin
  found_now := array(
    select child_id from restricted_record where service_id = my_service() and ended_on is null
    union all
    select c.id from restricted_record x
    join child c on c.service_id = x.service_id and c.merged_into = x.child_id
    where x.service_id = my_service() and x.ended_on is null);
  perform set_config('app.hidden', found_now::text, true), set_config('app.hidden_of', current_setting('app.service', true), true);
  return found_now;
end $$;
create or replace function hidden_children() returns setof uuid language sql stable as $$
  select unnest(case when current_setting('app.hidden_of', true) = nullif(current_setting('app.service', true), '')
    then current_setting('app.hidden', true)::uuid[] else find_hidden_children() end)
$$;

-- Whoever covers a hearing works with the child for it: until what happened is recorded, and two weeks longer for what follows.
create or replace function covers_now(state text, listed_on date) returns boolean language sql stable parallel safe
  as $$ select state = 'expected' or listed_on > (now() at time zone 'Europe/London')::date - 14 $$;

-- Children this person has a live relationship with, under their merged numbers too; a sealed record needs the named list or broken glass.
create or replace function find_my_children() returns uuid[] language plpgsql stable security definer
  set search_path = public, pg_temp
  as $$
declare
  found_now uuid[];
  sealed uuid[] := array(select h from hidden_children() h);
begin
  found_now := array(
    with mine as (
    select r.child_id from relationship r
    where r.service_id = my_service() and r.staff_id = my_staff()
      and r.starts_at <= now() and (r.ends_at is null or r.ends_at > now())
      and (r.kind = 'named-list' or r.child_id <> all (sealed))
      and not (r.kind = 'panel' and exists (
        select 1 from panel_conflict c where c.service_id = r.service_id and c.child_id = r.child_id and c.staff_id = r.staff_id))
    union
    select h.child_id from hearing h
    where may('hearing.cover') and h.service_id = my_service() and h.covered_by = my_staff() and covers_now(h.state, h.listed_on) and h.child_id <> all (sealed)
    union
    select b.child_id from break_glass b
    where b.service_id = my_service() and b.staff_id = my_staff() and b.starts_at <= now() and b.ends_at > now()
    )
    select m.child_id from mine m
    union all
    select c.id from mine m join child c on c.service_id = my_service() and c.merged_into = m.child_id);
  perform set_config('app.children', found_now::text, true),
    set_config('app.children_of', current_setting('app.service', true) || current_setting('app.staff', true), true);
  return found_now;
end $$;
create or replace function my_child_ids() returns uuid[] language sql stable as $$
  select case when current_setting('app.children_of', true) = nullif(current_setting('app.service', true) || current_setting('app.staff', true), '')
    then current_setting('app.children', true)::uuid[] else find_my_children() end
$$;
create or replace function my_children() returns setof uuid language sql stable as $$ select unnest(my_child_ids()) $$;

-- Whom a person sees, as one list: of somebody who sees the service's children the sealed that are not theirs, whom they do not
-- see; of anybody else their own, whom alone they see. So a child is seen who is in the list or is of the service, and not both.
create or replace function find_children_apart() returns uuid[] language plpgsql stable as $$
declare found_now uuid[];
begin
  if my_scope() <> 'service' then
    found_now := my_child_ids();
  else
    found_now := array(select h from hidden_children() h);
    if found_now <> '{}' then
      found_now := array(select unnest(found_now) except select m from my_children() m);
    end if;
  end if;
  perform set_config('app.apart', found_now::text, true),
    set_config('app.apart_of', current_setting('app.service', true) || current_setting('app.staff', true) || current_setting('app.scope', true), true);
  return found_now;
end $$;
create or replace function children_apart() returns uuid[] language sql stable as $$
  select case when current_setting('app.apart_of', true)
      = nullif(current_setting('app.service', true) || current_setting('app.staff', true) || current_setting('app.scope', true), '')
    then current_setting('app.apart', true)::uuid[] else find_children_apart() end
$$;

-- On each table that these are found in.
create or replace function find_children_again() returns trigger language plpgsql as $$
begin
  perform set_config('app.children_of', '', true), set_config('app.hidden_of', '', true), set_config('app.apart_of', '', true);
  return null;
end $$;

-- The people of this person's team, with those who answer to them; the person too.
create or replace function my_team() returns setof uuid language plpgsql stable security definer
  set search_path = public, pg_temp
  as $$
begin
  return query
    select s.id from staff me
    join staff s on s.service_id = me.service_id and (s.id = me.id or s.team_id = me.team_id or s.manager_id = me.id)
    where me.service_id = my_service() and me.id = my_staff();
end $$;

-- Children whose allocated worker is of this person's team now.
create or replace function my_team_children() returns setof uuid language plpgsql stable security definer
  set search_path = public, pg_temp
  as $$
begin
  return query
    select r.child_id from relationship r
    where r.service_id = my_service() and r.kind = 'allocated' and r.staff_id in (select my_team())
      and r.starts_at <= now() and (r.ends_at is null or r.ends_at > now());
end $$;

create or replace function my_panels() returns setof uuid language plpgsql stable security definer
  set search_path = public, pg_temp
  as $$
begin
  return query
    select panel_id from panel_attendee where service_id = my_service() and staff_id = my_staff();
end $$;

-- Stamps who and when, and moves the version on: the app sends the version it read and matches on it.
create or replace function stamp_row() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    new.created_by := coalesce(my_staff(), new.created_by);
    new.version := 1;
    if my_staff() is not null then new.created_at := now(); end if;
  else
    new.version := old.version + 1;
  end if;
  return new;
end $$;

-- Keeps every change. Argument: the record class that may read it. Rows that are added are kept by the statement, for there may be
-- thousands of them; what changes or goes, row by row.
create or replace function keep_added() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  insert into change_log (service_id, child_id, record_class, table_name, row_id, operation, after, changed_at, changed_by)
  select (a.made ->> 'service_id')::uuid,
    case when tg_table_name = 'child' then (a.made ->> 'id')::uuid else (a.made ->> 'child_id')::uuid end,
    coalesce(a.made ->> 'record_class', tg_argv[0]), tg_table_name, coalesce(a.made ->> 'id', a.made ->> 'time_limit_id'), 'insert', a.made,
    -- Rows that the owner brings in (an earlier system's, a demonstration's) keep the day they were made.
    case when my_staff() is null then coalesce((a.made ->> 'created_at')::timestamptz, clock_timestamp()) else clock_timestamp() end,
    coalesce(my_staff(), (a.made ->> 'created_by')::uuid)
  from (select to_jsonb(r) as made from added_rows r) a;
  return null;
end $$;
create or replace function keep_change() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  old_row jsonb := to_jsonb(old);
  new_row jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  this_row jsonb := coalesce(new_row, old_row);
begin
  if tg_op = 'UPDATE' then
    select jsonb_object_agg(o.key, o.value) filter (where true), jsonb_object_agg(o.key, new_row -> o.key) filter (where true)
      into old_row, new_row
      from jsonb_each(old_row) o
      where new_row -> o.key is distinct from o.value and o.key <> 'version';
    if old_row is null then return null; end if;
  end if;
  insert into change_log (service_id, child_id, record_class, table_name, row_id, operation, before, after, changed_at, changed_by)
  values (
    (this_row ->> 'service_id')::uuid,
    case when tg_table_name = 'child' then (this_row ->> 'id')::uuid else (this_row ->> 'child_id')::uuid end,
    coalesce(this_row ->> 'record_class', tg_argv[0]), tg_table_name, coalesce(this_row ->> 'id', this_row ->> 'time_limit_id'),
    lower(tg_op), old_row, new_row, clock_timestamp(), coalesce(my_staff(), (this_row ->> 'created_by')::uuid));
  return null;
end $$;
-- Lays both on a table.
create or replace procedure keep_history(tbl text, class text) language plpgsql as $$
begin
  execute format('create or replace trigger z_history after update or delete on %I for each row execute function keep_change(%L)', tbl, class);
  execute format('create or replace trigger z_history_added after insert on %I referencing new table as added_rows for each statement execute function keep_added(%L)', tbl, class);
end $$;

-- The three things every table has: the owner's own pass (for definer functions) and, where its rows have versions, the
-- stamps and the history, which is read by the class given.
create or replace procedure guard_table(tbl text, class text default null) language plpgsql as $$
declare cols text; p record;
begin
  execute format('alter table %I enable row level security', tbl);
  execute format('alter table %I force row level security', tbl);
  for p in select policyname from pg_policies where schemaname = 'public' and tablename = tbl loop
    execute format('drop policy %I on %I', p.policyname, tbl);
  end loop;
  execute format('revoke all on %I from foothold_staff, foothold_app', tbl);
  -- The tables' owner owns the definer functions too, and may be another than who brings the database up to date today:
  -- a function that sees no rows would hide nobody.
  execute format('create policy owner_all on %I to %I, %I using (true) with check (true)', tbl, current_user,
    (select tableowner from pg_tables where schemaname = 'public' and tablename = tbl));
  select string_agg(quote_ident(column_name), ', ') into cols from information_schema.columns
    where table_schema = 'public' and table_name = tbl and column_name = 'version';
  if cols is not null and class is not null and tbl <> 'assessment_version' then
    execute format('create or replace trigger a_stamp before insert or update on %I for each row execute function stamp_row()', tbl);
    call keep_history(tbl, class);
  end if;
end $$;

-- Grants name their columns: a row's identity, its child and its author can never be updated.
create or replace procedure grant_columns(tbl text, may_update boolean) language plpgsql as $$
declare all_cols text; change_cols text;
begin
  select string_agg(quote_ident(column_name), ', ' order by ordinal_position),
         string_agg(quote_ident(column_name), ', ' order by ordinal_position)
           filter (where column_name not in ('service_id', 'id', 'child_id', 'created_at', 'created_by', 'version'))
    into all_cols, change_cols
    from information_schema.columns where table_schema = 'public' and table_name = tbl;
  execute format('grant select (%s), insert (%s) on %I to foothold_staff', all_cols, all_cols, tbl);
  if may_update then execute format('grant update (%s) on %I to foothold_staff', change_cols, tbl); end if;
end $$;

-- Which children's rows are seen, as one expression, for a table with child_id. A row about no child is nobody's by this: in an empty
-- list nothing is, so it would be everybody's. A policy that is written by hand says the same words: it cannot take them from here,
-- as its text is fixed, and a function of the row, which is never folded in when it holds a sub-select, would be called for each row
-- (decision 0032).
create or replace function sees_child(child_column text) returns text language sql immutable as $$
  select format('(%1$I is not null and (%1$I = any ((select children_apart())::uuid[])) <> (select my_scope() = ''service''))', child_column)
$$;

-- The usual table of a child: read by one class, written by another; writing with a star needs a relationship.
create or replace procedure protect_child_table(tbl text, read_class text, write_class text, may_update boolean default true, extra_read text default 'true')
language plpgsql as $$
declare reads text; writes text;
begin
  call guard_table(tbl, read_class);
  reads := format('service_id = (select service_may_read(%L)) and (%s) and %s', read_class, extra_read, sees_child('child_id'));
  writes := format('service_id = (select my_service()) and ((select may_write(%1$L)) or ((select may_write_related(%1$L)) and child_id in (select m from my_children() m))) and %2$s', write_class, sees_child('child_id'));
  execute format('create policy staff_read on %I for select to foothold_staff using (%s)', tbl, reads);
  execute format('create policy staff_add on %I for insert to foothold_staff with check (%s)', tbl, writes);
  if may_update then
    execute format('create policy staff_change on %I for update to foothold_staff using (%s) with check (%s)', tbl, writes, writes);
  end if;
  call grant_columns(tbl, may_update);
end $$;

-- A table whose rows each name their own record class.
create or replace procedure protect_classed_table(tbl text) language plpgsql as $$
declare writes text;
begin
  call guard_table(tbl, 'RC1');
  writes := format('service_id = (select my_service()) and (record_class in (select unnest(my_write())) or (record_class in (select unnest(my_write_related())) and child_id in (select m from my_children() m))) and %s', sees_child('child_id'));
  execute format('create policy staff_read on %I for select to foothold_staff using (service_id = (select my_service()) and may_read(record_class) and %s)', tbl, sees_child('child_id'));
  -- What parents say of themselves is for those who work with the child, whichever table it stands in.
  execute format('create policy family_with_a_tie on %I as restrictive for select to foothold_staff using (record_class <> ''RC12'' or not (select may_write_related(''RC12'')) or child_id in (select m from my_children() m))', tbl);
  execute format('create policy staff_add on %I for insert to foothold_staff with check (%s)', tbl, writes);
  execute format('create policy staff_change on %I for update to foothold_staff using (%s) with check (%s)', tbl, writes, writes);
  call grant_columns(tbl, true);
end $$;

-- Reference data: everyone reads, the app changes nothing.
create or replace procedure protect_reference_table(tbl text) language plpgsql as $$
begin
  call guard_table(tbl);
  execute format('create policy everyone_reads on %I for select to foothold_staff, foothold_app using (true)', tbl);
  execute format('grant select on %I to foothold_staff, foothold_app', tbl);
end $$;
revoke all on function find_hidden_children(), find_my_children(), my_panels(), my_team(), my_team_children() from public;
grant execute on function find_hidden_children(), find_my_children(), my_panels(), my_team(), my_team_children() to foothold_staff;
revoke all on function keep_added(), keep_change() from public;
-- A record made in the last minutes by this person: lets them take duty of it until it is allocated.
create or replace function child_made_by_me() returns table (id uuid) language plpgsql stable security definer
  set search_path = public, pg_temp
  as $$
begin
  return query
    select c.id from child c where c.service_id = my_service() and c.created_by = my_staff() and c.created_at > now() - interval '10 minutes';
end $$;
revoke all on function child_made_by_me() from public;
grant execute on function child_made_by_me() to foothold_staff;
-- Who sits on which child's panel and when its papers may be read: a panel relationship is made for these and no others.
create or replace function panel_seats() returns table (panel_id uuid, staff_id uuid, child_id uuid, window_opens timestamptz, window_closes timestamptz)
  language plpgsql stable security definer set search_path = public, pg_temp
  as $$
begin
  return query
    select p.id, a.staff_id, i.child_id, p.window_opens, p.window_closes
    from panel p
    join panel_attendee a on a.service_id = p.service_id and a.panel_id = p.id
    join panel_item i on i.service_id = p.service_id and i.panel_id = p.id
    where p.service_id = my_service() and p.status <> 'cancelled' and a.staff_id is not null
      and (a.attended in ('expected', 'attended') or a.sent_view) and i.state in ('ready', 'decided');
end $$;
revoke all on function panel_seats() from public;
grant execute on function panel_seats() to foothold_staff;
-- Items of panels whose papers this person may read now: they have a seat, and its window is open.
create or replace function my_open_items() returns setof uuid language plpgsql stable security definer
  set search_path = public, pg_temp
  as $$
begin
  return query
    select i.id from panel_attendee a
    join panel p on p.service_id = a.service_id and p.id = a.panel_id and p.status <> 'cancelled'
      and p.window_opens <= now() and p.window_closes > now()
    join panel_item i on i.service_id = p.service_id and i.panel_id = p.id and i.state in ('ready', 'decided')
    join relationship r on r.service_id = i.service_id and r.child_id = i.child_id and r.staff_id = a.staff_id and r.kind = 'panel'
      and r.starts_at <= now() and r.ends_at > now()
    where a.service_id = my_service() and a.staff_id = my_staff() and (a.attended in ('expected', 'attended') or a.sent_view);
end $$;
revoke all on function my_open_items() from public;
grant execute on function my_open_items() to foothold_staff;
-- What lays the policies down is the owner's.
revoke all on procedure keep_history(text, text), guard_table(text, text), grant_columns(text, boolean), protect_child_table(text, text, text, boolean, text),
  protect_classed_table(text), protect_reference_table(text) from public;
