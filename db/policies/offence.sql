call protect_child_table('offence', 'RC2S', 'RC2');
-- Logged with the referral, by whoever may log one.
create policy inbox_add on offence for insert to foothold_staff with check (
  service_id = (select my_service()) and (select may('referral.create')) and referral_id is not null
  and (child_id = any ((select children_apart())::uuid[])) <> (select my_scope() = 'service'));
