-- Seen by its writer alone.
call guard_table('draft', 'RC19');
create policy own on draft to foothold_staff
  using (service_id = (select my_service()) and staff_id = (select my_staff()))
  with check (service_id = (select my_service()) and staff_id = (select my_staff()));
grant select, insert, update, delete on draft to foothold_staff;
