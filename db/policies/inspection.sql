-- The workspace is for those who hold the inspection; once it is published the board reads it too. Only the head publishes, and that is final.
call guard_table('inspection', 'RC16');
create policy staff_read on inspection for select to foothold_staff using (
  service_id = (select my_service())
  and ((select may('inspection.view')) or (select may('inspection.progress')) and state = 'published'));
create policy staff_add on inspection for insert to foothold_staff with check (
  service_id = (select my_service()) and (select may('inspection.edit')) and state <> 'published');
create policy staff_change on inspection for update to foothold_staff
  using (service_id = (select my_service()) and (select may('inspection.edit')) and state <> 'published')
  with check (service_id = (select my_service()) and (state <> 'published' or (select may('inspection.publish'))));
call grant_columns('inspection', true);
