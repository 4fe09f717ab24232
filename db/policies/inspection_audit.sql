-- Which audits an inspection counts; taken out again only while it is not published.
call guard_table('inspection_audit', 'RC14');
create policy staff_read on inspection_audit for select to foothold_staff using (
  service_id = (select my_service()) and (select may('inspection.view')) and inspection_id in (select i.id from inspection i));
create policy staff_add on inspection_audit for insert to foothold_staff with check (
  service_id = (select my_service()) and inspection_id in (select my_inspections('inspection.edit')));
create policy staff_drop on inspection_audit for delete to foothold_staff using (
  service_id = (select my_service()) and inspection_id in (select my_inspections('inspection.edit')));
call grant_columns('inspection_audit', false);
grant delete on inspection_audit to foothold_staff;
