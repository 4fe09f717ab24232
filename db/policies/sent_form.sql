-- Seen by its sender alone.
call guard_table('sent_form');
create policy own on sent_form to foothold_staff
  using (service_id = (select my_service()) and staff_id = (select my_staff()))
  with check (service_id = (select my_service()) and staff_id = (select my_staff()));
grant select, insert, delete on sent_form to foothold_staff;
grant update (holds_off, led_to) on sent_form to foothold_staff;
