call guard_table('area_family', 'RC16');
create policy staff_read on area_family for select to foothold_staff
  using (service_id = (select my_service()) and (select may('statistics.view')));
create policy staff_add on area_family for insert to foothold_staff
  with check (service_id = (select my_service()) and (select may('statistics.family')));
create policy staff_change on area_family for update to foothold_staff
  using (service_id = (select my_service()) and (select may('statistics.family')))
  with check (service_id = (select my_service()) and (select may('statistics.family')));
create policy staff_drop on area_family for delete to foothold_staff
  using (service_id = (select my_service()) and (select may('statistics.family')));
call grant_columns('area_family', true);
grant delete on area_family to foothold_staff;
