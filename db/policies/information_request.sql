-- Partners see and answer what their own agency was asked; the assessor and managers see all.
call guard_table('information_request', 'RC4');
create policy staff_read on information_request for select to foothold_staff using (
  service_id = (select my_service())
  and ((select may_read('RC4')) or (agency = (select my_agency()) and (select may('information.answer'))))
  and (((select my_scope()) = 'service' and child_id not in (select hidden_children())) or child_id in (select my_children())));
create policy staff_add on information_request for insert to foothold_staff with check (
  service_id = (select my_service()) and (select may('information.ask'))
  and ((select may_write('RC4')) or child_id in (select my_children())) and child_id not in (select hidden_children() except select my_children()));
create policy staff_change on information_request for update to foothold_staff
  using (service_id = (select my_service())
    and ((select may('information.ask')) or (agency = (select my_agency()) and (select may('information.answer'))))
    and (((select may_write('RC4')) and child_id not in (select hidden_children())) or child_id in (select my_children())))
  with check (service_id = (select my_service()));
call grant_columns('information_request', true);
