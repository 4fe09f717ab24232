call protect_child_table('education_step', 'RC9', 'RC9');
-- The head of service answers what was put to them, and puts it to the board.
create policy head_asks on education_step for insert to foothold_staff
  with check (service_id = (select my_service()) and (select may('education.head')) and rung = 'board'
    and (child_id is not null and (child_id = any ((select children_apart())::uuid[])) <> (select my_scope() = 'service')));
create policy head_answers on education_step for update to foothold_staff
  using (service_id = (select my_service()) and (select may('education.head')) and rung in ('head', 'board')
    and (child_id is not null and (child_id = any ((select children_apart())::uuid[])) <> (select my_scope() = 'service')))
  with check (service_id = (select my_service()) and (select may('education.head')) and rung in ('head', 'board'));
