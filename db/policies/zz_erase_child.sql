-- Erases a record whose time is over, with the records that were merged into it, their history and what was typed and not saved.
-- Definer, because nobody may otherwise delete; so it asks for itself whether this person may. Tables are found by their
-- child_id, so that one made later is not forgotten, and taken in whatever order what hangs on them allows. The log of looks
-- stays: it holds ids and no names.
create or replace function erase_child(child uuid, why text) returns integer language plpgsql volatile security definer
  set search_path = public, pg_temp
  as $$
declare
  service uuid := my_service();
  found record;
  ids uuid[];
  tables text[];
  again text[];
  merges text[];
  tbl text;
  gone integer;
  total integer := 0;
begin
  perform 1 from child c where c.service_id = service and c.id = erase_child.child for update;
  -- Whoever held the lock may have sealed it meanwhile: what was found before is found again.
  perform find_hidden_children(), find_my_children(), find_children_apart();
  if service is null or not may('record.erase') or my_scope() <> 'service' or child in (select h from hidden_children() h) then
    raise exception 'This person may not erase this record' using errcode = '42501';
  end if;
  select p.number, p.ended_on into found from past_retention p where p.service_id = service and p.child_id = erase_child.child;
  if found.number is null then
    raise exception 'The time of this record is not over, or somebody decided to keep it' using errcode = '42501';
  end if;
  with recursive both_records as (
    select erase_child.child as id
    union select c.id from child c join both_records b on c.merged_into = b.id where c.service_id = service)
  select array_agg(b.id) into ids from both_records b;
  select coalesce(array_agg(m.id::text), '{}') into merges from child_merge m where m.service_id = service and m.other_id = any (ids);
  select array_agg(c.relname::text) into tables from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'child_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and c.relname not in ('access_log', 'change_log', 'duty', 'duty_stale');
  loop
    again := '{}';
    foreach tbl in array tables loop
      begin
        execute format('delete from %I where service_id = $1 and child_id = any ($2)', tbl) using service, ids;
        get diagnostics gone = row_count;
        total := total + gone;
      exception when foreign_key_violation or restrict_violation then
        again := again || tbl;
      end;
    end loop;
    exit when cardinality(again) = 0;
    if cardinality(again) = cardinality(tables) then
      raise exception 'Rows of % hang on rows that are no child''s', array_to_string(again, ', ');
    end if;
    tables := again;
  end loop;
  delete from draft d where d.service_id = service and exists (select 1 from unnest(ids) i where position(i::text in d.form_key) > 0);
  delete from held_form h where h.service_id = service and exists (select 1 from unnest(ids) i where position(i::text in h.path) > 0);
  delete from child c where c.service_id = service and c.id = any (ids) and c.merged_into is not null;
  delete from child c where c.service_id = service and c.id = any (ids);
  delete from duty d where d.service_id = service and d.child_id = any (ids);
  delete from change_log l where l.service_id = service and (l.child_id = any (ids) or l.row_id = any (ids::text[]));
  -- What is told of a merge that was taken back goes with either child: last, because its row goes with the child and says so.
  delete from change_log l where l.service_id = service and l.table_name = 'child_merge' and l.row_id = any (merges);
  insert into erasure (service_id, id, child_number, work_ended_on, reason, rows_erased, erased_by)
    values (service, gen_random_uuid(), found.number, found.ended_on, why, total, my_staff());
  return total;
end $$;
revoke all on function erase_child(uuid, text) from public;
grant execute on function erase_child(uuid, text) to foothold_staff;
