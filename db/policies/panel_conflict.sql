-- Declared by the member or the panel's manager; read by those who run panels or record what they decide, and the member.
call guard_table('panel_conflict', 'RC2');
create policy staff_read on panel_conflict for select to foothold_staff using (
  service_id = (select my_service())
  and ((select may('panel.manage')) or (select may('decision.record')) or staff_id = (select my_staff())));
create policy staff_add on panel_conflict for insert to foothold_staff with check (
  service_id = (select my_service()) and ((select may('panel.manage')) or staff_id = (select my_staff())));
call grant_columns('panel_conflict', false);
create or replace trigger c_children after insert or update or delete on panel_conflict for each statement execute function find_children_again();
