call guard_table('panel', 'RC2');
create policy staff_read on panel for select to foothold_staff using (
  service_id = (select my_service()) and ((select my_scope()) = 'service' or id in (select my_panels())));
create policy staff_add on panel for insert to foothold_staff with check (service_id = (select my_service()) and (select may('panel.manage')));
create policy staff_change on panel for update to foothold_staff
  using (service_id = (select my_service()) and (select may('panel.manage'))) with check (service_id = (select my_service()));
call grant_columns('panel', true);
