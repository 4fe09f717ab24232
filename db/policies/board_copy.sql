-- Read by the board and by those whose figures they are. Made by a head of service of what they have signed; a later signing of the
-- same quarter takes the place of the earlier one, and nothing is changed.
call guard_table('board_copy');
create policy staff_read on board_copy for select to foothold_staff using (service_id = (select my_service()) and (select may('figures.board')));
create policy head_add on board_copy for insert to foothold_staff with check (
  service_id = (select my_service()) and (select may('figures.sign'))
  and snapshot_id in (select s.id from figure_snapshot s where s.service_id = (select my_service()) and s.status = 'signed' and s.answered_by = (select my_staff())));
create policy head_drop on board_copy for delete to foothold_staff using (service_id = (select my_service()) and (select may('figures.sign')));
call grant_columns('board_copy', false);
grant delete on board_copy to foothold_staff;
