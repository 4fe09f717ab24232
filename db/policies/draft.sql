-- What is in it is seen by its writer alone.
call guard_table('draft');
create policy own on draft to foothold_staff
  using (service_id = (select my_service()) and staff_id = (select my_staff()))
  with check (service_id = (select my_service()) and staff_id = (select my_staff()));
-- The server asks which forms of somebody wait to be saved before there are any claims; not what is in them.
create policy app_read on draft for select to foothold_app using (true);
grant select (service_id, staff_id, form_key) on draft to foothold_app;
grant select, insert, update, delete on draft to foothold_staff;
