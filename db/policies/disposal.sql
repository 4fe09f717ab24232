call protect_child_table('disposal', 'RC2S', 'RC2');
-- It begins with the decision, in the hand of whoever records that.
create policy decision_begins on disposal for insert to foothold_staff with check (
  service_id = (select my_service()) and (select may('decision.record')) and given_on is null and completion is null
  and (child_id in (select m from my_children() m) or child_id not in (select h from hidden_children() h)));
-- Police give the outcome and may say so themselves.
create policy outcome_given on disposal for update to foothold_staff
  using (service_id = (select my_service()) and (select may('outcome.deliver')) and (given_on is null or involvement_id is null)
    and completion is null and child_id in (select m from my_children() m))
  with check (service_id = (select my_service()) and completion is null);
