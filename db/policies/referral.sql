call protect_child_table('referral', 'RC2S', 'RC2');
-- A referral closes with the work that came of it, by whoever approves the end of that work.
create policy closing_ends on referral for update to foothold_staff
  using (service_id = (select my_service()) and (select may('closure.approve')) and state <> 'closed'
    and (child_id not in (select hidden_children()) or child_id in (select my_children())))
  with check (service_id = (select my_service()) and state = 'closed');
-- The panel's decision, and the giving of the outcome, move the referral on; those who record them change nothing else of it.
create policy panel_decides on referral for update to foothold_staff
  using (service_id = (select my_service()) and ((select may('decision.record')) or ((select may('outcome.deliver')) and child_id in (select my_children())))
    and (((select my_scope()) = 'service' and child_id not in (select hidden_children())) or child_id in (select my_children())))
  with check (service_id = (select my_service()) and state in ('decided', 'closed'));
