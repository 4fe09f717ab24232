call protect_child_table('hearing_result', 'RC2S', 'RC2');
-- As of a hearing.
create policy register_add on hearing_result for insert to foothold_staff
  with check (service_id = (select my_service()) and (select may('register.import')) and child_id not in (select h from hidden_children() h));
create policy register_change on hearing_result for update to foothold_staff
  using (service_id = (select my_service()) and (select may('register.import')) and child_id not in (select h from hidden_children() h))
  with check (service_id = (select my_service()) and (select may('register.import')) and child_id not in (select h from hidden_children() h));
