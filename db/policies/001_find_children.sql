-- Finds children by any part of what was typed, for the search box and for likely duplicates. Ids and a score only.
--
-- Definer, because trigram and array operators are not leakproof: under row-level security PostgreSQL would have to apply
-- the policies to every row before it may use their indexes, a scan of the whole table. So the function looks with the
-- indexes, keeps to the caller's service and to the children the caller may see, and the caller's query joins `child`
-- again under its policies: a child who is hidden never shows, even if a mistake were made here.
-- A plan is made for each call's own words, since a plan for any word would not use the indexes; "rows 25" lets the caller
-- join by the key rather than read every child; and reading a whole table is ruled out, since the planner thinks better of
-- it than it is when each row's name must be compared.
-- Loads pg_trgm into this session: until then its settings are unknown, and only a superuser may give a function an unknown one.
select show_limit();
create or replace function find_children(
  words text[], sounds text[], nicknames text[], days date[], postcode text, phone text, identifiers text[], most integer
) returns table (id uuid, score real) language plpgsql stable rows 25 security definer
  set search_path = public, pg_temp set plan_cache_mode = force_custom_plan set enable_seqscan = off set pg_trgm.word_similarity_threshold = 0.5
  as $$
declare
  service uuid := my_service();
  everyone boolean := my_scope() = 'service';
  reads_identity boolean := may_read('RC1');
  reads_protected boolean := may('address.protected');
  reads_own_protected boolean := may_read('RC1N');
  mine uuid[] := array(select m from my_children() m);
  hidden uuid[] := array(select h from hidden_children() h except select m from my_children() m);
  like_1 text := case when length(words[1]) >= 3 then '%' || words[1] || '%' else words[1] || '%' end;
  like_2 text := case when length(words[2]) >= 3 then '%' || words[2] || '%' else words[2] || '%' end;
  like_3 text := case when length(words[3]) >= 3 then '%' || words[3] || '%' else words[3] || '%' end;
  mid_1 text := case when length(words[1]) < 3 then '% ' || words[1] || '%' end;
  mid_2 text := case when length(words[2]) < 3 then '% ' || words[2] || '%' end;
  mid_3 text := case when length(words[3]) < 3 then '% ' || words[3] || '%' end;
  name_keys text[] := sounds || nicknames;
  by_number uuid[];
  found integer;
begin
  if service is null then return; end if;
  -- Only where something like one was typed: to plan this takes longer than to look for a name.
  if cardinality(identifiers) > 0 or phone is not null or postcode is not null then
    -- Numbers, telephones and homes are read by the indexes' own byte order: from the key up to the key and its last sign.
    select array_agg(distinct n.child_id) into by_number from (
      select c.id as child_id
        from unnest(identifiers) as key, child c
        where c.service_id = service
          and (upper(regexp_replace(c.number, '[^A-Za-z0-9]', '', 'g')) ~>=~ key and upper(regexp_replace(c.number, '[^A-Za-z0-9]', '', 'g')) ~<~ (key || '~'))
      union all
      select c.id
        from unnest(identifiers) as key, service s, child c
        where s.id = service and c.service_id = service and key ~ '^[0-9]{1,6}$'
          and c.number = coalesce(s.settings ->> 'childNumberPrefix', upper(left(s.code, 2))) || '-' || lpad(key, 6, '0')
      union all
      select i.child_id
        from unnest(identifiers) as key, child_identifier i
        where reads_identity and i.service_id = service and i.value_search ~>=~ key and i.value_search ~<~ (key || '~')
      union all
      select p.child_id
        from unnest(case when phone is null then array[]::text[] else array[phone] end
          || array(select '+44' || substr(key, 2) from unnest(identifiers) key where key ~ '^0[0-9]{3,}$')) as key, child_contact_point p
        where reads_identity and p.service_id = service and p.value_search ~>=~ key and p.value_search ~<~ (key || '~')
      union all
      -- A home that must not be disclosed cannot be found by those who may not read it.
      select a.child_id
        from unnest(case when postcode is null then array[]::text[] else array[postcode] end
          || array(select key from unnest(identifiers) key where key ~ '^[A-Z]{1,2}[0-9][A-Z0-9]{0,4}$')) as key, child_address a
        where reads_identity and a.service_id = service and a.postcode_search ~>=~ key and a.postcode_search ~<~ (key || '~')
          and (not a.non_disclosure or reads_protected or (reads_own_protected and a.child_id = any (mine)))
      limit 500) n;
  end if;

  return query
  select c.id, (
      coalesce((select sum(case
          when ' ' || c.name_search || ' ' like '% ' || w || ' %' then 4
          when ' ' || c.name_search like '% ' || w || '%' then 3
          when c.name_search like '%' || w || '%' then 1
          else 0 end) from unnest(words) w), 0)
      + 1.5 * cardinality(array(select unnest(sounds) intersect select unnest(c.name_sounds)))
      + case when c.name_sounds && nicknames then 1 else 0 end
      + case when c.date_of_birth = days[1] then 5 when c.date_of_birth = any (days) then 2 else 0 end
      + case when c.id = any (by_number) then 5 else 0 end)::real as points
    from child c
    where c.service_id = service and c.merged_into is null
      and (c.name_search like like_1 or c.name_search like mid_1 or c.name_search like like_2 or c.name_search like mid_2
        or c.name_search like like_3 or c.name_search like mid_3 or c.name_sounds && name_keys
        or c.date_of_birth = any (days) or c.id = any (by_number))
      and c.id <> all (hidden) and (everyone or c.id = any (mine))
    order by points desc, c.surname, c.forename, c.id
    limit most;
  get diagnostics found = row_count;

  -- Only when little was found by what was typed: what is spelt nearly like it.
  if found < 5 and length(words[1]) >= 4 then
    return query
    with near as materialized (
      -- By the trigram index alone: no other condition may tempt the planner to another.
      select c.service_id, c.id from child c where words[1] <% c.name_search or words[2] <% c.name_search
    )
    select c.id, (select max(word_similarity(w, c.name_search)) from unnest(words) w)::real as points
      from near n
      join child c on c.service_id = n.service_id and c.id = n.id
      where c.service_id = service and c.merged_into is null
        and not (coalesce(c.name_search like like_1 or c.name_sounds && name_keys, false)
          or coalesce(c.name_search like mid_1, false) or coalesce(c.name_search like like_2, false) or coalesce(c.name_search like mid_2, false)
          or coalesce(c.name_search like like_3, false) or coalesce(c.name_search like mid_3, false)
          or coalesce(c.date_of_birth = any (days), false) or coalesce(c.id = any (by_number), false))
        and c.id <> all (hidden) and (everyone or c.id = any (mine))
      order by points desc, c.surname, c.forename, c.id
      limit most - found;
  end if;
end $$;
revoke all on function find_children(text[], text[], text[], date[], text, text, text[], integer) from public;
grant execute on function find_children(text[], text[], text[], date[], text, text, text[], integer) to foothold_staff;
