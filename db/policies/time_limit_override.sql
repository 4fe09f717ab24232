call guard_table('time_limit_override', 'RC19');
create policy staff_read on time_limit_override for select to foothold_staff using (service_id = (select my_service()));
create policy admin_add on time_limit_override for insert to foothold_staff with check (service_id = (select my_service()) and (select may('rules.manage')));
create policy admin_change on time_limit_override for update to foothold_staff
  using (service_id = (select my_service()) and (select may('rules.manage'))) with check (service_id = (select my_service()));
create policy admin_drop on time_limit_override for delete to foothold_staff
  using (service_id = (select my_service()) and (select may('rules.manage')));
call grant_columns('time_limit_override', true);
grant delete on time_limit_override to foothold_staff;
