-- Tables whose rows are a child's.
create or replace function tables_of_children() returns table (name text, has_id boolean) language sql stable as $$
  select c.relname::text, exists (select 1 from pg_attribute i where i.attrelid = c.oid and i.attname = 'id' and not i.attisdropped)
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'child_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and c.relname not in ('access_log', 'change_log', 'child_distinction', 'duty', 'duty_stale')
    order by 1
$$;

-- Before a merge: each row that is of the record that goes, or points to it, as it stands. A row without an id is of the row it hangs on.
create or replace procedure keep_rows_of_merge(merge uuid, kept uuid, merged uuid) language plpgsql as $$
declare each record;
begin
  for each in
    select t.name, 'child_id' as child_column, merged as child from tables_of_children() t where t.has_id
    union all values ('child', 'id', kept), ('child', 'id', merged), ('child', 'merged_into', merged),
      ('network_person', 'known_child_id', merged), ('victim', 'known_child_id', merged), ('referral_hold', 'resolved_child_id', merged)
  loop
    execute format('insert into merged_row select t.service_id, $1, %L, t.id::text, ''moved'', to_jsonb(t) from %I t where t.service_id = my_service() and t.%I = $2 on conflict do nothing',
      each.name, each.name, each.child_column) using merge, each.child;
  end loop;
end $$;

-- After it: only what the merge changed in them is kept.
create or replace procedure know_what_merge_changed(merge uuid) language plpgsql as $$
declare tbl text;
begin
  for tbl in select distinct r.table_name from merged_row r where r.service_id = my_service() and r.merge_id = merge and r.kind = 'moved' and r.table_name <> 'draft' loop
    execute format('update merged_row r set was = (select jsonb_object_agg(o.key, jsonb_build_array(o.value, t.row -> o.key)) from jsonb_each(r.was) o
        where o.key <> ''version'' and o.value is distinct from t.row -> o.key)
      from (select id::text as key, to_jsonb(x) as row from %I x where x.service_id = my_service()
        and x.id in (select m.row_key::uuid from merged_row m where m.service_id = my_service() and m.merge_id = $1 and m.table_name = %L) offset 0) t
      where r.service_id = my_service() and r.merge_id = $1 and r.table_name = %L and r.kind = ''moved'' and r.row_key = t.key', tbl, tbl, tbl) using merge;
  end loop;
  delete from merged_row r where r.service_id = my_service() and r.merge_id = merge and r.kind = 'moved' and r.table_name <> 'draft' and r.was is null;
end $$;
revoke all on procedure keep_rows_of_merge(uuid, uuid, uuid), know_what_merge_changed(uuid) from public;
revoke all on function tables_of_children() from public;

-- Two records that proved to be of one child become one: every row of the merged record moves to the kept one, and the
-- merged record stays as a pointer. Definer, because no one may otherwise move a row from one child to another; so it asks
-- for itself whether this person may merge and sees both. Tables are found by their child_id, so that one made later is
-- not forgotten. The two logs stay as they were written: what was done and looked at under the old number is true of it. What is due follows by itself.
drop function if exists merge_children(uuid, uuid);
create or replace function merge_children(kept uuid, merged uuid, why text) returns uuid language plpgsql volatile security definer
  set search_path = public, pg_temp
  as $$
declare
  service uuid := my_service();
  old_number text;
  tbl text;
  case_column text;
  left_cases uuid[];
  merge uuid := gen_random_uuid();
begin
  if service is null or not may('child.merge') then
    raise exception 'This person may not merge records' using errcode = '42501';
  end if;
  -- Both are locked, in one order, so that two merges cannot cross.
  perform 1 from child c where c.service_id = service and c.id in (kept, merged) order by c.id for update;
  -- Whoever held a lock may have sealed one meanwhile: what was found before is found again.
  perform find_hidden_children(), find_my_children(), find_children_apart();
  if kept = merged or (select count(*) from child c where c.service_id = service and c.id in (kept, merged) and c.merged_into is null
      and (c.id in (select m from my_children() m) or (my_scope() = 'service' and c.id not in (select h from hidden_children() h)))) <> 2 then
    raise exception 'Both records must be open to this person and neither merged before' using errcode = '42501';
  end if;
  select c.number into old_number from child c where c.service_id = service and c.id = merged;

  insert into child_merge (service_id, id, child_id, other_id, into_id, reason) values (service, merge, kept, merged, kept, why);
  call keep_rows_of_merge(merge, kept, merged);

  -- Where only one row may stand, the merged record's row gives way without being lost.
  update child_address a set valid_to = a.valid_from, source = a.source || ' (record ' || old_number || ', until ' || coalesce(to_char(a.valid_to, 'FMDD FMMonth YYYY'), 'now') || ')'
    from child_address k
    where a.service_id = service and a.child_id = merged and k.service_id = service and k.child_id = kept
      and daterange(a.valid_from, a.valid_to, '[)') && daterange(k.valid_from, k.valid_to, '[)');
  update care_episode a set valid_to = a.valid_from, source = a.source || ' (record ' || old_number || ', until ' || coalesce(to_char(a.valid_to, 'FMDD FMMonth YYYY'), 'now') || ')'
    from care_episode k
    where a.service_id = service and a.child_id = merged and k.service_id = service and k.child_id = kept and a.status = k.status
      and daterange(a.valid_from, a.valid_to, '[)') && daterange(k.valid_from, k.valid_to, '[)');
  update education_week a set gives_way_to = k.id
    from education_week k
    where a.service_id = service and a.child_id = merged and a.gives_way_to is null
      and k.service_id = service and k.child_id = kept and k.week = a.week and k.gives_way_to is null;
  update education_shortfall a set ended_on = greatest((now() at time zone 'Europe/London')::date, a.opened_on), end_reason = 'merged'
    where a.service_id = service and a.child_id = merged and a.ended_on is null
      and exists (select 1 from education_shortfall k where k.service_id = service and k.child_id = kept and k.ended_on is null);
  -- The same source said something of each: both stand as two sources, so that a difference is seen and settled.
  update characteristic a set source = a.source || ' (record ' || old_number || ')'
    from characteristic k
    where a.service_id = service and a.child_id = merged and a.ended_on is null
      and k.service_id = service and k.child_id = kept and k.ended_on is null and k.kind = a.kind and k.source = a.source;
  update child_identifier a set source = a.source || ' (record ' || old_number || ')', value = a.value || ' (also on record ' || old_number || ')'
    from child_identifier k
    where a.service_id = service and a.child_id = merged and k.service_id = service and k.child_id = kept and k.kind = a.kind and k.value = a.value;
  update referral a set reference = a.reference || ' (record ' || old_number || ')'
    from referral k
    where a.service_id = service and a.child_id = merged and k.service_id = service and k.child_id = kept and k.reference = a.reference;
  update plan a set status = 'ended', ended_on = (now() at time zone 'Europe/London')::date
    where a.service_id = service and a.child_id = merged and a.status <> 'ended'
      and exists (select 1 from plan k where k.service_id = service and k.child_id = kept and k.status <> 'ended');
  update relationship a set ends_at = greatest(now(), a.starts_at)
    where a.service_id = service and a.child_id = merged and a.kind = 'allocated' and a.ends_at is null
      and exists (select 1 from relationship k where k.service_id = service and k.child_id = kept and k.kind = 'allocated' and k.ends_at is null);
  update restricted_record a set ended_on = greatest((now() at time zone 'Europe/London')::date, a.starts_on)
    where a.service_id = service and a.child_id = merged and a.ended_on is null
      and exists (select 1 from restricted_record k where k.service_id = service and k.child_id = kept and k.ended_on is null);
  -- Both have a Victim A: the merged record's labels go on after the last of either.
  with known as (
    select v.id, v.child_id, v.label,
        case length(letters) when 1 then ascii(letters) - 64 else (ascii(letters) - 64) * 26 + ascii(right(letters, 1)) - 64 end as number
      from victim_involvement v, substr(v.label, 8) letters where v.service_id = service and v.child_id in (kept, merged)
  ), moved as (
    select m.id, ((select max(k.number) from known k) + row_number() over (order by m.number))::integer as number
      from known m where m.child_id = merged and exists (select 1 from known k where k.child_id = kept and k.label = m.label)
  )
  update victim_involvement v
    set label = 'Victim ' || case when m.number > 26 then chr(64 + (m.number - 1) / 26) else '' end || chr(65 + (m.number - 1) % 26)
    from moved m where v.service_id = service and v.id = m.id;
  -- A sample that drew both reads one of them: the other case stays with the merged record as it was read, and is given back while the audit runs.
  select coalesce(array_agg(a.id), '{}') into left_cases from audit_case a
    where a.service_id = service and a.child_id = merged
      and exists (select 1 from audit_case k where k.service_id = service and k.child_id = kept and k.audit_id = a.audit_id);
  update audit_case a set withdrawn_on = (now() at time zone 'Europe/London')::date, withdrawn_reason = 'The same child is in the sample already: record ' || old_number || ' was merged'
    from audit u
    where a.service_id = service and a.id = any (left_cases) and a.withdrawn_on is null
      and u.service_id = service and u.id = a.audit_id and u.status in ('planned', 'reading');
  insert into merged_row select service, merge, 'child_distinction', d.id::text, 'gone', to_jsonb(d)
    from child_distinction d where d.service_id = service and merged in (d.child_id, d.other_child_id);
  delete from child_distinction d where d.service_id = service and merged in (d.child_id, d.other_child_id);

  -- The name it had is a name the child is known by.
  with made as (
    insert into child_name (service_id, id, child_id, forename, surname, kind, source)
      select service, gen_random_uuid(), kept, m.forename, m.surname, 'spelling', 'Record ' || old_number || ', merged'
        from child m, child k
        where m.service_id = service and m.id = merged and k.service_id = service and k.id = kept
          and (m.forename, m.surname) is distinct from (k.forename, k.surname)
      returning id)
  insert into merged_row select service, merge, 'child_name', m.id::text, 'made', null from made m;

  for tbl, case_column in
    select t.name, case when t.name = 'audit_case' then 'id' else k.attname end
      from tables_of_children() t left join pg_attribute k on k.attrelid = t.name::regclass and k.attname = 'case_id' and not k.attisdropped
  loop
    execute format('update %I set child_id = $1 where service_id = $2 and child_id = $3', tbl)
        || case when case_column is null then '' else format(' and %I <> all ($4)', case_column) end
      using kept, service, merged, left_cases;
  end loop;
  update network_person set known_child_id = kept where service_id = service and known_child_id = merged;
  update victim set known_child_id = kept where service_id = service and known_child_id = merged;
  update referral_hold set resolved_child_id = kept where service_id = service and resolved_child_id = merged;
  update child set merged_into = kept where service_id = service and merged_into = merged;
  update child k set name_search = k.name_search || ' | ' || m.name_search,
      name_sounds = array(select distinct unnest(k.name_sounds || m.name_sounds))
    from child m where k.service_id = service and k.id = kept and m.service_id = service and m.id = merged;
  update child set merged_into = kept where service_id = service and id = merged;
  -- What was typed and not saved goes where its form is now, unless the same person has begun the same form there.
  with gone as (
    update draft d set form_key = replace(d.form_key, merged::text, kept::text)
      where d.service_id = service and position(merged::text in d.form_key) > 0
        and not exists (select 1 from draft k where k.service_id = service and k.staff_id = d.staff_id and k.form_key = replace(d.form_key, merged::text, kept::text))
      returning d.staff_id, d.form_key)
  insert into merged_row select service, merge, 'draft', g.staff_id || ' ' || g.form_key, 'moved', null from gone g;
  call know_what_merge_changed(merge);
  return merge;
end $$;
revoke all on function merge_children(uuid, uuid, text) from public;
grant execute on function merge_children(uuid, uuid, text) to foothold_staff;
