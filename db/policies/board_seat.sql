call guard_table('board_seat', 'RC16');
create policy staff_read on board_seat for select to foothold_staff using (service_id = (select my_service()));
create policy head_add on board_seat for insert to foothold_staff with check (service_id = (select my_service()) and (select may('board.seat')));
create policy head_change on board_seat for update to foothold_staff
  using (service_id = (select my_service()) and (select may('board.seat'))) with check (service_id = (select my_service()));
call grant_columns('board_seat', true);
