-- Turns a child's number into the record, for someone who may break the glass. The asking is logged, found or not.
create or replace function emergency_child(wanted text) returns uuid language plpgsql security definer
  set search_path = public, pg_temp
  as $$
declare found_id uuid;
begin
  if my_service() is null or not may('break-glass.use') then return null; end if;
  select id into found_id from child
    where service_id = my_service() and upper(number) = upper(wanted) and merged_into is null;
  insert into access_log (service_id, id, child_id, staff_id, kind, page, via)
  values (my_service(), gen_random_uuid(), found_id, my_staff(), case when found_id is null then 'denied' else 'search' end, '/break-glass', 'break-glass');
  return found_id;
end $$;
revoke all on function emergency_child(text) from public;
grant execute on function emergency_child(text) to foothold_staff;

-- The same by the whole name and the day of birth, for a caller at night who has no number. `wanted` is the name's words in the
-- compared form of child.name_search; all must be words of the child's names. Two such children give no record, only the count,
-- so that nobody opens the wrong one by chance. What was asked is not kept, that it was asked is.
create or replace function emergency_child_named(wanted text[], born date, out id uuid, out matches integer) language plpgsql security definer
  set search_path = public, pg_temp
  as $$
declare ids uuid[];
begin
  matches := 0;
  if my_service() is null or not may('break-glass.use') or coalesce(cardinality(wanted), 0) < 2 then return; end if;
  select array_agg(c.id) into ids from child c
    where c.service_id = my_service() and c.date_of_birth = born and c.merged_into is null
      and wanted <@ regexp_split_to_array(c.name_search, '[ |]+');
  matches := coalesce(cardinality(ids), 0);
  if matches = 1 then id := ids[1]; end if;
  insert into access_log (service_id, id, child_id, staff_id, kind, page, purpose, via)
  values (my_service(), gen_random_uuid(), id, my_staff(), case when id is null then 'denied' else 'search' end, '/break-glass',
    'Asked by name and date of birth', 'break-glass');
end $$;
revoke all on function emergency_child_named(text[], date) from public;
grant execute on function emergency_child_named(text[], date) to foothold_staff;

-- The numbers, and nothing else, of sealed records: for who seals them, and of opened ones for who reviews the opening.
create or replace function sealed_numbers() returns table (child_id uuid, number text) language plpgsql stable security definer
  set search_path = public, pg_temp
  as $$
begin
  return query
    select c.id, c.number from child c
    where c.service_id = my_service() and (
      (may('record.restrict') and c.id in (select x.child_id from restricted_record x where x.service_id = my_service() and x.ended_on is null))
      or (may('break-glass.review') and c.id in (select b.child_id from break_glass b where b.service_id = my_service())));
end $$;
revoke all on function sealed_numbers() from public;
grant execute on function sealed_numbers() to foothold_staff;

-- A way to sign in for a person an administrator has entered: an identity under their e-mail, and a one-time token to set a
-- password with. With `afresh` their second step starts again. Nobody does it for themselves, and where no second step is left
-- between the link and what the person may see, the person and the head of service see that it was made.
create or replace function give_sign_in(person uuid, token text, afresh boolean) returns void language plpgsql security definer
  set search_path = public, pg_temp
  as $$
declare who staff%rowtype; identity text;
begin
  select * into who from staff where service_id = my_service() and id = person and id <> my_staff();
  if not found or not may('staff.manage') then raise exception 'not permitted' using errcode = '42501'; end if;
  identity := coalesce(who.auth_user_id, (select u.id from auth_user u where lower(u.email) = lower(who.email)
    and not exists (select 1 from staff s where s.auth_user_id = u.id)));
  if identity is null then
    identity := gen_random_uuid()::text;
    insert into auth_user (id, name, email, "emailVerified") values (identity, who.name, lower(who.email), true);
  end if;
  update staff set auth_user_id = identity where service_id = who.service_id and id = who.id and auth_user_id is null;
  delete from auth_verification where value = identity and identifier like 'reset-password:%';
  insert into auth_verification (id, identifier, value, "expiresAt")
    values (gen_random_uuid()::text, 'reset-password:' || token, identity, now() + interval '3 days');
  if afresh then
    delete from auth_two_factor where "userId" = identity;
    update auth_user set "twoFactorEnabled" = false where id = identity;
  end if;
  insert into sign_in_event (service_id, staff_id, kind, done_by)
    select who.service_id, who.id, k, my_staff()
    from unnest(case when afresh then '{link-made,second-step-reset}'::text[] else '{link-made}'::text[] end) k;
  if who.auth_user_id is not null and not exists (select 1 from auth_user u where u.id = identity and u."twoFactorEnabled") then
    insert into access_notice (service_id, id, kind, about_staff, done_by, for_staff, for_permission)
      select who.service_id, gen_random_uuid(), 'sign-in-reset', who.id, my_staff(), told.staff_id, told.permission
      from (
        select who.id as staff_id, null::text as permission
        union all
        -- Nobody looks at what was done to themself in their own place.
        select t.staff_id, t.permission
        from told_of(case when role_may(who.role, 'access.oversee') then 'access.oversee-heads' else 'access.oversee' end, array[my_staff(), who.id]) t) told;
  end if;
end $$;
revoke all on function give_sign_in(uuid, text, boolean) from public;
grant execute on function give_sign_in(uuid, text, boolean) to foothold_staff;

-- A changed name or e-mail is also what the person signs in with.
create or replace function follow_staff() returns trigger language plpgsql security definer
  set search_path = public, pg_temp
  as $$
begin
  update auth_user set name = new.name, email = lower(new.email), "updatedAt" = now()
    where id = new.auth_user_id and (name, email) is distinct from (new.name, lower(new.email));
  return null;
end $$;
revoke all on function follow_staff() from public;
create or replace trigger identity_follows after update of name, email on staff for each row execute function follow_staff();
