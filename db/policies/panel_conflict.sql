-- Declared by the member, or by the panel's manager, of a child whom they see; read by those who run panels or record what they
-- decide, as far as they see the child, and by the member, who no longer does.
call guard_table('panel_conflict', 'RC2');
create policy staff_read on panel_conflict for select to foothold_staff using (
  service_id = (select my_service())
  and (staff_id = (select my_staff()) or ((select may('panel.manage')) or (select may('decision.record')))
    and (child_id = any ((select children_apart())::uuid[])) <> (select my_scope() = 'service')));
create policy staff_add on panel_conflict for insert to foothold_staff with check (
  service_id = (select my_service()) and ((select may('panel.manage')) or staff_id = (select my_staff()))
  and (child_id = any ((select children_apart())::uuid[])) <> (select my_scope() = 'service'));
call grant_columns('panel_conflict', false);
create or replace trigger c_children after insert or update or delete on panel_conflict for each statement execute function find_children_again();
