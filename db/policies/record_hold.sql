-- Whoever may erase a record may say why it is kept.
call guard_table('record_hold', 'RC1');
create policy staff_read on record_hold for select to foothold_staff using (
  service_id = (select my_service()) and (select may('record.erase')) and child_id not in (select h from hidden_children() h));
create policy staff_add on record_hold for insert to foothold_staff with check (
  service_id = (select my_service()) and (select may('record.erase')) and child_id not in (select h from hidden_children() h));
call grant_columns('record_hold', false);
