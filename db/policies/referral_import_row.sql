-- A row names a child: read by those who watch the referrals inbox, unless the child is sealed from them; written, and decided before the import, by those who run it.
call guard_table('referral_import_row', 'RC2');
create policy staff_read on referral_import_row for select to foothold_staff
  using (service_id = (select my_service()) and (select may('referral.inbox')) and (child_id is null or child_id not in (select h from hidden_children() h)));
create policy staff_add on referral_import_row for insert to foothold_staff with check (service_id = (select my_service()) and (select may('referral.import')));
create policy staff_change on referral_import_row for update to foothold_staff
  using (service_id = (select my_service()) and (select may('referral.import'))) with check (service_id = (select my_service()));
create policy staff_erase on referral_import_row for delete to foothold_staff using (service_id = (select my_service()) and (select may('referral.import')));
call grant_columns('referral_import_row', true);
grant update (child_id) on referral_import_row to foothold_staff;
grant delete on referral_import_row to foothold_staff;
-- The history of a list is what became of it: what it said of children is erased with its rows, so it must not live on there.
drop trigger if exists z_history on referral_import_row;
drop trigger if exists z_history_added on referral_import_row;
