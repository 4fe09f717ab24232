-- Written by the database itself when the thing is done, so that whoever does it can leave nothing out; read by those it is for.
call guard_table('access_notice', 'RC18');
create policy staff_read on access_notice for select to foothold_staff using (
  service_id = (select my_service()) and (for_staff = (select my_staff())
    or (for_role = (select s.role from staff s where s.service_id = my_service() and s.id = my_staff())
      and done_by <> (select my_staff()) and about_staff is distinct from (select my_staff()))));
create policy staff_change on access_notice for update to foothold_staff
  using (service_id = (select my_service()) and looked_at is null and (for_staff = (select my_staff())
    or (for_role = (select s.role from staff s where s.service_id = my_service() and s.id = my_staff())
      and done_by <> (select my_staff()) and about_staff is distinct from (select my_staff()))))
  with check (looked_by = (select my_staff()));
-- The frame of every page says whether something waits: asked before there are any claims.
create policy app_read on access_notice for select to foothold_app using (true);
grant select on access_notice to foothold_staff, foothold_app;
grant update (looked_at, looked_by) on access_notice to foothold_staff;

-- Somebody put themselves on a sealed record's list: the others on it see that, and the auditor.
create or replace function tell_of_self_naming() returns trigger language plpgsql security definer
  set search_path = public
  as $$
declare number_of text;
begin
  if new.staff_id is distinct from my_staff() then return null; end if;
  select c.number into number_of from child c where c.service_id = new.service_id and c.id = new.child_id;
  insert into access_notice (service_id, id, kind, record_number, done_by, for_staff, for_role)
    select new.service_id, gen_random_uuid(), 'named-self', number_of, new.staff_id, told.staff_id, told.role
    from (
      select distinct r.staff_id, null::text as role from relationship r
      where r.service_id = new.service_id and r.child_id = new.child_id and r.kind = 'named-list' and r.staff_id <> new.staff_id
        and (r.ends_at is null or r.ends_at > now())
      union all
      select null, 'auditor') told;
  return null;
end $$;
revoke all on function tell_of_self_naming() from public;
create or replace trigger tells_of_self_naming after insert on relationship for each row
  when (new.kind = 'named-list') execute function tell_of_self_naming();

-- Whoever makes a record cannot see that a sealed one is of the same child. Those on its list can see both: they are told.
create or replace function tell_of_same_child() returns trigger language plpgsql security definer
  set search_path = public
  as $$
begin
  if my_staff() is null then return null; end if;
  insert into access_notice (service_id, id, kind, record_number, other_number, done_by, for_staff)
    select new.service_id, gen_random_uuid(), 'same-child', told.number, new.number, my_staff(), told.staff_id
    from (
      select distinct c.number, r.staff_id
      from restricted_record x
      join child c on c.service_id = x.service_id and c.id = x.child_id and c.date_of_birth = new.date_of_birth
        and lower(unaccent(c.forename)) = lower(unaccent(new.forename)) and lower(unaccent(c.surname)) = lower(unaccent(new.surname))
      join relationship r on r.service_id = c.service_id and r.child_id = c.id and r.kind = 'named-list' and r.staff_id <> my_staff()
        and (r.ends_at is null or r.ends_at > now())
      where x.service_id = new.service_id and x.ended_on is null and c.id <> new.id) told;
  return null;
end $$;
revoke all on function tell_of_same_child() from public;
create or replace trigger tells_of_same_child after insert on child for each row
  when (new.date_of_birth is not null) execute function tell_of_same_child();
