call protect_child_table('plan_share', 'RC5', 'RC5');
-- A manager does not write plans but may tell an agency its part of one.
create policy manager_shares on plan_share for insert to foothold_staff with check (
  service_id = (select my_service()) and (select may('plan.share')) and not (select may_write_related('RC5'))
  and (child_id in (select m from my_children() m) or child_id not in (select h from hidden_children() h)));
create policy manager_hears on plan_share for update to foothold_staff
  using (service_id = (select my_service()) and (select may('plan.share')) and not (select may_write_related('RC5'))
    and (child_id in (select m from my_children() m) or child_id not in (select h from hidden_children() h)))
  with check (service_id = (select my_service()));
