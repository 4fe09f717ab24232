-- Written by the database itself when the thing is done, so that whoever does it can leave nothing out; read by those it is for.
call guard_table('access_notice', 'RC18');
create policy staff_read on access_notice for select to foothold_staff using (
  service_id = (select my_service()) and (for_staff = (select my_staff())
    or ((select may(for_permission))
      and done_by <> (select my_staff()) and about_staff is distinct from (select my_staff()))));
create policy staff_change on access_notice for update to foothold_staff
  using (service_id = (select my_service()) and looked_at is null and (for_staff = (select my_staff())
    or ((select may(for_permission))
      and done_by <> (select my_staff()) and about_staff is distinct from (select my_staff()))))
  with check (looked_by = (select my_staff()));
-- The frame of every page says whether something waits: asked before there are any claims.
create policy app_read on access_notice for select to foothold_app using (true);
grant select on access_notice to foothold_staff, foothold_app;
grant update (looked_at, looked_by) on access_notice to foothold_staff;

-- Who is told when those who may do something are told: each who may today, for themselves, so that nobody who comes to it later
-- can look in their place. Only when nobody may does it wait for whoever comes.
create or replace function told_of(wanted text, besides uuid[]) returns table (staff_id uuid, permission text)
  language plpgsql stable security definer set search_path = public, pg_temp
  as $$
#variable_conflict use_column
begin
  return query
    select s.id, null::text from staff s
    where s.service_id = my_service() and role_may(s.role, wanted) and s.id <> all (besides)
      and s.active_from <= british_day(now()) and (s.active_to is null or s.active_to >= british_day(now()));
  if not found then return query select null::uuid, wanted; end if;
end $$;
revoke all on function told_of(text, uuid[]) from public;

-- Whether somebody of a role would be told.
create or replace function oversees(role text) returns boolean language sql immutable parallel safe
  as $$ select role_may(role, 'access.oversee') or role_may(role, 'access.oversee-heads') $$;

-- Somebody was given a watched role, or another e-mail to sign in with; or a head of service or an auditor, who would be told, was taken
-- away. The heads of service and the auditors see it, but not who did it nor whom it is about.
create or replace function tell_of_access() returns trigger language plpgsql security definer
  set search_path = public, pg_temp
  as $$
declare was staff; did text; today date := british_day(now());
begin
  if my_staff() is null then return null; end if;
  if tg_op = 'INSERT' then
    did := 'entered';
  else
    was := old;
    did := case
      when new.role <> was.role then 'role'
      when new.active_to < coalesce(was.active_to, 'infinity') or new.active_from > greatest(was.active_from, today) then 'ended'
      when was.active_to < today and (new.active_to is null or new.active_to >= today) then 'again'
      when lower(new.email) <> lower(was.email) then 'e-mail' end;
  end if;
  if did is null then return null; end if;
  if did = 'ended' and not oversees(new.role) then return null; end if;
  if new.role <> all (watched_roles()) and not oversees(coalesce(was.role, '')) then return null; end if;
  insert into access_notice (service_id, id, kind, what, role_then, about_staff, done_by, for_staff, for_permission)
    select new.service_id, gen_random_uuid(), 'access-given', did, new.role, new.id, my_staff(), t.staff_id, t.permission
    from unnest('{access.oversee,access.oversee-heads}'::text[]) p (permission)
    cross join lateral told_of(p.permission, array[my_staff(), new.id]) t;
  return null;
end $$;
revoke all on function tell_of_access() from public;
create or replace trigger tells_of_access after insert or update of role, email, active_from, active_to on staff for each row execute function tell_of_access();

-- Somebody put themselves on a sealed record's list: the others on it see that, and the auditor.
create or replace function tell_of_self_naming() returns trigger language plpgsql security definer
  set search_path = public, pg_temp
  as $$
declare number_of text;
begin
  if new.staff_id is distinct from my_staff() then return null; end if;
  select c.number into number_of from child c where c.service_id = new.service_id and c.id = new.child_id;
  insert into access_notice (service_id, id, kind, record_number, done_by, for_staff, for_permission)
    select new.service_id, gen_random_uuid(), 'named-self', number_of, new.staff_id, told.staff_id, told.permission
    from (
      select distinct r.staff_id, null::text as permission from relationship r
      where r.service_id = new.service_id and r.child_id = new.child_id and r.kind = 'named-list' and r.staff_id <> new.staff_id
        and (r.ends_at is null or r.ends_at > now())
      union
      select t.staff_id, t.permission from told_of('access.oversee-heads', array[new.staff_id]) t) told;
  return null;
end $$;
revoke all on function tell_of_self_naming() from public;
create or replace trigger tells_of_self_naming after insert on relationship for each row
  when (new.kind = 'named-list') execute function tell_of_self_naming();

-- A seal was lifted, or a record whose seal was lifted was sealed anew: those who were on its list see that, even when they were
-- taken off it first, and the auditors, who learn the number alone.
create or replace function tell_of_seal() returns trigger language plpgsql security definer
  set search_path = public, pg_temp
  as $$
declare did text; number_of text; since timestamptz := new.created_at;
begin
  if my_staff() is null then return null; end if;
  if tg_op = 'INSERT' then
    select max(x.created_at) into since from restricted_record x
      where x.service_id = new.service_id and x.child_id = new.child_id and x.id <> new.id;
    did := case when since is not null then 'sealed' end;
  else
    did := case when old.ended_on is null and new.ended_on is not null then 'lifted'
      when old.ended_on is not null and new.ended_on is null then 'sealed' end;
  end if;
  if did is null then return null; end if;
  select c.number into number_of from child c where c.service_id = new.service_id and c.id = new.child_id;
  insert into access_notice (service_id, id, kind, what, record_number, done_by, for_staff, for_permission)
    select new.service_id, gen_random_uuid(), 'seal-lifted', did, number_of, my_staff(), told.staff_id, told.permission
    from (
      select r.staff_id, null::text as permission from relationship r
      where r.service_id = new.service_id and r.child_id = new.child_id and r.kind = 'named-list' and r.staff_id <> my_staff()
        and (r.ends_at is null or r.ends_at >= since)
      union
      select t.staff_id, t.permission from told_of('access.oversee-heads', array[my_staff()]) t) told;
  return null;
end $$;
revoke all on function tell_of_seal() from public;
create or replace trigger tells_of_seal after insert or update of ended_on on restricted_record for each row execute function tell_of_seal();

-- Whoever makes a record cannot see that a sealed one is of the same child. Those on its list can see both: they are told.
create or replace function tell_of_same_child() returns trigger language plpgsql security definer
  set search_path = public, pg_temp
  as $$
begin
  if my_staff() is null then return null; end if;
  insert into access_notice (service_id, id, kind, record_number, other_number, done_by, for_staff)
    select told.service_id, gen_random_uuid(), 'same-child', told.number, told.other, my_staff(), told.staff_id
    from (
      select distinct c.service_id, c.number, m.number as other, r.staff_id
      from restricted_record x
      join child c on c.service_id = x.service_id and c.id = x.child_id
      join made m on m.service_id = c.service_id and m.date_of_birth = c.date_of_birth and m.id <> c.id
        and lower(unaccent(m.forename)) = lower(unaccent(c.forename)) and lower(unaccent(m.surname)) = lower(unaccent(c.surname))
      join relationship r on r.service_id = c.service_id and r.child_id = c.id and r.kind = 'named-list' and r.staff_id <> my_staff()
        and (r.ends_at is null or r.ends_at > now())
      where x.service_id = my_service() and x.ended_on is null) told;
  return null;
end $$;
revoke all on function tell_of_same_child() from public;
create or replace trigger tells_of_same_child after insert on child referencing new table as made
  for each statement execute function tell_of_same_child();

-- Somebody gave cases of an audit to themselves to read: the heads of service see that, and the auditors when it was a head of service.
create or replace function tell_of_own_sample() returns trigger language plpgsql security definer
  set search_path = public, pg_temp
  as $$
declare one record; kept uuid[] := '{}';
begin
  if my_staff() is null then return null; end if;
  if tg_op = 'UPDATE' then
    select coalesce(array_agg(w.id), '{}') into kept from was w where w.reader_id = my_staff();
  end if;
  for one in
    select a.service_id, a.title, count(*)::integer as cases from made m
    join audit a on a.service_id = m.service_id and a.id = m.audit_id
    where m.reader_id = my_staff() and m.id <> all (kept) group by a.service_id, a.title
  loop
    insert into access_notice (service_id, id, kind, audit_title, cases, done_by, for_staff, for_permission)
      select one.service_id, gen_random_uuid(), 'own-sample', one.title, one.cases, my_staff(), t.staff_id, t.permission
      from unnest('{access.oversee,access.oversee-heads}'::text[]) p (permission)
      cross join lateral told_of(p.permission, array[my_staff()]) t
      where p.permission = 'access.oversee'
        or exists (select 1 from staff s where s.service_id = one.service_id and s.id = my_staff() and role_may(s.role, 'access.oversee'));
  end loop;
  return null;
end $$;
revoke all on function tell_of_own_sample() from public;
create or replace trigger tells_of_own_sample after insert on audit_reading referencing new table as made
  for each statement execute function tell_of_own_sample();
create or replace trigger tells_of_own_reading after update on audit_reading referencing old table as was new table as made
  for each statement execute function tell_of_own_sample();
