call protect_child_table('panel_paper', 'RC5P', 'RC5P', false);
grant update (withdrawn_on) on panel_paper to foothold_staff;
create policy staff_withdraw on panel_paper for update to foothold_staff
  using (service_id = (select my_service()) and (select may('panel.manage'))
    and (child_id not in (select hidden_children()) or child_id in (select my_children())))
  with check (service_id = (select my_service()));
