call protect_child_table('referral', 'RC2S', 'RC2');
-- Whoever may log a referral may log it for any child they see: nobody works with the child yet.
create policy inbox_add on referral for insert to foothold_staff with check (
  service_id = (select my_service()) and (select may('referral.create')) and state = 'received'
  and (child_id = any ((select children_apart())::uuid[])) <> (select my_scope() = 'service'));
-- A head of service reads offences and outcomes, and still decides who works with whom.
create policy triage_change on referral for update to foothold_staff
  using (service_id = (select my_service()) and (select may('referral.triage'))
    and (child_id in (select m from my_children() m) or child_id not in (select h from hidden_children() h)))
  with check (service_id = (select my_service()));
