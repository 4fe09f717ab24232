-- A list names many children: read by those who watch the referrals inbox, changed by those who run it.
call guard_table('column_mapping', 'RC2');
create policy staff_read on column_mapping for select to foothold_staff using (service_id = (select my_service()) and (select may('referral.inbox')));
create policy staff_add on column_mapping for insert to foothold_staff with check (service_id = (select my_service()) and (select may('referral.import')));
create policy staff_change on column_mapping for update to foothold_staff
  using (service_id = (select my_service()) and (select may('referral.import'))) with check (service_id = (select my_service()));
call grant_columns('column_mapping', true);
