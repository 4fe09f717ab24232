call guard_table('restricted_record', 'RC1');
create policy staff_read on restricted_record for select to foothold_staff using (
  service_id = (select my_service()) and ((select may('record.restrict')) or child_id in (select m from my_children() m)));
create policy staff_add on restricted_record for insert to foothold_staff with check (
  service_id = (select my_service()) and (select may('record.restrict')));
create policy staff_change on restricted_record for update to foothold_staff
  using (service_id = (select my_service()) and (select may('record.restrict'))) with check (service_id = (select my_service()));
call grant_columns('restricted_record', true);
create or replace trigger c_children after insert or update or delete on restricted_record for each statement execute function find_children_again();
