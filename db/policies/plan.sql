call protect_child_table('plan', 'RC5', 'RC5');
-- A manager writes no plan, but whoever approves the end of the work ends the plan with it.
create policy closing_ends on plan for update to foothold_staff
  using (service_id = (select my_service()) and (select may('closure.approve')) and status <> 'ended'
    and (child_id in (select m from my_children() m) or child_id not in (select h from hidden_children() h)))
  with check (service_id = (select my_service()) and status = 'ended');
