call guard_table('panel_attendee', 'RC2');
create policy staff_read on panel_attendee for select to foothold_staff using (
  service_id = (select my_service()) and ((select my_scope()) = 'service' or panel_id in (select my_panels())));
create policy staff_add on panel_attendee for insert to foothold_staff with check (service_id = (select my_service()) and (select may('panel.manage')));
create policy staff_change on panel_attendee for update to foothold_staff
  using (service_id = (select my_service()) and (select may('panel.manage'))) with check (service_id = (select my_service()));
call grant_columns('panel_attendee', true);
