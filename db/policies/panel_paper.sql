-- A member who has declared an interest in a child does not read that child's paper, whatever else lets them see the child.
call protect_child_table('panel_paper', 'RC5P', 'RC5P', false,
  'child_id not in (select c.child_id from panel_conflict c where c.staff_id = (select my_staff()))');
grant update (withdrawn_on) on panel_paper to foothold_staff;
create policy staff_withdraw on panel_paper for update to foothold_staff
  using (service_id = (select my_service())
    and ((select may('panel.manage')) or ((select may('panel.prepare')) and child_id in (select my_children())))
    and (child_id not in (select hidden_children()) or child_id in (select my_children())))
  with check (service_id = (select my_service()));
