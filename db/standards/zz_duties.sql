-- Keeps `duty` as the views of this folder say, by what the catalogue knows of them. A trigger on each table that a standard reads
-- marks the child whose record has changed; before the transaction ends the marked children are asked of those standards again.
-- At the end and not at each statement: a form saves several rows, and two people who write about one child would wait for each
-- other's rows while holding their own.

-- What each view is made of, through other views and functions; `seen` as its reader, or past a view that is read as the owner.
create or replace function standard_tables() returns table (name text, tbl text, seen boolean, columns text[]) language sql stable as $$
  with recursive edge as (
    select coalesce(w.ev_class, d.objid) as from_id, d.refobjid as to_id, d.refobjsubid as column_number
    from pg_depend d left join pg_rewrite w on d.classid = 'pg_rewrite'::regclass and w.oid = d.objid
    where d.classid in ('pg_rewrite'::regclass, 'pg_proc'::regclass) and d.refclassid in ('pg_class'::regclass, 'pg_proc'::regclass)
      and d.refobjid is distinct from w.ev_class
  ), found as (
    select v.oid as view, v.oid as id, 0 as column_number, true as seen
    from pg_class v where v.relnamespace = 'public'::regnamespace and v.relkind = 'v' and v.relname like 'due\_%' and v.relname <> 'due_work'
    union
    select f.view, e.to_id, e.column_number,
      f.seen and not exists (select 1 from pg_class c where c.oid = f.id and c.relkind = 'v' and not coalesce(c.reloptions, '{}') @> '{security_invoker=true}')
    from found f join edge e on e.from_id = f.id
  )
  select v.relname::text, t.relname::text, bool_or(f.seen),
    coalesce(array_agg(distinct a.attname::text) filter (where a.attname is not null), '{}')
  from found f
  join pg_class v on v.oid = f.view
  join pg_class t on t.oid = f.id and t.relkind = 'r' and t.relnamespace = 'public'::regnamespace
  left join pg_attribute a on a.attrelid = t.oid and a.attnum = f.column_number and a.attnum > 0
  group by 1, 2
$$;

-- Makes all that follows from the catalogue: the list of standards, due_work, a function for each standard and the triggers.
create or replace procedure derive_standards() language plpgsql as $$
declare
  each record;
  given text;
  branch text;
begin
  delete from standard;
  -- The five tables whose rows the policy of duty asks for themselves ask nothing here.
  insert into standard (name, reads, needs)
    select t.name, array_agg(distinct t.tbl), coalesce(array_agg(distinct m.word) filter (where m.word is not null), '{}')
    from standard_tables() t
    left join lateral (
      select r[1] as word from pg_policies p, regexp_matches(p.qual, 'may(?:_read)?\(''([^'']+)''', 'g') r
      where t.seen and p.schemaname = 'public' and p.tablename = t.tbl and p.policyname = 'staff_read'
        and t.tbl not in ('action', 'information_request', 'break_glass', 'audit_reading', 'audit_feedback')) m on true
    group by t.name;

  for each in select p.oid::regprocedure as f from pg_proc p where p.pronamespace = 'public'::regnamespace and p.proname ~ '^(keep_due|mark_duties)_' loop
    execute format('drop function %s cascade', each.f);
  end loop;
  drop view if exists due_work;

  for each in select s.name, row_number() over (order by s.name) = 1 as first, exists (
        select 1 from pg_attribute where attrelid = s.name::regclass and attname = 'agency') as has_agency, exists (
        select 1 from pg_attribute where attrelid = s.name::regclass and attname = 'starts_at') as has_start
      from standard s order by s.name loop
    given := format('select v.service_id, v.child_id, %L::text as standard_view, v.involvement_id, v.subject_id, v.standard, v.what, v.owed_by, v.owner_id as named_id, %s as agency, %s as starts_at,
        v.started_on, v.due_on, v.done_on, v.link_kind from %I v where (v.done_on is not null or v.stopped_on is null)',
      each.name, case when each.has_agency then 'v.agency' else 'null::text' end,
      case when each.has_start then 'v.starts_at' else 'null::timestamptz' end, each.name);
    branch := coalesce(branch || ' union all ', '') || given;
    execute format('create function %I(service uuid, children uuid[]) returns void language plpgsql as %L', 'keep_' || each.name,
      'begin ' || (
        select string_agg(format('%s with now as materialized (select g.*, hashtextextended(g::text, 0) as row_key from (%s and v.service_id = service and %s) g),
          gone as (delete from duty d where d.service_id = service and %s and d.standard_view = %L and d.row_key not in (select n.row_key from now n))
          insert into duty (service_id, child_id, standard_view, row_key, involvement_id, subject_id, standard, what, owed_by, named_id, worker_id, agency, starts_at, started_on, due_on, done_on, link_kind)
          select n.service_id, n.child_id, n.standard_view, n.row_key, n.involvement_id, n.subject_id, n.standard, n.what, n.owed_by, n.named_id, w.staff_id, n.agency, n.starts_at, n.started_on, n.due_on, n.done_on, n.link_kind
          from now n left join relationship w on w.service_id = n.service_id and w.child_id = n.child_id and w.kind = ''allocated'' and w.ends_at is null
          where n.row_key not in (select d.row_key from duty d where d.service_id = service and %s and d.standard_view = %L)
          on conflict do nothing;', b.word, given, b.seen, replace(b.seen, 'v.', 'd.'), each.name, replace(b.seen, 'v.', 'd.'), each.name), ' ' order by b.place)
        from (values (1, 'if children is null then', 'v.child_id is null'), (2, 'else', 'v.child_id = any (children)')) b (place, word, seen))
      || ' end if; end');
    execute format('revoke all on function %I(uuid, uuid[]) from public', 'keep_' || each.name);
  end loop;
  execute 'create view due_work with (security_invoker = true) as ' || branch;
  comment on view due_work is 'What every standard says, of which duty is the rows. For checking the one against the other.';

  -- A table without a service is laid down by whoever brings the database up to date, which asks every standard again.
  for each in
    select t.tbl, array(select distinct c from standard_tables() x, unnest(x.columns) c where x.tbl = t.tbl) as columns,
      case when t.tbl = 'child' then 'id' when exists (select 1 from pg_attribute where attrelid = t.tbl::regclass and attname = 'child_id') then 'child_id' end as child
    from (select distinct s.tbl from standard_tables() s union select 'relationship') t
    where exists (select 1 from pg_attribute where attrelid = t.tbl::regclass and attname = 'service_id')
  loop
    given := (select string_agg(quote_ident(c), ', ') from (
      select distinct c from unnest(each.columns || array['service_id', each.child] || case when each.tbl = 'relationship' then '{kind,staff_id,ends_at}'::text[] end) c where c is not null) u);
    execute format('create function %I() returns trigger language plpgsql security definer set search_path = public, pg_temp as %L', 'mark_duties_' || each.tbl,
      'begin ' || (
        select string_agg(format('%s insert into duty_stale (tx, service_id, children, whole_service, source) select pg_current_xact_id(), r.service_id, %s, %s, %L from (%s) r group by r.service_id;',
          b.word, case when each.child is null then 'null::uuid[]' else format('array_agg(distinct r.%I)', each.child) end, (each.child is null)::text, each.tbl, b.rows), ' ' order by b.place)
        from (values (1, 'if tg_op = ''INSERT'' then', 'select * from new_rows'), (2, 'elsif tg_op = ''DELETE'' then', 'select * from old_rows'),
          (3, 'else', format('(select %1$s from new_rows except select %1$s from old_rows) union all (select %1$s from old_rows except select %1$s from new_rows)', given))) b (place, word, rows))
      || ' end if; return null; end');
    execute format('revoke all on function %I() from public', 'mark_duties_' || each.tbl);
    execute format('create trigger zz_duties_added after insert on %I referencing new table as new_rows for each statement execute function %I()', each.tbl, 'mark_duties_' || each.tbl);
    execute format('create trigger zz_duties_changed after update on %I referencing new table as new_rows old table as old_rows for each statement execute function %I()', each.tbl, 'mark_duties_' || each.tbl);
    execute format('create trigger zz_duties_gone after delete on %I referencing old table as old_rows for each statement execute function %I()', each.tbl, 'mark_duties_' || each.tbl);
  end loop;
end $$;

-- Brings some children's duties up to date, after changes in some tables; without children, those about none.
-- One at a time for a child: whoever comes second sees what the first has written.
create or replace function keep_duties(service uuid, children uuid[], sources text[]) returns void language plpgsql as $$
declare
  wanted text;
begin
  if cardinality(children) > 100 then
    perform pg_advisory_xact_lock(hashtextextended(service::text, 0));
  else
    perform pg_advisory_xact_lock_shared(hashtextextended(service::text, 0));
    perform pg_advisory_xact_lock(k.key) from (select distinct hashtextextended(c::text, 1) as key from unnest(children) c order by 1) k;
  end if;
  if cardinality(children) > 500 then
    for place in 1 .. cardinality(children) by 500 loop
      perform keep_duties(service, children[place : place + 499], sources);
    end loop;
    return;
  end if;
  for wanted in select s.name from standard s where sources is null or s.reads && sources order by s.name loop
    execute format('select %I($1, $2)', 'keep_' || wanted) using service, children;
  end loop;
  if sources is null or 'relationship' = any (sources) then
    update duty d set worker_id = w.staff_id
    from unnest(children) c left join relationship w on w.service_id = service and w.child_id = c and w.kind = 'allocated' and w.ends_at is null
    where d.service_id = service and d.child_id = c and d.worker_id is distinct from w.staff_id;
  end if;
end $$;

-- The first mark that is seen to takes all of this transaction's; the others find none.
create or replace function keep_stale_duties() returns trigger language plpgsql security definer
  set search_path = public, pg_temp set plan_cache_mode = force_generic_plan set jit = off as $$
declare
  stale record;
begin
  for stale in
    with taken as (delete from duty_stale where tx = pg_current_xact_id() returning service_id, children, whole_service, source)
    select t.service_id, t.whole_service, array_agg(distinct c.id) filter (where c.id is not null) as children, array_agg(distinct t.source) as sources
    from taken t left join lateral unnest(t.children) c (id) on true
    group by t.service_id, t.whole_service, c.id is null order by t.service_id, t.whole_service desc
  loop
    if stale.whole_service then
      perform keep_duties(stale.service_id, null, stale.sources);
      stale.children := array(select c.id from child c where c.service_id = stale.service_id);
    end if;
    perform keep_duties(stale.service_id, stale.children, stale.sources);
  end loop;
  return null;
end $$;
revoke all on function keep_stale_duties() from public;
drop trigger if exists keep_duties on duty_stale;
create constraint trigger keep_duties after insert on duty_stale deferrable initially deferred for each row execute function keep_stale_duties();

-- All of it anew: after views, policies or reference data have changed, or rows were brought in with the triggers at rest.
create or replace procedure keep_all_duties() language plpgsql set plan_cache_mode = force_generic_plan set jit = off as $$
begin
  call derive_standards();
  delete from duty where service_id not in (select id from service);
  perform keep_duties(s.id, array(select c.id from child c where c.service_id = s.id), null), keep_duties(s.id, null, null) from service s order by s.id;
end $$;
revoke all on function standard_tables(), keep_duties(uuid, uuid[], text[]) from public;
revoke all on procedure derive_standards(), keep_all_duties() from public;
