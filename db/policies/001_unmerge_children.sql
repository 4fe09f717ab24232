-- Which merge a merge is in now: itself, the one into which its kept record went since, and so on; the newest first.
create or replace function merges_since(merge uuid) returns uuid[] language sql stable as $$
  with recursive path as (
    select m.id, m.into_id, m.created_at, 1 as place from child_merge m where m.service_id = my_service() and m.id = merge
    union all
    select n.id, n.into_id, n.created_at, p.place + 1 from path p
      join child_merge n on n.service_id = my_service() and n.other_id = p.into_id and n.taken_back_at is null and n.created_at >= p.created_at)
  select array_agg(p.id order by p.place desc) from path p
$$;

-- Whose a row is that stands on the kept record: 'theirs' when it came with the record that went, 'since' when it was written
-- while they were one; null when it is the kept record's own.
create or replace function row_of_merge(merge uuid, tbl text, key text, made_at timestamptz) returns text
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not may('child.unmerge') then return null; end if;
  if exists (select 1 from merged_row r where r.service_id = my_service() and r.merge_id = merge and r.table_name = tbl and r.row_key = key and r.was ? 'child_id') then
    return 'theirs';
  end if;
  return case when not exists (
    select 1 from child_merge m where m.service_id = my_service() and m.id = any (merges_since(merge)) and made_at <= m.created_at
      and not exists (select 1 from merged_row r where r.service_id = my_service() and m.id <> merge and r.merge_id = m.id and r.table_name = tbl and r.row_key = key and r.was ? 'child_id'))
    then 'since' end;
end $$;

-- How rows of children hang on one another. What must hang on a row is of that row's child; what may, can be let go.
create or replace function links_of_children() returns table (name text, link text, parent text, must boolean) language sql stable as $$
  select t.name, a.attname::text, p.name, a.attnotnull
    from pg_constraint c
    join tables_of_children() t on t.name = c.conrelid::regclass::text
    join tables_of_children() p on p.name = c.confrelid::regclass::text
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[2]
    where c.contype = 'f'
$$;

-- Tables whose rows say in two columns on which row of which table they hang.
create or replace function tables_about_rows() returns table (name text, about_table text, about_id text) language sql stable as $$
  select t.name, case t.name when 'correction' then 'table_name' else 'about_table' end, case t.name when 'correction' then 'row_id' else 'about_id' end
    from tables_of_children() t
    where t.name = 'correction' or exists (select 1 from pg_attribute a where a.attrelid = t.name::regclass and a.attname = 'about_id' and not a.attisdropped)
$$;

-- Tables of which a row written since may be said to be the other child's. The others follow the row they hang on, or (a seal) stand on both.
create or replace function tables_told_apart() returns setof text language sql stable as $$
  select t.name from tables_of_children() t
    where t.has_id and t.name not in ('child_merge', 'restricted_record')
      and t.name not in (select a.name from tables_about_rows() a where a.name <> 'oversight_entry')
      and t.name not in (select l.name from links_of_children() l where l.must)
$$;

-- What of a merge goes back, and what was written since: the rows that this person may read, so that they can say whose each is.
create or replace function rows_told_apart(merge uuid) returns table (table_name text, id uuid, at timestamptz, by_id uuid, part text)
  language plpgsql stable as $$
declare
  each record;
  child uuid := (select m.child_id from child_merge m where m.service_id = my_service() and m.id = merge and m.taken_back_at is null);
begin
  if child is null or not may('child.unmerge') then return; end if;
  for each in
    select t.name, t.name in (select a from tables_told_apart() a) as is_asked,
      coalesce((select string_agg(format('exists (select 1 from %I p where p.service_id = t.service_id and p.id = t.%I and row_of_merge($2, %L, p.id::text, p.created_at) = ''theirs'')', l.parent, l.link, l.parent), ' or ')
        from links_of_children() l where l.name = t.name and not l.must), 'false') as hangs
    from tables_of_children() t where t.has_id and t.name <> 'child_merge' and exists (
      select 1 from pg_attribute a where a.attrelid = t.name::regclass and a.attname = 'created_by' and has_column_privilege(a.attrelid, a.attnum, 'select'))
  loop
    return query execute format('select %L::text, r.id, r.created_at, r.created_by, r.part from (
        select t.id, t.created_at, t.created_by, case row_of_merge($2, %L, t.id::text, t.created_at) when ''theirs'' then ''theirs'' when ''since'' then case when %s then null when %s then ''hangs'' else ''since'' end end as part
        from %I t where t.service_id = my_service() and t.child_id = $1) r
      where r.part = ''theirs'' or r.part is not null and %L', each.name, each.name, case when each.name in (select a.name from tables_about_rows() a where a.about_id = 'about_id') then 't.about_id is not null' else 'false' end,
      each.hangs, each.name, each.is_asked) using child, merge;
  end loop;
end $$;

-- Puts back what one merge changed in the rows that another merge moved: the child, and what gave way unless somebody has changed that since.
create or replace procedure put_back_rows(tbl text, merge uuid, step uuid) language plpgsql as $$
declare sets text;
begin
  select string_agg(format('%1$I = case when r.keys ? %2$L and (%2$L = ''child_id'' or r.is_untouched) then (jsonb_populate_record(null::%3$I, jsonb_build_object(%2$L, r.was -> %2$L -> 0))).%1$I else t.%1$I end', k.key, k.key, tbl), ', ')
    into sets
    from (select distinct jsonb_object_keys(r.was) as key from merged_row r where r.service_id = my_service() and r.merge_id = step and r.table_name = tbl and r.kind = 'moved') k;
  if sets is null then return; end if;
  execute format('with kept as (
      select s.row_key::uuid as id, s.was, case when m.was ? ''child_id'' then s.was else (select coalesce(jsonb_object_agg(o.key, o.value), ''{}'') from jsonb_each(s.was) o where m.was ? o.key) end as keys
        from merged_row s join merged_row m on m.service_id = s.service_id and m.merge_id = $1 and m.table_name = s.table_name and m.row_key = s.row_key
        where s.service_id = my_service() and s.merge_id = $2 and s.table_name = %1$L and s.kind = ''moved''),
    rows as (
      select k.id, k.was, k.keys, not exists (select 1 from jsonb_each(k.keys) o where o.key <> ''child_id'' and to_jsonb(x) -> o.key is distinct from o.value -> 1) as is_untouched
        from kept k join %1$I x on x.service_id = my_service() and x.id = k.id
        where k.keys <> ''{}'' and (not k.keys ? ''child_id'' or to_jsonb(x) -> ''child_id'' = k.keys -> ''child_id'' -> 1))
    update %1$I t set %2$s from rows r where t.service_id = my_service() and t.id = r.id', tbl, sets) using merge, step;
end $$;

-- After the rows that came have gone back, and those said to be the other child's: what hangs on a row goes with it, until nothing more goes.
create or replace procedure follow_rows(merge uuid, kept uuid, other uuid, ours uuid[]) language plpgsql as $$
declare
  each record;
  parent text;
  moved integer;
  gone integer;
begin
  for round in 1..20 loop
    moved := 0;
    for each in select l.*, l.name in (select a from tables_told_apart() a) as is_asked from links_of_children() l loop
      if each.must then
        execute format('update %I t set child_id = p.child_id from %I p where t.service_id = my_service() and t.child_id in ($1, $2)
          and p.service_id = t.service_id and p.id = t.%I and p.child_id in ($1, $2) and p.child_id <> t.child_id', each.name, each.parent, each.link) using kept, other;
      elsif each.is_asked then
        execute format('update %I t set child_id = $2 from %I p where t.service_id = my_service() and t.child_id = $1 and t.id <> all ($4)
          and p.service_id = t.service_id and p.id = t.%I and p.child_id = $2 and row_of_merge($3, %L, t.id::text, t.created_at) = ''since''', each.name, each.parent, each.link, each.name) using kept, other, merge, ours;
      else continue;
      end if;
      get diagnostics gone = row_count;
      moved := moved + gone;
    end loop;
    for each in select * from tables_about_rows() loop
      for parent in execute format('select distinct %1$I from %2$I where service_id = my_service() and child_id in ($1, $2) and %1$I is not null', each.about_table, each.name) using kept, other loop
        continue when parent not in (select t.name from tables_of_children() t where t.has_id);
        execute format('update %1$I t set child_id = p.child_id from %2$I p where t.service_id = my_service() and t.child_id in ($1, $2)
          and t.%3$I = %2$L and p.service_id = t.service_id and p.id = t.%4$I and p.child_id in ($1, $2) and p.child_id <> t.child_id', each.name, parent, each.about_table, each.about_id) using kept, other;
        get diagnostics gone = row_count;
        moved := moved + gone;
      end loop;
    end loop;
    -- A row that was taken off since is nowhere: what was kept of it is still its child's.
    update correction t set child_id = other where t.service_id = my_service() and t.child_id = follow_rows.kept and exists (
      select 1 from merged_row r where r.service_id = t.service_id and r.merge_id = merge and r.table_name = t.table_name and r.row_key = t.row_id::text and r.was ? 'child_id');
    get diagnostics gone = row_count;
    exit when moved + gone = 0;
    if round = 20 then raise exception 'Rows of the two records hang on each other' using errcode = '23503'; end if;
  end loop;
  -- A row that only may hang on another lets go of one that is another child's now. The history has what it was.
  for each in select * from links_of_children() l where not l.must loop
    execute format('update %1$I t set %3$I = null from %2$I p where t.service_id = my_service() and t.child_id in ($1, $2)
      and p.service_id = t.service_id and p.id = t.%3$I and p.child_id in ($1, $2) and p.child_id <> t.child_id', each.name, each.parent, each.link) using kept, other;
  end loop;
end $$;

-- Files the history of what went back under the child whose it is, so that nobody reads one child's words on another's record.
create or replace procedure file_history(merge uuid, kept uuid, other uuid, since timestamptz) language plpgsql as $$
declare tbl text;
begin
  for tbl in select distinct l.table_name from change_log l where l.service_id = my_service() and l.child_id = kept and l.changed_at >= since loop
    continue when tbl not in (select t.name from tables_of_children() t where t.has_id);
    execute format('update change_log l set child_id = $2 where l.service_id = my_service() and l.child_id = $1 and l.table_name = %1$L and l.changed_at >= $4
      and (exists (select 1 from %1$I t where t.service_id = l.service_id and t.id::text = l.row_id and t.child_id = $2)
        or exists (select 1 from merged_row r where r.service_id = l.service_id and r.merge_id = $3 and r.table_name = %1$L and r.row_key = l.row_id and (r.kind = ''made'' or r.was ? ''child_id'')))', tbl) using kept, other, merge, since;
  end loop;
  -- Search keys say no more than the names they were made of.
  update change_log l set before = l.before - '{name_search,name_sounds}'::text[], after = l.after - '{name_search,name_sounds}'::text[]
    where l.service_id = my_service() and l.child_id = kept and l.table_name = 'child' and l.operation = 'update' and l.changed_at >= since;
  delete from change_log l where l.service_id = my_service() and l.child_id = kept and l.table_name = 'child' and l.operation = 'update' and l.before = '{}' and l.changed_at >= since;
end $$;

-- Takes a merge back: the rows that came go back as they were, but for what was changed since; what was written since stays where it
-- was written, unless it hangs on what goes back or is said to be the other child's. Definer, as merging is, and as careful.
-- Says 'taken-back' or 'moved-on' when somebody else was first.
create or replace function unmerge_children(merge uuid, read_version integer, theirs uuid[], ours uuid[], why text) returns text
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  service uuid := my_service();
  m child_merge;
  path uuid[];
  step uuid;
  tbl text;
begin
  if service is null or not may('child.unmerge') then
    raise exception 'This person may not take a merge back' using errcode = '42501';
  end if;
  perform 1 from child c where c.service_id = service and c.id in (select x from child_merge n, unnest(array[n.child_id, n.other_id]) x where n.service_id = service and n.id = merge)
    order by c.id for update;
  -- Whoever held the lock may have sealed one, merged it again, or taken the merge back.
  perform find_hidden_children(), find_my_children(), find_children_apart();
  select * into m from child_merge n where n.service_id = service and n.id = merge for update;
  if m.id is null or 2 <> (select count(*) from child c where c.service_id = service and c.id in (m.child_id, m.other_id)
      and (c.id in (select x from my_children() x) or (my_scope() = 'service' and c.id not in (select h from hidden_children() h)))) then
    raise exception 'Both records must be open to this person' using errcode = '42501';
  end if;
  if m.taken_back_at is not null then return 'taken-back'; end if;
  if m.version <> read_version then return 'moved-on'; end if;
  path := merges_since(merge);

  for tbl in select distinct r.table_name from merged_row r where r.service_id = service and r.merge_id = merge and r.kind = 'moved' and r.table_name <> 'draft' loop
    foreach step in array path loop call put_back_rows(tbl, merge, step); end loop;
  end loop;
  for tbl in select t from tables_told_apart() t loop
    execute format('update %1$I t set child_id = $2 where t.service_id = my_service() and t.child_id = $1 and t.id = any ($3)
      and row_of_merge($4, %1$L, t.id::text, t.created_at) = ''since''', tbl) using m.child_id, m.other_id, theirs, merge;
  end loop;
  call follow_rows(merge, m.child_id, m.other_id, ours);
  update child set merged_into = null where service_id = service and id = m.other_id;

  -- What the merge itself wrote or deleted.
  delete from child_name n using merged_row r where n.service_id = service and r.service_id = service and r.merge_id = merge and r.kind = 'made' and n.id = r.row_key::uuid;
  insert into child_distinction select d.* from merged_row r, jsonb_populate_record(null::child_distinction, r.was) d
    where r.service_id = service and r.merge_id = merge and r.kind = 'gone' and 2 = (select count(*) from child c where c.service_id = service and c.id in (d.child_id, d.other_child_id))
    on conflict do nothing;
  update child_distinction d set created_at = (r.was ->> 'created_at')::timestamptz, created_by = (r.was ->> 'created_by')::uuid
    from merged_row r where r.service_id = service and r.merge_id = merge and r.kind = 'gone' and d.service_id = service and d.id = r.row_key::uuid;
  insert into child_distinction (service_id, id, child_id, other_child_id, reason) values (service, gen_random_uuid(), m.other_id, m.child_id, why)
    on conflict do nothing;
  -- The kept record, or one that it went into since, is found no more by the other child's names.
  update child k set name_search = replace(k.name_search, ' | ' || o.name_search, ''),
      name_sounds = array(select unnest(k.name_sounds) except select unnest(o.name_sounds)
        union select unnest(x.name_sounds) from child x where x.service_id = service and x.merged_into = k.id
        union select jsonb_array_elements_text(r.was -> 'name_sounds' -> 0) from merged_row r
          where r.service_id = service and r.merge_id = any (path) and r.table_name = 'child' and r.row_key = k.id::text and r.was ? 'name_sounds')
    from child o where o.service_id = service and o.id = m.other_id and k.service_id = service and k.id in (m.child_id, m.into_id)
      and position(' | ' || o.name_search in k.name_search) > 0;

  -- A seal laid while they were one was laid on both: whoever laid it says later which child it is not for.
  if not exists (select 1 from restricted_record x where x.service_id = service and x.child_id = m.other_id and x.ended_on is null) then
    insert into restricted_record (service_id, id, child_id, reason, detail, starts_on)
      select service, gen_random_uuid(), m.other_id, x.reason, x.detail, x.starts_on from restricted_record x
        where x.service_id = service and x.child_id = m.child_id and x.ended_on is null and row_of_merge(merge, 'restricted_record', x.id::text, x.created_at) = 'since';
    if found then
      insert into relationship (service_id, id, child_id, staff_id, kind, starts_at, ends_at, reason, conflict_check, conflict_note)
        select service, gen_random_uuid(), m.other_id, r.staff_id, r.kind, r.starts_at, r.ends_at, r.reason, r.conflict_check, r.conflict_note from relationship r
          where r.service_id = service and r.child_id = m.child_id and r.kind = 'named-list' and (r.ends_at is null or r.ends_at > now());
    end if;
  end if;

  -- What was typed and not saved.
  update draft d set form_key = replace(d.form_key, m.child_id::text, m.other_id::text)
    where d.service_id = service and position(m.child_id::text in d.form_key) > 0
      and (exists (select 1 from merged_row r where r.service_id = service and r.merge_id = merge and r.table_name = 'draft' and replace(r.row_key, m.into_id::text, m.child_id::text) = d.staff_id || ' ' || d.form_key)
        or exists (select 1 from merged_row r where r.service_id = service and r.merge_id = merge and r.was ? 'child_id' and position(r.row_key in d.form_key) > 0)
        or exists (select 1 from unnest(theirs) t where position(t::text in d.form_key) > 0))
      and not exists (select 1 from draft k where k.service_id = service and k.staff_id = d.staff_id and k.form_key = replace(d.form_key, m.child_id::text, m.other_id::text));

  call file_history(merge, m.child_id, m.other_id, m.created_at);
  -- Merges since no longer hold what has left them.
  for tbl in select t.name from tables_of_children() t where t.has_id union all values ('child') loop
    execute format('delete from merged_row r using %1$I t where r.service_id = my_service() and r.merge_id = any ($1) and r.merge_id <> $2 and r.table_name = %1$L
      and t.service_id = r.service_id and t.id::text = r.row_key and t.%2$I = $3', tbl, case tbl when 'child' then 'id' else 'child_id' end) using path, merge, m.other_id;
  end loop;
  update child_merge n set taken_back_at = now(), taken_back_by = my_staff(), taken_back_reason = why where n.service_id = service and n.id = merge;
  delete from merged_row r where r.service_id = service and r.merge_id = merge;
  return 'done';
end $$;

-- Merges older than child_merge are known from the history: who, when, and which rows moved; why is in the log of looks.
create or replace function know_earlier_merges() returns void language plpgsql volatile security definer
  set search_path = public, pg_temp as $$
begin
  insert into child_merge (service_id, id, child_id, other_id, into_id, reason, knows_all, created_at, created_by)
    select o.service_id, gen_random_uuid(), o.merged_into, o.id, (p.after ->> 'merged_into')::uuid,
        coalesce((select regexp_replace(a.purpose, '^Merged record \S+ into \S+: ', '') from access_log a
          where a.service_id = o.service_id and a.child_id = (p.after ->> 'merged_into')::uuid and a.kind = 'change' and a.staff_id = p.changed_by
            and a.purpose like 'Merged record ' || o.number || ' into %' order by a.at desc limit 1), 'Not recorded'),
        false, p.changed_at, p.changed_by
      from child o
      join lateral (select l.* from change_log l where l.service_id = o.service_id and l.child_id = o.id and l.table_name = 'child' and l.row_id = o.id::text
        and l.before ->> 'merged_into' is null and l.after ->> 'merged_into' is not null order by l.changed_at desc limit 1) p on true
      join child i on i.service_id = o.service_id and i.id = (p.after ->> 'merged_into')::uuid
      where o.merged_into is not null and not exists (select 1 from child_merge m where m.service_id = o.service_id and m.other_id = o.id and m.taken_back_at is null);
  insert into merged_row (service_id, merge_id, table_name, row_key, kind, was)
    select distinct on (m.service_id, m.id, l.table_name, l.row_id) m.service_id, m.id, l.table_name, l.row_id, 'moved',
        (select jsonb_object_agg(k.key, jsonb_build_array(k.value, l.after -> k.key)) from jsonb_each(l.before) k
          where k.value = to_jsonb(m.other_id) and l.after -> k.key = to_jsonb(m.into_id) or l.table_name = 'child' and l.row_id = m.other_id::text and k.key = 'merged_into')
      from child_merge m
      join change_log l on l.service_id = m.service_id and l.operation = 'update' and l.changed_at between m.created_at - interval '5 minutes' and m.created_at + interval '5 minutes'
        and (m.other_id::text in (l.before ->> 'child_id', l.before ->> 'known_child_id', l.before ->> 'resolved_child_id', l.before ->> 'merged_into')
          and m.into_id::text in (l.after ->> 'child_id', l.after ->> 'known_child_id', l.after ->> 'resolved_child_id', l.after ->> 'merged_into')
          or l.table_name = 'child' and l.row_id = m.other_id::text and l.after ->> 'merged_into' = m.into_id::text)
      where not m.knows_all and m.taken_back_at is null
      order by m.service_id, m.id, l.table_name, l.row_id, l.changed_at desc
    on conflict do nothing;
end $$;
select know_earlier_merges();

revoke all on procedure put_back_rows(text, uuid, uuid), follow_rows(uuid, uuid, uuid, uuid[]), file_history(uuid, uuid, uuid, timestamptz) from public;
revoke all on function row_of_merge(uuid, text, text, timestamptz), unmerge_children(uuid, integer, uuid[], uuid[], text), know_earlier_merges() from public;
grant execute on function row_of_merge(uuid, text, text, timestamptz), unmerge_children(uuid, integer, uuid[], uuid[], text), tables_of_children() to foothold_staff;
