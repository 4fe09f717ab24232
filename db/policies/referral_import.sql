-- A list names many children: read by those who watch the referrals inbox, changed by those who run it.
call guard_table('referral_import', 'RC2');
create policy staff_read on referral_import for select to foothold_staff using (service_id = (select my_service()) and (select may('referral.inbox')));
create policy staff_add on referral_import for insert to foothold_staff with check (service_id = (select my_service()) and (select may('referral.import')));
create policy staff_change on referral_import for update to foothold_staff
  using (service_id = (select my_service()) and (select may('referral.import'))) with check (service_id = (select my_service()));
call grant_columns('referral_import', true);
