-- Written until the report is published.
call guard_table('inspection_text', 'RC16');
create policy staff_read on inspection_text for select to foothold_staff using (
  service_id = (select my_service()) and (select may('inspection.progress')) and inspection_id in (select i.id from inspection i));
create policy staff_add on inspection_text for insert to foothold_staff with check (
  service_id = (select my_service()) and inspection_id in (select my_inspections('inspection.edit')));
create policy staff_change on inspection_text for update to foothold_staff
  using (service_id = (select my_service()) and inspection_id in (select my_inspections('inspection.edit')))
  with check (service_id = (select my_service()));
call grant_columns('inspection_text', false);
grant update (words) on inspection_text to foothold_staff;
