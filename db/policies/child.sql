call guard_table('child', 'RC1');
create policy staff_read on child for select to foothold_staff using (
  service_id = (select my_service()) and (select may_read('RC1S'))
  and (id in (select my_children()) or ((select my_scope()) = 'service' and id not in (select hidden_children()))));
-- Making a record needs no relationship: there is no child yet to have one with.
create policy staff_add on child for insert to foothold_staff with check (
  service_id = (select my_service()) and (select may('child.create')));
create policy staff_change on child for update to foothold_staff
  using (service_id = (select my_service())
    and (((select may_write('RC1')) and id not in (select hidden_children() except select my_children()))
      or ((select may_write_related('RC1')) and id in (select my_children()))))
  with check (service_id = (select my_service()));
call grant_columns('child', true);
-- A record is numbered once, and becomes a pointer to another by merge_children() alone.
revoke insert (merged_into), update (merged_into, number) on child from foothold_staff;
