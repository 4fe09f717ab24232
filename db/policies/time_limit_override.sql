call guard_table('time_limit_override', 'RC19');
create policy staff_read on time_limit_override for select to foothold_staff using (service_id = (select my_service()));
create policy admin_add on time_limit_override for insert to foothold_staff with check (service_id = (select my_service()) and (select may('rules.manage')));
create policy admin_change on time_limit_override for update to foothold_staff
  using (service_id = (select my_service()) and (select may('rules.manage'))) with check (service_id = (select my_service()));
create policy admin_drop on time_limit_override for delete to foothold_staff
  using (service_id = (select my_service()) and (select may('rules.manage')));
-- The second person: whoever may erase records agrees to a shorter time, or takes it away.
create policy second_agrees on time_limit_override for update to foothold_staff
  using (service_id = (select my_service()) and (select may('record.erase')) and not stands) with check (service_id = (select my_service()));
create policy second_drops on time_limit_override for delete to foothold_staff
  using (service_id = (select my_service()) and (select may('record.erase')) and not stands);
call grant_columns('time_limit_override', true);
grant delete on time_limit_override to foothold_staff;

-- How long a figure is in days, so that one in other units is below a floor or not.
create or replace function limit_days(number integer, unit text) returns numeric language sql immutable parallel safe as $$
  select number * case unit when 'months' then 30.4375 when 'weeks' then 7 when 'working days' then 1.4 else 1 end
$$;
-- A figure below its floor waits for somebody else; whoever changes it begins that anew. Who set it and who agreed is the database's to say.
create or replace function keep_above_floor() returns trigger language plpgsql as $$
declare is_below boolean;
begin
  is_below := exists (select 1 from reference_code f where f.list = 'time_limit_floor' and f.code = new.time_limit_id
    and limit_days(new.number, new.unit) < limit_days((f.attributes ->> 'number')::integer, f.attributes ->> 'unit'));
  if tg_op = 'INSERT' or (new.number, new.unit, new.reason) is distinct from (old.number, old.unit, old.reason) then
    if tg_op = 'UPDATE' and my_staff() is not null and not may('rules.manage') then
      raise exception 'Whoever agrees to a time limit does not change it' using errcode = '42501';
    end if;
    new.set_by := my_staff();
    new.agreed_by := null;
    new.agreed_at := null;
  elsif new.agreed_by is not null and old.agreed_by is null then
    if my_staff() is not null and (not may('record.erase') or coalesce(old.set_by, old.created_by) = my_staff()) then
      raise exception 'Somebody else agrees to a time below the floor' using errcode = '42501';
    end if;
    new.set_by := coalesce(old.set_by, old.created_by);
    new.agreed_by := coalesce(my_staff(), new.agreed_by);
    new.agreed_at := now();
  else
    new.set_by := coalesce(old.set_by, old.created_by);
    new.agreed_by := old.agreed_by;
    new.agreed_at := old.agreed_at;
  end if;
  new.stands := not is_below or new.agreed_by is not null;
  return new;
end $$;
create or replace trigger b_keep_above_floor before insert or update on time_limit_override for each row execute function keep_above_floor();

-- Whoever may agree is told on every page until they have looked.
create or replace function tell_of_shorter_keeping() returns trigger language plpgsql security definer
  set search_path = public, pg_temp
  as $$
begin
  if my_staff() is null or new.stands then return null; end if;
  insert into access_notice (service_id, id, kind, done_by, for_staff, for_permission)
    select new.service_id, gen_random_uuid(), 'shorter-keeping', my_staff(), t.staff_id, t.permission
    from told_of('record.erase', array[my_staff()]) t;
  return null;
end $$;
revoke all on function tell_of_shorter_keeping() from public;
create or replace trigger tells_of_shorter_keeping after insert or update of number, unit, reason on time_limit_override
  for each row execute function tell_of_shorter_keeping();
