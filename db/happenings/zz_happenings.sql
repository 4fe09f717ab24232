-- The kinds of things that happen, each a view of this folder: what its comment says before the colon is what people call it.
create or replace view happening_kind with (security_invoker = true) as
select substr(v.relname, length('happened_') + 1) as kind, split_part(obj_description(v.oid, 'pg_class'), ':', 1) as words
from pg_class v where v.relnamespace = 'public'::regnamespace and v.relkind = 'v' and v.relname like 'happened\_%';
comment on view happening_kind is 'What a chronology is made of: a kind for each view of db/happenings, and what people call it.';
grant select on happening_kind to foothold_staff;

-- Makes `happenings` from the views. Each kind gives, by its index, only as many rows as could be asked for, so that thousands of
-- contacts cost no more than fifty; a reader sees of each what the policies of its tables let them.
create or replace procedure derive_happenings() language plpgsql as $$
declare
  each record;
  branches text;
begin
  for each in
    select k.kind, 'happened_' || k.kind as name, case a.attname when 'happened_on' then '(v.happened_on::timestamp at time zone ''Europe/London'')' else 'v.happened_at' end as moment,
      a.attname as column_name, case a.attname when 'happened_on' then '%s' else '(%s::timestamp at time zone ''Europe/London'')' end as edge
    from happening_kind k
    join pg_attribute a on a.attrelid = ('happened_' || k.kind)::regclass and a.attname in ('happened_on', 'happened_at')
    order by k.kind
  loop
    execute format('grant select on %I to foothold_staff', each.name);
    branches := coalesce(branches || ' union all ', '') || format(
      '(select %L::text, v.id, %s, %L::boolean, v.title, v.detail, v.by_id, v.link_kind from %I v
        where v.service_id = $1 and v.child_id = $2 and (cardinality($3) = 0 or %L = any ($3)) and ($4 is null or v.%I >= %s) and ($5 is null or v.%I < %s)
        order by v.%I desc limit $6)',
      each.kind, each.moment, each.column_name = 'happened_at', each.name, each.kind,
      each.column_name, format(each.edge, '$4'), each.column_name, format(each.edge, '($5 + 1)'), each.column_name);
  end loop;
  drop function if exists happenings(uuid, uuid, text[], date, date, integer);
  execute 'create function happenings(service uuid, child uuid, kinds text[], first date, last date, enough integer)
    returns table (kind text, id uuid, at timestamptz, has_time boolean, title text, detail text, by_id uuid, link_kind text) language sql stable as ' || quote_literal(branches);
end $$;
revoke all on procedure derive_happenings() from public;
call derive_happenings();
