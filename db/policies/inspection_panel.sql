-- Who sat on the ratings panel: for those who hold the inspection.
call guard_table('inspection_panel', 'RC14');
create policy staff_read on inspection_panel for select to foothold_staff using (
  service_id = (select my_service()) and (select may('inspection.view')) and inspection_id in (select i.id from inspection i));
create policy staff_add on inspection_panel for insert to foothold_staff with check (
  service_id = (select my_service()) and inspection_id in (select my_inspections('inspection.rate')));
create policy staff_change on inspection_panel for update to foothold_staff
  using (service_id = (select my_service()) and inspection_id in (select my_inspections('inspection.rate')))
  with check (service_id = (select my_service()));
call grant_columns('inspection_panel', false);
grant update (held_on, attended, notes) on inspection_panel to foothold_staff;
