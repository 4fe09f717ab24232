call protect_child_table('outcome_condition', 'RC2S', 'RC2');
-- It begins as the outcome is given, by police too, and nothing is said of it yet.
create policy condition_begins on outcome_condition for insert to foothold_staff with check (
  service_id = (select my_service()) and (select may('outcome.deliver')) and standing = 'open' and child_id in (select m from my_children() m));
