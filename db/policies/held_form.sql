-- Seen by its writer alone.
call guard_table('held_form', 'RC19');
create policy own on held_form to foothold_staff
  using (service_id = (select my_service()) and staff_id = (select my_staff()))
  with check (service_id = (select my_service()) and staff_id = (select my_staff()));
grant select, insert, update, delete on held_form to foothold_staff;
