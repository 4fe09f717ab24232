call guard_table('team');
create policy staff_read on team for select to foothold_staff using (service_id = (select my_service()));
create policy admin_add on team for insert to foothold_staff with check (service_id = (select my_service()) and (select may('staff.manage')));
grant select, insert (service_id, id, name) on team to foothold_staff;
