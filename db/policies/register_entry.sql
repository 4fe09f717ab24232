-- An entry names a child: unless the child is sealed from them, read by those who read registers, and decided by those who bring them in.
call guard_table('register_entry', 'RC2');
create policy staff_read on register_entry for select to foothold_staff
  using (service_id = (select my_service()) and (select may('register.view')) and (child_id is null or child_id not in (select h from hidden_children() h)));
create policy staff_add on register_entry for insert to foothold_staff with check (service_id = (select my_service()) and (select may('register.import')));
create policy staff_change on register_entry for update to foothold_staff
  using (service_id = (select my_service()) and (select may('register.import'))) with check (service_id = (select my_service()));
create policy staff_erase on register_entry for delete to foothold_staff using (service_id = (select my_service()) and (select may('register.import')));
call grant_columns('register_entry', true);
grant update (child_id) on register_entry to foothold_staff;
grant delete on register_entry to foothold_staff;
-- What it said of a child is erased with the entry, so it must not live on in a history.
drop trigger if exists z_history on register_entry;
drop trigger if exists z_history_added on register_entry;
