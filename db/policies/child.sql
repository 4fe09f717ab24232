call guard_table('child', 'RC1');
create policy staff_read on child for select to foothold_staff using (
  service_id = (select service_may_read('RC1S'))
  and (id = any ((select children_apart())::uuid[])) <> (select my_scope() = 'service'));
-- Making a record needs no relationship: there is no child yet to have one with.
create policy staff_add on child for insert to foothold_staff with check (
  service_id = (select my_service()) and (select may('child.create')));
create policy staff_change on child for update to foothold_staff
  using (service_id = (select my_service())
    and (((select may_write('RC1')) and id not in (select h from hidden_children() h except select m from my_children() m))
      or ((select may_write_related('RC1')) and id in (select m from my_children() m))))
  with check (service_id = (select my_service()));
call grant_columns('child', true);
-- A record is numbered once, and becomes a pointer to another by merge_children() alone.
revoke insert (merged_into), update (merged_into, number) on child from foothold_staff;
create or replace trigger c_children after update of merged_into or delete on child for each statement execute function find_children_again();
